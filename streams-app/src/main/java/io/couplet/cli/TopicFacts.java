package io.couplet.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic as the broker has it.
 *
 * @param name full name
 * @param partitions how many; 0 if the topic is missing
 * @param cleanup compact or delete
 * @param records offsets between the oldest and the newest, which compaction may have left gaps in
 * @param bytes on the disks of all brokers
 * @param lastRecord when the newest record was written, null if there is none
 * @param key what the key names
 * @param purpose what travels on it
 */
record TopicFacts(
        String name,
        int partitions,
        String cleanup,
        long records,
        long bytes,
        @Nullable Instant lastRecord,
        String key,
        String purpose) {}
