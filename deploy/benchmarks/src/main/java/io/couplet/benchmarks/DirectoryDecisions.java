package io.couplet.benchmarks;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.model.Side;
import io.couplet.wire.RecordStateForm;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** The Directory: changes of coupled records find their way to the coupling. For JMH. */
public class DirectoryDecisions extends OnOneCore {
    private final RecordStateForm form = new RecordStateForm(CoupledPair.MAPPING, Side.ERP);
    private List<Route> routes = List.of();

    /** Makes the records known and couples them. */
    @Setup
    public void couple() {
        routes = IntStream.range(0, COUPLINGS)
                .mapToObj(number -> new Route(new CoupledPair(number), form))
                .toList();
    }

    /** The pure function alone. */
    @Benchmark
    public RecordState route(Blackhole said) {
        Route route = next(routes);
        return route(route, route.before, said);
    }

    /** From the stored bytes of the state to those of the next one, as for a record that was not touched lately. */
    @Benchmark
    public byte[] routeStored(Blackhole said) {
        Route route = next(routes);
        return form.toBytes(route(route, form.fromBytes(route.stored), said));
    }

    private static RecordState route(Route route, RecordState before, Blackhole said) {
        Outbox out = new Outbox();
        RecordState after = route.take(before, out);
        said.consume(out.outputs());
        return after;
    }
}
