package io.couplet.wire;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.PerRule;
import io.couplet.domain.pair.SideState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The states of the couplings of one mapping. What there is per rule is kept under the rule's name, since rules come and go. */
public final class PairStateForm implements StateForm<PairState> {
    private final Mapping mapping;
    private final Map<String, Rule> rules = new HashMap<>();
    private final StateWriter out = new StateWriter();

    /** For the couplings of a mapping. */
    public PairStateForm(Mapping mapping) {
        this.mapping = mapping;
        mapping.rules().forEach(rule -> rules.put(rule.name(), rule));
    }

    @Override
    public byte[] toBytes(PairState state) {
        out.begin();
        out.text(state.id());
        side(state.erp());
        side(state.crm());
        out.maybe(state.lead(), out::ref);
        out.maybe(state.wanted(), out::ref);
        out.truth(state.create());
        out.each(state.refused(), out::ref);
        out.texts(state.needs());
        out.truth(state.parked());
        out.texts(state.waits());
        out.maybe(state.question(), out::text);
        out.texts(state.aliases());
        out.texts(state.drift());
        out.maybe(state.dying(), out::word);
        out.maybe(state.dead(), out::word);
        out.whole(state.toErp());
        out.whole(state.toCrm());
        out.whole(state.last());
        return out.end();
    }

    private void side(SideState side) {
        out.maybe(side.ref(), out::ref);
        out.maybe(side.image(), out::image);
        out.truth(side.captured());
        perRule(side.base(), out::value);
        out.version(side.baseVersion());
        perRule(side.changedAt(), out::time);
        out.maybe(side.inFlight(), out::command);
        out.maybe(side.staleAt(), out::version);
        out.maybe(side.rejected(), out::text);
        out.word(side.outcome());
    }

    private <T> void perRule(PerRule<T> things, StateWriter.Part<T> form) {
        List<Rule> all = mapping.rules();
        int filled = 0;
        for (Rule rule : all) {
            filled += things.get(rule.index()) == null ? 0 : 1;
        }
        out.whole(filled);
        for (Rule rule : all) {
            @Nullable T thing = things.get(rule.index());
            if (thing != null) {
                out.text(rule.name());
                form.write(thing);
            }
        }
    }

    @Override
    public PairState fromBytes(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        return new PairState(
                in.text(),
                side(in, Side.ERP),
                side(in, Side.CRM),
                in.maybe(in::ref),
                in.maybe(in::ref),
                in.truth(),
                new TreeSet<>(in.each(in::ref)),
                in.textMap(),
                in.truth(),
                in.textMap(),
                in.maybe(in::text),
                in.texts(),
                in.texts(),
                in.maybe(() -> in.word(ReleaseReason.class)),
                in.maybe(() -> in.word(ReleaseReason.class)),
                in.whole(),
                in.whole(),
                in.whole());
    }

    private SideState side(StateReader in, Side side) {
        return new SideState(
                in.maybe(in::ref),
                in.maybe(() -> in.image(mapping.fieldNames(side))),
                in.truth(),
                perRule(in, in::value, Value.class),
                in.version(),
                perRule(in, in::time, Instant.class),
                in.maybe(in::command),
                in.maybe(in::version),
                in.maybe(in::text),
                in.word(ChangeOutcome.class));
    }

    private <T> PerRule<T> perRule(StateReader in, Supplier<? extends T> form, Class<T> type) {
        PerRule<T> things = PerRule.none();
        for (long left = in.whole(); left > 0; left--) {
            @Nullable Rule rule = rules.get(in.text());
            T thing = type.cast(form.get());
            if (rule != null) {
                things = things.with(rule.index(), thing);
            }
        }
        return things;
    }
}
