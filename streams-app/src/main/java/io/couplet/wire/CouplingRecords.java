package io.couplet.wire;

import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.NeededName;
import io.couplet.contract.QuestionKind;
import io.couplet.contract.ReleaseReason;
import io.couplet.contract.RuleSide;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Side;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.Rejection;
import io.couplet.domain.pair.SideState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                Words.texts(state.letGo()),
                needs(state),
                state.parked(),
                question(state.question()),
                sides(state.chosen()),
                state.agreedToDelete(),
                reason(state),
                sides(state.drift()),
                state.volley().commands(),
                state.volley().since(),
                Words.sameOrNull(state.dying(), ReleaseReason.class),
                Words.sameOrNull(state.dead(), ReleaseReason.class),
                state.endedAt(),
                state.toErp(),
                state.toCrm(),
                at);
    }

    private static List<NeededName> needs(PairState state) {
        List<NeededName> needs = new ArrayList<>(state.needs().size());
        state.needs().forEach((name, mapping) -> needs.add(new NeededName(name, mapping)));
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

    /** What it waits for or what a person must decide, since that time; nothing where it goes on by itself. */
    public static Optional<SetAside> setAside(Mapping mapping, PairState state, Instant since) {
        @Nullable SetAsideKind kind = kind(state);
        return kind == null
                ? Optional.empty()
                : Optional.of(new SetAside(
                        state.id(),
                        mapping.name(),
                        kind,
                        Images.text(state.erp().ref()),
                        Images.text(state.crm().ref()),
                        words(state, kind),
                        new ArrayList<>(state.needs().keySet()),
                        state.question() == null
                                ? List.of()
                                : List.copyOf(state.question().rules()),
                        since));
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

    private static @Nullable SetAsideKind kind(PairState state) {
        if (state.dead() != null) {
            return null;
        } else if (refused(state)) {
            return SetAsideKind.REJECTED;
        }
        @Nullable Question question = state.question();
        if (question != null) {
            return SetAsideKind.valueOf(question.kind().name());
        }
        return state.needs().isEmpty() ? null : SetAsideKind.PARKED;
    }

    private static String words(PairState state, SetAsideKind kind) {
        if (kind != SetAsideKind.PARKED) {
            return String.valueOf(reason(state));
        }
        String missing = String.join(", ", state.needs().keySet());
        return (state.parked() ? "waits for " : "goes on without a field that waits for ") + missing;
    }

    private static @Nullable String reason(PairState state) {
        if (state.dead() != null) {
            return state.dead().name().toLowerCase(Locale.ROOT);
        }
        for (Side side : Side.values()) {
            @Nullable Rejection rejected = state.side(side).rejected();
            if (rejected != null) {
                return "the " + side.word() + " refused: " + rejected.words();
            }
        }
        @Nullable Question question = state.question();
        return question == null ? null : question.words();
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
