package io.couplet.domain.model;

import java.util.Arrays;
import java.util.function.Function;

/** The values of a record's fields that its mapping uses. Immutable; a field that is not among them is blank. */
public final class Fields {
    private final FieldNames names;
    private final Value[] values;

    private Fields(FieldNames names, Value[] values) {
        this.names = names;
        this.values = values;
    }

    /** Takes each named field from {@code source}. */
    public static Fields of(FieldNames names, Function<String, Value> source) {
        Value[] values = new Value[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = source.apply(names.name(i));
        }
        return new Fields(names, values);
    }

    /** The value of a field, blank where it is not among these. */
    public Value get(String field) {
        int index = names.indexOf(field);
        return index < 0 ? Value.BLANK : values[index];
    }

    /** The value at the place that {@link FieldNames#indexOf} gave. */
    public Value at(int index) {
        return values[index];
    }

    /** Which fields these are. */
    public FieldNames names() {
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Fields that && names.equals(that.names) && Arrays.equals(values, that.values));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(names.name(i)).append('=').append(values[i]);
        }
        return text.append('}').toString();
    }
}
