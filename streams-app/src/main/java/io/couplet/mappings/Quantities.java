package io.couplet.mappings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, times and shares as mapping files write them: {@code 30}, {@code 10m}, {@code 2.5%}. */
final class Quantities {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(s|m|h|d)");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");

    private Quantities() {}

    static Optional<Integer> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Of seconds, minutes, hours or days. */
    static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    /** Of one: {@code 2.5%} is 0.025. */
    static Optional<BigDecimal> share(String text) {
        Matcher parts = SHARE.matcher(text);
        return parts.matches() ? Optional.of(new BigDecimal(parts.group(1)).movePointLeft(2)) : Optional.empty();
    }

    /** The duration in its largest whole unit, such as {@code 10m}. */
    static String words(Duration duration) {
        if (duration.toSecondsPart() > 0) {
            return duration.toSeconds() + "s";
        } else if (duration.toMinutesPart() > 0) {
            return duration.toMinutes() + "m";
        }
        return duration.toHoursPart() > 0 ? duration.toHours() + "h" : duration.toDays() + "d";
    }
}
