package io.couplet.simulation;

import io.couplet.domain.model.Value;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A field of a table.
 *
 * @param name its name
 * @param kind what it holds and what the system makes of it
 */
record Column(String name, Kind kind) {
    static final int LONGEST = 24;

    /** What a field holds. */
    enum Kind {
        /** Assigned by the system where nobody fills it. */
        NUMBER,
        TEXT,
        /** Stored in capitals. */
        CAPITALS,
        /** Stored without blanks around it. */
        TRIMMED,
        /** Refused where it is long or holds an exclamation mark. */
        STRICT,
        MAIL,
        AMOUNT,
        /** Stored with two decimal places. */
        CENTS,
        /** The code of a salesperson. */
        CODE,
        /** The id of a user. */
        OWNER,
        /** A code of a payment term. */
        TERM_CODE,
        /** The option of a payment term. */
        TERM_OPTION,
        /** Blank, or a reason not to do business. */
        BLOCKED,
        /** What an account is: customer or vendor. */
        RELATION
    }

    /** What the system stores where somebody writes {@code value}. */
    Value stored(Value value) {
        if (value.isBlank()) {
            return value;
        }
        return switch (kind) {
            case CAPITALS -> Value.text(value.toString().toUpperCase(Locale.ROOT));
            case TRIMMED -> Value.text(value.toString().trim());
            case CENTS ->
                value instanceof Value.Number amount
                        ? Value.number(amount.number().setScale(2, RoundingMode.HALF_UP))
                        : value;
            default -> value;
        };
    }

    /** Whether the system refuses to store a value that a command brings. */
    boolean refuses(Value value) {
        return kind == Kind.STRICT
                && value instanceof Value.Text text
                && (text.text().length() > LONGEST || text.text().indexOf('!') >= 0);
    }
}
