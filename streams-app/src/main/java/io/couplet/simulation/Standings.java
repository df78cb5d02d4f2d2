package io.couplet.simulation;

import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.Rejection;
import io.couplet.domain.pair.SideState;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Standing;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How couplings stand, as the public would read it. */
final class Standings {
    private Standings() {}

    static CouplingFact of(PairState state, String mapping) {
        return new CouplingFact(
                state.id(),
                mapping,
                state.erp().ref(),
                state.crm().ref(),
                standing(state),
                reason(state),
                state.needs(),
                state.drift().keySet(),
                state.letGo().keySet());
    }

    private static Standing standing(PairState state) {
        if (state.dead() != null) {
            return Standing.DISSOLVED;
        } else if (state.dying() != null || creating(state.erp()) || creating(state.crm())) {
            return Standing.IN_STEP;
        } else if (state.erp().rejected() != null || state.crm().rejected() != null || state.question() != null) {
            return Standing.SET_ASIDE;
        } else if (state.parked()) {
            return Standing.PARKED;
        } else if (state.erp().image() == null || state.crm().image() == null) {
            return Standing.INCOMPLETE;
        }
        return inScope(state.erp()) && inScope(state.crm()) ? Standing.IN_STEP : Standing.SUSPENDED;
    }

    private static @Nullable String reason(PairState state) {
        if (state.dead() != null) {
            return state.dead().name().toLowerCase(Locale.ROOT);
        }
        for (SideState side : List.of(state.erp(), state.crm())) {
            Rejection rejected = side.rejected();
            if (rejected != null) {
                return rejected.words();
            }
        }
        Question question = state.question();
        return question == null ? null : question.words();
    }

    private static boolean creating(SideState side) {
        return side.inFlight() != null && side.inFlight().op() == Operation.CREATE;
    }

    private static boolean inScope(SideState side) {
        return side.image() != null && side.image().inScope();
    }
}
