package io.couplet.wire;

import io.couplet.contract.DateValue;
import io.couplet.contract.DecimalValue;
import io.couplet.contract.Field;
import io.couplet.contract.TimeValue;
import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values and lists of named values. */
final class Values {
    private Values() {}

    /** As the contracts have it; null for blank. */
    static @Nullable Object toAvro(Value value) {
        if (value.isBlank()) {
            return null;
        } else if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Whole whole) {
            return whole.number();
        } else if (value instanceof Value.Number number) {
            return new DecimalValue(number.number().toPlainString());
        } else if (value instanceof Value.Truth truth) {
            return truth.truth();
        } else if (value instanceof Value.Time time) {
            return new TimeValue(time.at());
        } else if (value instanceof Value.Day day) {
            return new DateValue(Math.toIntExact(day.day().toEpochDay()));
        }
        throw new IllegalArgumentException("no contract for " + value.getClass().getSimpleName());
    }

    /** From the contracts, and from entity records with their Java types. */
    static Value fromAvro(@Nullable Object value) {
        if (value == null) {
            return Value.BLANK;
        } else if (value instanceof CharSequence text) {
            return Value.text(text.toString());
        } else if (value instanceof Integer || value instanceof Long) {
            return Value.whole(((java.lang.Number) value).longValue());
        } else if (value instanceof BigDecimal number) {
            return Value.number(number);
        } else if (value instanceof DecimalValue number) {
            return Value.number(new BigDecimal(number.getText()));
        } else if (value instanceof Boolean truth) {
            return Value.truth(truth);
        } else if (value instanceof Instant time) {
            return new Value.Time(time);
        } else if (value instanceof TimeValue time) {
            return new Value.Time(time.getAt());
        } else if (value instanceof LocalDate day) {
            return new Value.Day(day);
        } else if (value instanceof DateValue day) {
            return new Value.Day(LocalDate.ofEpochDay(day.getDay()));
        }
        throw new IllegalArgumentException(
                "no value is made from a " + value.getClass().getSimpleName());
    }

    /** The fields that are not blank, in the order of their names. */
    static List<Field> toAvro(Fields fields) {
        FieldNames names = fields.names();
        List<Field> list = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            Value value = fields.at(i);
            if (!value.isBlank()) {
                list.add(new Field(names.name(i), toAvro(value)));
            }
        }
        return list;
    }

    static Fields fromAvro(List<Field> list, FieldNames names) {
        return Fields.of(names, new InOrder(list)::value);
    }

    static List<Field> toAvro(Map<String, Value> fields) {
        List<Field> list = new ArrayList<>(fields.size());
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!value.isBlank()) {
                list.add(new Field(name, toAvro(value)));
            }
        });
        return list;
    }

    static Map<String, Value> toMap(List<Field> list) {
        Map<String, Value> fields = new TreeMap<>();
        for (Field field : list) {
            fields.put(field.getName(), fromAvro(field.getValue()));
        }
        return fields;
    }

    /** Finds fields by name; asked in the order of the list it goes through it once. */
    private static final class InOrder {
        private final List<Field> list;
        private int next;

        InOrder(List<Field> list) {
            this.list = list;
        }

        Value value(String name) {
            for (int tried = 0; tried < list.size(); tried++) {
                int at = (next + tried) % list.size();
                if (list.get(at).getName().equals(name)) {
                    next = at + 1;
                    return fromAvro(list.get(at).getValue());
                }
            }
            return Value.BLANK;
        }
    }
}
