package io.couplet.ops;

import io.couplet.api.BrokerUnreachable;
import io.couplet.api.CommandCounts;
import io.couplet.api.GroupLag;
import io.couplet.api.MappingStatus;
import io.couplet.api.OffsetLags;
import io.couplet.api.OpenEntry;
import io.couplet.api.PublicViews;
import io.couplet.api.StatusReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the status together. Safe for many threads; asks the broker, and takes a second or two while it does not answer. */
final class StatusPage {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String OUTCOMES = "couplet.changes";

    private final Supplier<String> streamsState;
    private final PublicViews views;
    private final OffsetLags offsets;
    private final MeterRegistry metrics;
    private final List<String> groups;

    StatusPage(
            Supplier<String> streamsState,
            PublicViews views,
            OffsetLags offsets,
            MeterRegistry metrics,
            List<String> groups) {
        this.streamsState = streamsState;
        this.views = views;
        this.offsets = offsets;
        this.metrics = metrics;
        this.groups = groups;
    }

    StatusReport report() {
        // Lag first: what is decided between the two readings then shows in the views, never the other way round.
        Map<String, GroupLag> lag = lag();
        boolean current = views.refresh(FRESH);
        List<MappingStatus> mappings = views.mappings();
        List<OpenEntry> open = views.open();
        return new StatusReport(
                streamsState.get(),
                inStep(lag, current, mappings),
                current,
                mappings,
                mappings.stream().map(MappingStatus::commands).reduce(CommandCounts.NONE, CommandCounts::plus),
                open.stream().collect(Collectors.groupingBy(OpenEntry::kind, TreeMap::new, Collectors.counting())),
                first(open, OpenEntry::isParked),
                first(open, OpenEntry::isSetAside),
                views.deadLetterCount(),
                outcomes(),
                lag);
    }

    private @Nullable Boolean inStep(Map<String, GroupLag> lag, boolean current, List<MappingStatus> mappings) {
        if (!current || !lag.keySet().containsAll(groups)) {
            return null;
        }
        return lag.values().stream().allMatch(group -> group.total() == 0)
                && mappings.stream().allMatch(mapping -> mapping.couplings().moving() == 0);
    }

    private Map<String, GroupLag> lag() {
        try {
            return GroupLag.byGroup(offsets.read());
        } catch (BrokerUnreachable e) {
            return Map.of();
        }
    }

    private Map<String, Long> outcomes() {
        return metrics.find(OUTCOMES).counters().stream()
                .collect(Collectors.groupingBy(
                        StatusPage::outcome, TreeMap::new, Collectors.summingLong(counter -> (long) counter.count())));
    }

    private static String outcome(Counter counter) {
        String outcome = counter.getId().getTag("outcome");
        return outcome == null ? "unknown" : outcome;
    }

    private static List<OpenEntry> first(List<OpenEntry> open, Predicate<OpenEntry> which) {
        return open.stream().filter(which).limit(StatusReport.LONGEST_LIST).toList();
    }
}
