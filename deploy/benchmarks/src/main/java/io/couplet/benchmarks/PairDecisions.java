package io.couplet.benchmarks;

import io.couplet.domain.message.Outbox;
import io.couplet.domain.pair.PairState;
import io.couplet.wire.PairStateForm;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** The Pair: decisions about couplings of twenty fields. For JMH. */
public class PairDecisions extends OnOneCore {
    /** What the couplings are told; several in turn are what happens in operation. */
    @Param({"edit", "result", "echo", "wake", "edit+result+echo"})
    public String input = "";

    private final PairStateForm form = new PairStateForm(CoupledPair.MAPPING);
    private List<Turn> turns = List.of();

    /** Lives each coupling up to the input. */
    @Setup
    public void live() {
        turns = Turn.all(Moment.named(input), COUPLINGS, form);
    }

    /** The pure function alone. */
    @Benchmark
    public PairState decide(Blackhole said) {
        Turn turn = next(turns);
        return decide(turn, turn.before, said);
    }

    /** From the stored bytes of the state to those of the next one, as for a coupling that was not touched lately. */
    @Benchmark
    public byte[] decideStored(Blackhole said) {
        Turn turn = next(turns);
        return form.toBytes(decide(turn, form.fromBytes(turn.stored), said));
    }

    private static PairState decide(Turn turn, PairState before, Blackhole said) {
        Outbox out = new Outbox();
        PairState after = turn.take(before, out);
        said.consume(out.outputs());
        return after;
    }
}
