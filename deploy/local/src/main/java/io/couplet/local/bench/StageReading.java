package io.couplet.local.bench;

import io.couplet.contract.Cause;
import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.Outcome;
import io.couplet.contract.PairInput;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.local.sandbox.Logins;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Adds up what changes and results of commands tell about the times of one run; changes come first. */
final class StageReading {
    private final String title;
    private final String target;
    private final SchemaRegistry registry;
    private final AvroDecoder<PairInput> pairInputs;
    private @Nullable AvroDecoder<GenericRecord> changes;

    /** When each version of a record was captured. */
    private final Map<String, Instant> capturedAt = new HashMap<>();

    private final LongStream.Builder captured = LongStream.builder();
    private final LongStream.Builder decided = LongStream.builder();
    private final LongStream.Builder applied = LongStream.builder();
    private long commands;
    private long refused;

    StageReading(Direction direction, SchemaRegistry registry) {
        this.title = direction.title();
        this.target = direction.target().name().toLowerCase(Locale.ROOT) + "/";
        this.registry = registry;
        this.pairInputs = AvroDecoder.specific(registry, PairInput.class);
    }

    /** The changes that follow are on this topic. */
    void startChanges(TopicSpec topic) {
        changes = AvroDecoder.generic(registry, topic.valueSchema());
    }

    void change(byte @Nullable [] bytes) {
        if (bytes == null || changes == null) {
            return;
        }
        Change change = Change.of(changes.decode(bytes));
        if (change.op() == ChangeOp.UPDATED && !Logins.INTEGRATION.equals(change.modifiedBy())) {
            capturedAt.put(version(change.ref(), change.rowVersion()), change.capturedAt());
            captured.add(micros(change.committedAt(), change.capturedAt()));
        }
    }

    void pairInput(byte @Nullable [] bytes) {
        if (bytes != null
                && pairInputs.decode(bytes).getMessage() instanceof CommandResult result
                && result.getCommand().getTarget().startsWith(target)) {
            result(result);
        }
    }

    private void result(CommandResult result) {
        if (result.getOutcome() != Outcome.APPLIED) {
            refused++;
            return;
        }
        commands++;
        Command command = result.getCommand();
        applied.add(micros(command.getDecidedAt(), result.getAppliedAt()));
        Cause cause = command.getCause();
        Instant seen = cause == null ? null : capturedAt.get(version(cause.getRef(), cause.getRowVersion()));
        if (seen != null) {
            decided.add(micros(seen, command.getDecidedAt()));
        }
    }

    StageTimes times() {
        return new StageTimes(
                title,
                capturedAt.size(),
                commands,
                refused,
                Percentiles.ofMicros(captured.build()),
                Percentiles.ofMicros(decided.build()),
                Percentiles.ofMicros(applied.build()));
    }

    private static String version(String ref, long rowVersion) {
        return ref + "@" + rowVersion;
    }

    private static long micros(Instant from, Instant to) {
        return ChronoUnit.MICROS.between(from, to);
    }
}
