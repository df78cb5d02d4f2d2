package io.couplet.wire;

import io.couplet.contract.OpenField;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.pair.Open;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.Rejection;
import io.couplet.domain.pair.SideState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people see of couplings that wait for something or for somebody. */
public final class OpenCouplings {
    private OpenCouplings() {}

    /** What a coupling waits for or what a person may decide; nothing where it goes on by itself. */
    public static Optional<SetAside> of(Mapping mapping, PairState state) {
        @Nullable Open open = Open.of(state);
        if (open == null) {
            return Optional.empty();
        }
        boolean forPeople = open.forPeople();
        return Optional.of(new SetAside(
                state.id(),
                mapping.name(),
                SetAsideKind.valueOf(open.name()),
                Images.text(state.erp().ref()),
                Images.text(state.crm().ref()),
                words(state, open),
                texts(state.needs()),
                List.copyOf(rules(mapping, state, open)),
                Objects.requireNonNullElse(state.openSince(), Instant.EPOCH),
                forPeople ? version(state.erp()) : null,
                forPeople ? version(state.crm()) : null,
                forPeople ? fields(mapping, state, open) : List.of()));
    }

    /** A record that is needed under two mappings is shown once. */
    private static List<String> texts(SortedSet<Name> needs) {
        return needs.stream().map(Name::text).distinct().toList();
    }

    private static String words(PairState state, Open open) {
        return switch (open) {
            case PARKED ->
                (state.parked() ? "waits for " : "goes on without a field that waits for ")
                        + String.join(", ", texts(state.needs()));
            case DRIFT -> "in step, but for " + String.join(", ", state.drift().keySet());
            default -> String.valueOf(reason(state));
        };
    }

    /** Why it was dissolved, was refused or asks; null where nothing is to be said. */
    static @Nullable String reason(PairState state) {
        for (Side side : Side.values()) {
            @Nullable Rejection rejected = state.side(side).rejected();
            if (rejected != null) {
                return "the " + side.word() + " refused: " + rejected.words();
            }
        }
        @Nullable Question question = state.question();
        return question == null ? null : question.words();
    }

    private static SortedSet<String> rules(Mapping mapping, PairState state, Open open) {
        @Nullable Question question = state.question();
        if (open == Open.DRIFT) {
            return new TreeSet<>(state.drift().keySet());
        } else if (open == Open.REJECTED) {
            SortedSet<String> changed = new TreeSet<>();
            mapping.rules().stream().filter(rule -> changed(state, rule)).forEach(rule -> changed.add(rule.name()));
            return changed;
        }
        return question == null ? new TreeSet<>() : question.rules();
    }

    private static boolean changed(PairState state, Rule rule) {
        return !Objects.equals(now(state, rule, Side.ERP), base(state, rule, Side.ERP))
                || !Objects.equals(now(state, rule, Side.CRM), base(state, rule, Side.CRM));
    }

    private static List<OpenField> fields(Mapping mapping, PairState state, Open open) {
        List<OpenField> fields = new ArrayList<>();
        for (Rule rule : mapping.rules()) {
            boolean wanted = open != Open.DRIFT || state.drift().containsKey(rule.name());
            OpenField field = field(state, rule);
            if (wanted && says(field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static boolean says(OpenField field) {
        return field.getErp() != null
                || field.getCrm() != null
                || field.getErpBase() != null
                || field.getCrmBase() != null;
    }

    private static OpenField field(PairState state, Rule rule) {
        @Nullable Value erpBase = base(state, rule, Side.ERP);
        @Nullable Value crmBase = base(state, rule, Side.CRM);
        @Nullable Side astray = state.drift().get(rule.name());
        return new OpenField(
                rule.name(),
                toAvro(now(state, rule, Side.ERP)),
                toAvro(now(state, rule, Side.CRM)),
                erpBase != null,
                toAvro(erpBase),
                toAvro(crmBase),
                astray == null ? null : io.couplet.contract.Side.valueOf(astray.name()));
    }

    private static @Nullable Object toAvro(@Nullable Value value) {
        return value == null ? null : Values.toAvro(value);
    }

    private static @Nullable Value now(PairState state, Rule rule, Side side) {
        @Nullable Image image = state.side(side).image();
        return image == null ? null : image.fields().get(rule.field(side));
    }

    private static @Nullable Value base(PairState state, Rule rule, Side side) {
        return state.side(side).base().get(rule.index());
    }

    private static @Nullable Long version(SideState side) {
        return side.image() == null ? null : side.image().version().row();
    }
}
