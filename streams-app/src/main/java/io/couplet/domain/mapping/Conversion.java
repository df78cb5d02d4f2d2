package io.couplet.domain.mapping;

import io.couplet.domain.model.Name;
import io.couplet.domain.model.Value;
import java.util.List;

/** Makes the target's value from the source's. A pure function: the same value and references give the same result. */
@FunctionalInterface
public interface Conversion {

    /** Passes the value on as it is. */
    Conversion AS_IS = (value, references) -> new Converted.To(value);

    /**
     * Converts one value.
     *
     * @param value the source's value, may be blank
     * @param references what is known of other records
     */
    Converted convert(Value value, References references);

    /**
     * Whether a blank of the source is a value like others here, which stands for something that the target spells out. It then is written, and
     * wins and loses, as any other; elsewhere a blank says nothing where two records first meet.
     */
    default boolean readsBlank() {
        return false;
    }

    /** Whether a blank of the target is such a value: it is what this makes of something that the source spells out. */
    default boolean writesBlank() {
        return false;
    }

    /** What came of a conversion. */
    sealed interface Converted {
        /**
         * A value to write.
         *
         * @param value may be blank
         */
        record To(Value value) implements Converted {}

        /**
         * The value refers to a record whose counterpart is not known (yet).
         *
         * @param names the names of that record, never empty: to know one of them is enough
         */
        record Unresolved(List<Name> names) implements Converted {
            /** Copies the list. */
            public Unresolved {
                names = List.copyOf(names);
            }

            /** Of a record that has one name. */
            public Unresolved(Name name) {
                this(List.of(name));
            }
        }

        /**
         * The target has no such value: nothing is written, the record goes on.
         *
         * @param note what is missing, for people
         */
        record Unknown(String note) implements Converted {}
    }
}
