package io.couplet.api;

import io.couplet.contract.DateValue;
import io.couplet.contract.DecimalValue;
import io.couplet.contract.TimeValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Values of the contracts as people read them. */
public final class FieldText {
    private FieldText() {}

    /** The value in words; null for blank. */
    public static @Nullable String of(@Nullable Object value) {
        if (value == null) {
            return null;
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
}
