package io.couplet.processor;

import io.couplet.domain.aggregate.Aggregate;
import io.couplet.wire.LoadedAggregates;
import io.couplet.wire.SumInbox.DayBegan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The day, for sums that count from a day on. That one has begun is an input like any other, so that reading again brings the same result.
 * Used by one processor instance.
 */
final class Days {
    /** How late the machine's midnight may be noticed. */
    private static final Duration PACE = Duration.ofSeconds(5);

    private final KeyValueStore<String, byte[]> days;
    private final List<Aggregate> aggregates;
    private final int partition;
    private final Consumer<DayBegan> tell;

    /** As the store has them; each change of a sum asks. */
    private final Map<String, LocalDate> known = new HashMap<>();

    Days(ProcessorContext<?, ?> context, LoadedAggregates all, Consumer<DayBegan> tell) {
        this.days = context.getStateStore(StoreNames.DAYS);
        this.aggregates = all.all().stream().filter(Aggregate::dependsOnTheDay).toList();
        this.partition = context.taskId().partition();
        this.tell = tell;
        if (!aggregates.isEmpty()) {
            context.schedule(PACE, PunctuationType.WALL_CLOCK_TIME, this::look);
        }
    }

    /** Says of each aggregate that a day has begun, also again: the first time may have been lost. */
    private void look(long now) {
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneId.systemDefault());
        for (Aggregate aggregate : aggregates) {
            LocalDate since = of(aggregate);
            if (today.isAfter(since)) {
                tell.accept(new DayBegan(aggregate, partition, since, today));
            }
        }
    }

    /** The day on which the sums of an aggregate are shown; the beginning of time before any has begun. */
    LocalDate of(Aggregate aggregate) {
        return known.computeIfAbsent(aggregate.name(), name -> {
            byte[] stored = days.get(name);
            return stored == null ? LocalDate.EPOCH : LocalDate.parse(new String(stored, StandardCharsets.UTF_8));
        });
    }

    /** A day has begun; one that is over is not begun again. */
    void begin(DayBegan day) {
        if (day.today().isAfter(of(day.aggregate()))) {
            known.put(day.aggregate().name(), day.today());
            days.put(day.aggregate().name(), day.today().toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
