package io.couplet.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.couplet.replay.ComparedMapping;
import io.couplet.replay.MappingDigest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a replay.
 *
 * @param mappings each of them, by name
 * @param replay what was read and how long reading and rebuilding took
 * @param consumption how long it took merely to read the same records
 * @param unusable changes that could not be used, nor by the running pipeline
 * @param commandsBefore how many records the command topics had got before the replay
 * @param commandsAfter how many after it
 */
record ReplayReport(
        List<Row> mappings, Effort replay, Effort consumption, long unusable, long commandsBefore, long commandsAfter) {

    ReplayReport {
        mappings = List.copyOf(mappings);
    }

    /** Whether all that was rebuilt is the same as what runs; null where it was not compared. */
    @JsonProperty
    @Nullable
    Boolean same() {
        return mappings.stream().anyMatch(row -> row.live() == null)
                ? null
                : mappings.stream().allMatch(Row::same);
    }

    /**
     * One mapping.
     *
     * @param couplings how many there are, dissolved ones included
     * @param records of how many the Directory has decided something
     * @param rebuilt the digest of what was rebuilt
     * @param live the digest of what runs; null where it was not compared
     * @param differing how many states are not the same
     * @param differences where the first of them differ
     */
    record Row(
            String mapping,
            long couplings,
            long records,
            String rebuilt,
            @Nullable String live,
            long differing,
            List<String> differences) {

        /** Not compared. */
        static Row of(MappingDigest rebuilt) {
            return new Row(
                    rebuilt.mapping(), rebuilt.couplings(), rebuilt.records(), rebuilt.digest(), null, 0, List.of());
        }

        static Row of(ComparedMapping compared) {
            return new Row(
                    compared.live().mapping(),
                    compared.rebuilt().couplings(),
                    compared.rebuilt().records(),
                    compared.rebuilt().digest(),
                    compared.live().digest(),
                    compared.differing(),
                    compared.differences());
        }

        boolean same() {
            return rebuilt.equals(live);
        }
    }

    /** Records that were read, and in what time. */
    record Effort(long events, double seconds, long perSecond) {
        static Effort of(long events, Duration time) {
            double seconds = Math.max(1, time.toNanos()) / 1e9;
            return new Effort(events, Math.round(seconds * 1000) / 1000.0, Math.round(events / seconds));
        }
    }
}
