package io.couplet.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Moments and ages as people read them.
 *
 * @param now the moment to compare with
 * @param zone the reader's
 */
record Times(Instant now, ZoneId zone) {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter ANY_DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /** The time of day; with the date unless it is today. */
    String moment(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        boolean today =
                local.toLocalDate().equals(LocalDateTime.ofInstant(now, zone).toLocalDate());
        return (today ? TODAY : ANY_DAY).format(local);
    }

    /** The time of day, to the millisecond. */
    String exact(Instant at) {
        return EXACT.format(LocalDateTime.ofInstant(at, zone));
    }

    /** How long ago it was, in its largest unit. */
    String age(Instant at) {
        Duration age = Duration.between(at, now);
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
    }
}
