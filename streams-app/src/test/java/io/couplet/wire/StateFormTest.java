package io.couplet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.domain.directory.AliasState;
import io.couplet.domain.directory.Candidates;
import io.couplet.domain.directory.Gate;
import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.Register;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.PerRule;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.Rejection;
import io.couplet.domain.pair.SideState;
import io.couplet.domain.pair.Volley;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is read from a store is what was written, and equal states have equal bytes, so that a digest over stores means something. */
class StateFormTest {

    @Property
    void statesOfRecords(@ForAll long seed) {
        AnyState any = new AnyState(seed);
        check(new RecordStateForm(AnyState.MAPPING, Side.CRM), record(any), record(new AnyState(seed)));
    }

    @Property
    void statesOfPairs(@ForAll long seed) {
        PairState state = pair(new AnyState(seed));
        check(new PairStateForm(AnyState.MAPPING), state, pair(new AnyState(seed)));
    }

    @Property
    void smallStates(@ForAll long seed) {
        AnyState any = new AnyState(seed);
        TreeMap<RecordRef, Register> records = new TreeMap<>();
        any.list(any::ref).forEach(ref -> records.put(ref, new Register(ref, any.flip(), any.maybe(any::ref))));
        Candidates candidates = new Candidates(records, any.number());
        check(SmallStates.candidates(), candidates, candidates);
        TreeSet<Integer> partitions = new TreeSet<>(any.list(() -> any.random.nextInt(9)));
        AliasState alias =
                new AliasState(any.maybe(any::text), any.maybe(any::ref), any.number(), partitions, any.number());
        check(SmallStates.aliases(), alias, alias);
        Gate gate = new Gate(Set.copyOf(any.texts()), any.number());
        check(SmallStates.gates(), gate, gate);
        Answer answer = new Answer(any.text(), any.text(), any.maybe(any::ref), any.maybe(any::text), any.number());
        check(SmallStates.answers(), answer, answer);
    }

    @Property(tries = 5)
    void stateOfAnotherVersionIsRefused(@ForAll byte format) {
        byte[] bytes = {format == StateWriter.FORMAT ? 99 : format, 0};
        assertThatThrownBy(() -> SmallStates.gates().fromBytes(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Rebuild the state");
    }

    private static <S> void check(StateForm<S> form, S state, S same) {
        byte[] bytes = form.toBytes(state);
        assertThat(form.fromBytes(bytes)).isEqualTo(state);
        assertThat(form.toBytes(same)).isEqualTo(bytes);
    }

    private static RecordState record(AnyState any) {
        TreeMap<String, Long> last = new TreeMap<>();
        any.list(any::text).forEach(topic -> last.put(topic, any.number()));
        return new RecordState(
                any.maybe(() -> any.image(Side.CRM)),
                any.maybe(any::text),
                any.flip(),
                any.maybe(() -> any.any(Intent.class)),
                any.maybe(any::ref),
                any.random.nextInt(5),
                any.flip(),
                any.texts(),
                any.any(RecordState.Wait.class),
                any.list(() -> new RecordState.Registration(any.text(), any.flip(), any.maybe(any::ref))),
                verdicts(any),
                any.texts(),
                any.flip(),
                any.maybe(any::ref),
                new TreeSet<>(any.list(() -> any.random.nextInt(9))),
                any.maybe(() -> new Info(
                        any.text(), any.maybe(any::ref), any.maybe(any::ref), any.maybe(any::text), any.number())),
                any.maybe(any::version),
                any.any(ChangeOutcome.class),
                last);
    }

    private static SortedMap<String, Verdict> verdicts(AnyState any) {
        TreeMap<String, Verdict> verdicts = new TreeMap<>();
        any.list(any::text)
                .forEach(key -> verdicts.put(key, new Verdict(key, any.any(Judgement.class), any.maybe(any::ref))));
        return verdicts;
    }

    private static SortedMap<RecordRef, Version> versions(AnyState any) {
        TreeMap<RecordRef, Version> versions = new TreeMap<>();
        any.list(any::ref).forEach(ref -> versions.put(ref, any.version()));
        return versions;
    }

    private static PairState pair(AnyState any) {
        return new PairState(
                any.text(),
                side(any, Side.ERP),
                side(any, Side.CRM),
                any.maybe(any::ref),
                any.maybe(any::ref),
                any.flip(),
                any.random.nextInt(5),
                new TreeSet<>(any.list(any::ref)),
                new TreeSet<>(any.list(any::ref)),
                versions(any),
                any.textMap(),
                any.flip(),
                any.textMap(),
                any.maybe(() -> new Question(any.any(Question.Kind.class), any.text(), any.texts())),
                any.sideMap(),
                any.flip(),
                any.texts(),
                any.sideMap(),
                new Volley(any.random.nextInt(99), any.time()),
                any.maybe(() -> any.any(ReleaseReason.class)),
                any.maybe(() -> any.any(ReleaseReason.class)),
                any.maybe(any::time),
                any.number(),
                any.number(),
                any.number());
    }

    private static SideState side(AnyState any, Side side) {
        PerRule<Value> base = perRule(any, any::value);
        PerRule<Instant> changedAt = perRule(any, any::time);
        return new SideState(
                any.maybe(() -> any.ref(side)),
                any.maybe(() -> any.image(side)),
                any.flip(),
                base,
                any.version(),
                changedAt,
                any.maybe(any::command),
                any.maybe(any::version),
                any.maybe(() -> new Rejection(any.text(), any.text())),
                any.maybe(any::version),
                any.any(ChangeOutcome.class));
    }

    private static <T> PerRule<T> perRule(AnyState any, Supplier<T> thing) {
        PerRule<T> things = PerRule.none();
        for (Rule rule : AnyState.MAPPING.rules()) {
            if (any.flip()) {
                things = things.with(rule.index(), thing.get());
            }
        }
        return things;
    }
}
