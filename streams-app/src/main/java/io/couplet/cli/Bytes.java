package io.couplet.cli;

import java.util.Locale;

/** Amounts of memory as people read them. */
final class Bytes {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1_000;

    private Bytes() {}

    /** In the largest unit of which there is at least one. */
    static String words(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }
}
