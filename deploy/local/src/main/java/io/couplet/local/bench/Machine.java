package io.couplet.local.bench;

import java.lang.management.ManagementFactory;

/**
 * What the figures were measured on.
 *
 * @param load average of the last minute before the bench began; negative where the system does not tell
 */
record Machine(int cores, double load, String os, String java) {

    /** This machine, now. */
    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }
}
