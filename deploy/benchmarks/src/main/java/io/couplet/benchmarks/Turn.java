package io.couplet.benchmarks;

import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.pair.PairState;
import io.couplet.wire.PairStateForm;
import java.util.ArrayList;
import java.util.List;

/** One decision to make. */
final class Turn {
    /** The coupling's state. */
    final PairState before;

    /** The same as it is stored. */
    final byte[] stored;

    private final PairMessage message;
    private final Origin origin;

    private Turn(Moment moment, CoupledPair pair, PairStateForm form) {
        before = moment.before(pair);
        stored = form.toBytes(before);
        message = moment.message(pair);
        origin = pair.next();
    }

    /** The same inputs of many couplings. */
    static List<Turn> all(List<Moment> moments, int couplings, PairStateForm form) {
        List<Turn> turns = new ArrayList<>();
        for (int number = 0; number < couplings; number++) {
            CoupledPair pair = new CoupledPair(number);
            moments.forEach(moment -> turns.add(new Turn(moment, pair, form)));
        }
        return turns;
    }

    /** Decides; the state after it. */
    PairState take(PairState state, Outbox out) {
        return CoupledPair.RULES.receive(state, origin, message, CoupledPair.SHARED, out);
    }
}
