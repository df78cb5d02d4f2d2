package io.couplet.connectors.apply;

import io.couplet.contract.DateValue;
import io.couplet.contract.DecimalValue;
import io.couplet.contract.TimeValue;
import io.couplet.contract.binding.Blank;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A column as the database declares it.
 *
 * @param name physical name
 * @param type its type without length or precision, so that casting to it never shortens a value
 * @param category PostgreSQL's letter for the group of types: S text, N number, B boolean, D date or time
 * @param neverNull whether it takes no NULL
 */
record TargetColumn(String name, String type, String category, boolean neverNull) {

    boolean zonedTime() {
        return type.equals("timestamp with time zone");
    }

    boolean localTime() {
        return type.equals("timestamp without time zone");
    }

    /** What to write for a value of a command, as text that the database casts to the column's type. */
    @Nullable
    String text(@Nullable Object value, Blank blank) {
        if (value == null || value.toString().isEmpty()) {
            return blank(blank);
        }
        if (value instanceof DecimalValue decimal) {
            return decimal.getText();
        }
        if (value instanceof TimeValue time) {
            return time.getAt().toString();
        }
        if (value instanceof DateValue date) {
            return LocalDate.ofEpochDay(date.getDay()).toString();
        }
        return value.toString();
    }

    private @Nullable String blank(Blank blank) {
        if (blank == Blank.NULL || !neverNull) {
            // A text column that may be null still gets the blank that its system uses.
            return blank == Blank.EMPTY && category.equals("S") ? "" : null;
        }
        return switch (category) {
            case "S" -> "";
            case "N" -> "0";
            case "B" -> "false";
            default -> null;
        };
    }
}
