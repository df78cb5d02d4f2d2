package io.couplet.domain.aggregate;

import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums that count only from a day on, such as what is overdue: kept apart by that day, under the name of their field and the day, until it
 * begins.
 */
final class Dated {
    /** No field's name has one. */
    private static final char SIGN = '@';

    private Dated() {}

    /** Under what the amounts of a field are kept that count from the day after {@code day} on. */
    static String key(String field, LocalDate day) {
        return field + SIGN + day;
    }

    /** What is shown on a day: the sums that are not dated, and of the others those whose day is over. */
    static SortedMap<String, Value> shownOn(LocalDate today, SortedMap<String, Value> kept) {
        SortedMap<String, Value> shown = new TreeMap<>();
        kept.forEach((key, value) -> {
            int sign = key.indexOf(SIGN);
            if (sign < 0) {
                shown.put(key, value);
            } else if (dayOf(key, sign).isBefore(today)) {
                shown.merge(key.substring(0, sign), value, Dated::plus);
            }
        });
        shown.values().removeIf(Value.number(BigDecimal.ZERO)::equals);
        return shown;
    }

    /** Whether one of these counts on {@code today} and did not on {@code since}. */
    static boolean anyBegins(Set<String> keys, LocalDate since, LocalDate today) {
        for (String key : keys) {
            int sign = key.indexOf(SIGN);
            if (sign >= 0
                    && dayOf(key, sign).isBefore(today)
                    && !dayOf(key, sign).isBefore(since)) {
                return true;
            }
        }
        return false;
    }

    private static LocalDate dayOf(String key, int sign) {
        return LocalDate.parse(key.substring(sign + 1));
    }

    private static Value plus(Value one, Value other) {
        return Value.number(((Value.Number) one)
                .number()
                .add(((Value.Number) other).number())
                .stripTrailingZeros());
    }
}
