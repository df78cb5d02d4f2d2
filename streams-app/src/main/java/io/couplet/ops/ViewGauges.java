package io.couplet.ops;

import io.couplet.api.CouplingCounts;
import io.couplet.api.MappingStatus;
import io.couplet.api.OpenEntry;
import io.couplet.api.PublicViews;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures of the views: couplings by state, commands, what waits and for how long, dead letters. */
final class ViewGauges implements MeterBinder {

    private static final List<String> SET_ASIDE_KINDS =
            List.of("conflict", "rejected", "ambiguous", "ping-pong", "delete", "mass-delete");

    private static final Map<String, ToDoubleFunction<CouplingCounts>> STATES = Map.of(
            "incomplete", CouplingCounts::incomplete,
            "creating", CouplingCounts::creating,
            "active", CouplingCounts::active,
            "suspended", CouplingCounts::suspended,
            "parked", CouplingCounts::parked,
            "set-aside", CouplingCounts::setAside,
            "dissolving", CouplingCounts::dissolving,
            "dissolved", CouplingCounts::dissolved);

    private final PublicViews views;
    private final Clock clock;
    private final List<String> mappings;

    ViewGauges(PublicViews views, List<String> mappings, Clock clock) {
        this.views = views;
        this.mappings = mappings;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Gauge.builder("couplet.dead.letters.kept", views, PublicViews::deadLetterCount)
                .description("Messages that could not be used, as long as they are kept")
                .register(metrics);
        mappings.forEach(mapping -> {
            bindCouplings(mapping, metrics);
            bindOpen(mapping, metrics);
        });
    }

    private void bindCouplings(String mapping, MeterRegistry metrics) {
        STATES.forEach((state, count) -> gauge(
                metrics,
                "couplet.couplings",
                "Couplings by state",
                Tags.of("mapping", mapping, "state", state),
                () -> status(mapping)
                        .mapToDouble(status -> count.applyAsDouble(status.couplings()))
                        .sum()));
        gauge(
                metrics,
                "couplet.couplings.drifting",
                "Couplings with a difference that is on purpose not synchronized",
                Tags.of("mapping", mapping),
                () -> status(mapping).mapToDouble(MappingStatus::drift).sum());
        commands(metrics, mapping, "erp", status -> status.commands().toErp());
        commands(metrics, mapping, "crm", status -> status.commands().toCrm());
    }

    private void commands(MeterRegistry metrics, String mapping, String target, ToDoubleFunction<MappingStatus> count) {
        FunctionCounter.builder(
                        "couplet.commands.applied",
                        this,
                        self -> self.status(mapping).mapToDouble(count).sum())
                .description("Commands applied since the couplings began")
                .tags("mapping", mapping, "target", target)
                .register(metrics);
    }

    private void bindOpen(String mapping, MeterRegistry metrics) {
        bindWaiting(mapping, OpenEntry.PARKED, "Records that wait for another record", metrics);
        bindWaiting(mapping, OpenEntry.HELD, "Records of our own making that wait for their coupling", metrics);
        SET_ASIDE_KINDS.forEach(kind -> gauge(
                metrics,
                "couplet.set.aside",
                "Records that wait for a new change or a person",
                Tags.of("mapping", mapping, "kind", kind),
                () -> views.openCount(mapping, kind).count()));
    }

    private void bindWaiting(String mapping, String kind, String description, MeterRegistry metrics) {
        Tags tags = Tags.of("mapping", mapping);
        gauge(
                metrics,
                "couplet." + kind,
                description,
                tags,
                () -> views.openCount(mapping, kind).count());
        gauge(
                metrics,
                "couplet." + kind + ".oldest.seconds",
                "How long the oldest of them has been waiting; 0 if there is none",
                tags,
                () -> age(views.openCount(mapping, kind).oldest()));
    }

    private double age(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1_000.0;
    }

    private Stream<MappingStatus> status(String mapping) {
        return views.mappings().stream().filter(status -> status.name().equals(mapping));
    }

    private static void gauge(MeterRegistry metrics, String name, String description, Tags tags, Figure figure) {
        Gauge.builder(name, figure, Figure::now)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(metrics);
    }

    private interface Figure {
        double now();
    }
}
