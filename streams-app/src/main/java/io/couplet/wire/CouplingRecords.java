package io.couplet.wire;

import io.couplet.contract.CoupledSide;
import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.Field;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.Rejection;
import io.couplet.domain.pair.SideState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                side(mapping, state, Side.ERP),
                side(mapping, state, Side.CRM),
                Images.text(state.lead()),
                Images.text(state.wanted()),
                new ArrayList<>(state.needs().keySet()),
                reason(state),
                new ArrayList<>(state.drift().keySet()),
                state.toErp(),
                state.toCrm(),
                at);
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

    private static CoupledSide side(Mapping mapping, PairState state, Side which) {
        SideState side = state.side(which);
        @Nullable Image image = side.image();
        List<Field> base = new ArrayList<>(mapping.rules().size());
        for (Rule rule : mapping.rules()) {
            @Nullable Value value = side.base().get(rule.index());
            if (value != null) {
                base.add(new Field(rule.name(), Values.toAvro(value)));
            }
        }
        return new CoupledSide(
                Images.text(side.ref()),
                image == null ? 0L : image.version().row(),
                image != null && image.deleted(),
                side.baseVersion().row(),
                base);
    }
}
