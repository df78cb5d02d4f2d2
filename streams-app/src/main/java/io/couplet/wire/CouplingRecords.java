package io.couplet.wire;

import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.NeededName;
import io.couplet.contract.QuestionKind;
import io.couplet.contract.ReleaseReason;
import io.couplet.contract.RuleSide;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Side;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.SideState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the public reads of a coupling. */
public final class CouplingRecords {
    private CouplingRecords() {}

    /** The coupling itself, as decided at that time. */
    public static Coupling coupling(Mapping mapping, PairState state, Instant at) {
        return new Coupling(
                state.id(),
                mapping.name(),
                stage(state),
                CoupledSides.side(mapping, state, Side.ERP),
                CoupledSides.side(mapping, state, Side.CRM),
                Images.text(state.lead()),
                Images.text(state.wanted()),
                state.create(),
                state.lives(),
                Words.texts(state.refused()),
                Words.texts(state.letGo().keySet()),
                needs(state),
                state.parked(),
                question(state.question()),
                sides(state.chosen()),
                state.agreedToDelete(),
                reason(state),
                sides(state.drift()),
                state.volley().commands(),
                state.volley().since(),
                state.openSince(),
                Words.sameOrNull(state.dying(), ReleaseReason.class),
                Words.sameOrNull(state.dead(), ReleaseReason.class),
                state.endedAt(),
                state.toErp(),
                state.toCrm(),
                at);
    }

    private static List<NeededName> needs(PairState state) {
        List<NeededName> needs = new ArrayList<>(state.needs().size());
        state.needs().forEach(name -> needs.add(new NeededName(name.text(), name.mapping())));
        return needs;
    }

    private static io.couplet.contract.@Nullable Question question(@Nullable Question question) {
        return question == null
                ? null
                : new io.couplet.contract.Question(
                        Words.same(question.kind(), QuestionKind.class),
                        question.words(),
                        new ArrayList<>(question.rules()));
    }

    private static List<RuleSide> sides(SortedMap<String, Side> sides) {
        List<RuleSide> list = new ArrayList<>(sides.size());
        sides.forEach((rule, side) -> list.add(new RuleSide(rule, Words.same(side, io.couplet.contract.Side.class))));
        return list;
    }

    private static CouplingState stage(PairState state) {
        if (state.dead() != null) {
            return CouplingState.DISSOLVED;
        } else if (state.dying() != null) {
            return CouplingState.DISSOLVING;
        } else if (creating(state.erp()) || creating(state.crm())) {
            return CouplingState.CREATING;
        } else if (refused(state) || state.question() != null) {
            return CouplingState.SET_ASIDE;
        } else if (state.parked()) {
            return CouplingState.PARKED;
        } else if (state.erp().image() == null || state.crm().image() == null) {
            return CouplingState.INCOMPLETE;
        }
        return inScope(state.erp()) && inScope(state.crm()) ? CouplingState.ACTIVE : CouplingState.SUSPENDED;
    }

    private static @Nullable String reason(PairState state) {
        return state.dead() == null
                ? OpenCouplings.reason(state)
                : state.dead().name().toLowerCase(Locale.ROOT);
    }

    private static boolean refused(PairState state) {
        return state.erp().rejected() != null || state.crm().rejected() != null;
    }

    private static boolean creating(SideState side) {
        return side.inFlight() != null && side.inFlight().op() == Operation.CREATE;
    }

    private static boolean inScope(SideState side) {
        return side.image() != null && side.image().inScope();
    }
}
