package io.couplet.domain.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The value of one field. Values are equal when a user would call them the same: 12.5 equals 12.50, an empty text is blank. */
public sealed interface Value {

    /** Nothing: a null, an empty text. */
    Blank BLANK = new Blank();

    /** Whether there is nothing in the field. */
    default boolean isBlank() {
        return this == BLANK;
    }

    /** A text as value, blank where it is empty. */
    static Value text(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    /** A whole number or option value. */
    static Value whole(long number) {
        return new Whole(number);
    }

    /** A decimal number. */
    static Value number(BigDecimal number) {
        return new Number(number);
    }

    /** A yes or no. */
    static Value truth(boolean truth) {
        return truth ? Truth.YES : Truth.NO;
    }

    /** The greater of two values of one field: the higher number, the later day or moment, the last text in the alphabet. */
    static Value greater(Value one, Value other) {
        int order = one.toString().compareTo(other.toString());
        if (one instanceof Whole a && other instanceof Whole b) {
            order = Long.compare(a.number(), b.number());
        } else if (one instanceof Number a && other instanceof Number b) {
            order = a.number().compareTo(b.number());
        } else if (one instanceof Time a && other instanceof Time b) {
            order = a.at().compareTo(b.at());
        }
        return order < 0 ? other : one;
    }

    /** Nothing in the field. */
    final class Blank implements Value {
        private Blank() {}

        @Override
        public String toString() {
            return "(blank)";
        }
    }

    /**
     * A text.
     *
     * @param text never empty: use {@link Value#text(String)}
     */
    record Text(String text) implements Value {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty text is blank");
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A whole number, also the integer of an option.
     *
     * @param number any value
     */
    record Whole(long number) implements Value {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /**
     * A decimal number; trailing zeros do not count.
     *
     * @param number kept without trailing zeros
     */
    @SuppressWarnings("JavaLangClash") // a value of the domain is never mixed up with Java's own numbers
    record Number(BigDecimal number) implements Value {
        public Number {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /**
     * Yes or no.
     *
     * @param truth the value
     */
    record Truth(boolean truth) implements Value {
        static final Truth YES = new Truth(true);
        static final Truth NO = new Truth(false);

        @Override
        public String toString() {
            return Boolean.toString(truth);
        }
    }

    /**
     * A moment.
     *
     * @param at microsecond precision
     */
    record Time(Instant at) implements Value {
        @Override
        public String toString() {
            return at.toString();
        }
    }

    /**
     * A calendar day.
     *
     * @param day without zone
     */
    record Day(LocalDate day) implements Value {
        @Override
        public String toString() {
            return day.toString();
        }
    }
}
