package io.couplet.wire;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.PerRule;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.Rejection;
import io.couplet.domain.pair.SideState;
import io.couplet.domain.pair.Standing;
import io.couplet.domain.pair.Volley;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The states of the couplings of one mapping. What there is per rule is kept under the rule's name, since rules come and go. */
public final class PairStateForm implements StateForm<PairState> {
    /**
     * What can be told of a coupling at a glance.
     *
     * @param mapping the name of its mapping
     * @param standing whether it holds
     */
    public record Front(String mapping, Standing standing) {}

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
        Standing standing = Standing.of(state);
        out.text(mapping.name());
        out.word(standing.kind());
        out.maybe(standing.endedAt(), out::time);
        out.text(state.id());
        side(state.erp());
        side(state.crm());
        out.maybe(state.lead(), out::ref);
        out.maybe(state.wanted(), out::ref);
        out.truth(state.create());
        out.whole(state.lives());
        out.each(state.refused(), out::ref);
        out.each(state.letGo().entrySet(), left -> {
            out.ref(left.getKey());
            out.version(left.getValue());
        });
        out.each(state.needs(), this::name);
        out.truth(state.parked());
        out.each(state.waits(), this::name);
        out.maybe(state.question(), this::question);
        sides(state.chosen());
        out.truth(state.agreedToDelete());
        out.texts(state.aliases());
        sides(state.drift());
        out.whole(state.volley().commands());
        out.time(state.volley().since());
        out.maybe(state.openSince(), out::time);
        out.maybe(state.dying(), out::word);
        out.maybe(state.dead(), out::word);
        out.maybe(state.endedAt(), out::time);
        out.whole(state.toErp());
        out.whole(state.toCrm());
        out.whole(state.last());
        return out.end();
    }

    private void name(Name name) {
        out.text(name.text());
        out.text(name.mapping());
    }

    private static Name name(StateReader in) {
        String text = in.text();
        return new Name(in.text(), text);
    }

    private void question(Question question) {
        out.word(question.kind());
        out.text(question.words());
        out.texts(question.rules());
    }

    private void sides(SortedMap<String, Side> sides) {
        out.each(sides.entrySet(), entry -> {
            out.text(entry.getKey());
            out.word(entry.getValue());
        });
    }

    private void side(SideState side) {
        out.maybe(side.ref(), out::ref);
        out.maybe(side.image(), out::image);
        out.truth(side.captured());
        out.maybe(side.former(), out::text);
        perRule(side.base(), out::value);
        out.version(side.baseVersion());
        perRule(side.changedAt(), out::time);
        out.maybe(side.inFlight(), out::command);
        out.maybe(side.staleAt(), out::version);
        out.maybe(side.rejected(), rejected -> {
            out.text(rejected.words());
            out.text(rejected.content());
        });
        out.maybe(side.owed(), out::version);
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
        front(in);
        return new PairState(
                in.text(),
                side(in, Side.ERP),
                side(in, Side.CRM),
                in.maybe(in::ref),
                in.maybe(in::ref),
                in.truth(),
                Math.toIntExact(in.whole()),
                new TreeSet<>(in.each(in::ref)),
                letGo(in),
                new TreeSet<>(in.each(() -> name(in))),
                in.truth(),
                new TreeSet<>(in.each(() -> name(in))),
                in.maybe(() -> new Question(in.word(Question.Kind.class), in.text(), in.texts())),
                sides(in),
                in.truth(),
                in.texts(),
                sides(in),
                new Volley(Math.toIntExact(in.whole()), in.time()),
                in.maybe(in::time),
                in.maybe(() -> in.word(ReleaseReason.class)),
                in.maybe(() -> in.word(ReleaseReason.class)),
                in.maybe(in::time),
                in.whole(),
                in.whole(),
                in.whole());
    }

    /** What stands at the front of a state's bytes, read without the rest. */
    public static Front front(byte[] bytes) {
        return front(new StateReader(bytes));
    }

    private static Front front(StateReader in) {
        return new Front(in.text(), new Standing(in.word(Standing.Kind.class), in.maybe(in::time)));
    }

    private static SortedMap<String, Side> sides(StateReader in) {
        SortedMap<String, Side> sides = new TreeMap<>();
        for (long left = in.whole(); left > 0; left--) {
            String rule = in.text();
            sides.put(rule, in.word(Side.class));
        }
        return sides;
    }

    private static SortedMap<RecordRef, Version> letGo(StateReader in) {
        SortedMap<RecordRef, Version> letGo = new TreeMap<>();
        for (long left = in.whole(); left > 0; left--) {
            RecordRef ref = in.ref();
            letGo.put(ref, in.version());
        }
        return letGo;
    }

    private SideState side(StateReader in, Side side) {
        return new SideState(
                in.maybe(in::ref),
                in.maybe(() -> in.image(mapping.fieldNames(side))),
                in.truth(),
                in.maybe(in::text),
                perRule(in, in::value, Value.class),
                in.version(),
                perRule(in, in::time, Instant.class),
                in.maybe(in::command),
                in.maybe(in::version),
                in.maybe(() -> new Rejection(in.text(), in.text())),
                in.maybe(in::version),
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
