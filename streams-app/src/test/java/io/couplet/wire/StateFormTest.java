package io.couplet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.domain.aggregate.EntryState;
import io.couplet.domain.directory.AliasState;
import io.couplet.domain.directory.Candidates;
import io.couplet.domain.directory.Gate;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.DirectoryMessage.Register;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Standing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is read from a store is what was written, and equal states have equal bytes, so that a digest over stores means something. */
class StateFormTest {

    @Property
    void statesOfRecords(@ForAll long seed) {
        AnyState any = new AnyState(seed);
        check(
                new RecordStateForm(AnyState.MAPPING, Side.CRM),
                any.record(Side.CRM),
                new AnyState(seed).record(Side.CRM));
    }

    @Property
    void statesOfPairs(@ForAll long seed) {
        PairState state = new AnyState(seed).pair();
        check(new PairStateForm(AnyState.MAPPING), state, new AnyState(seed).pair());
        assertThat(PairStateForm.front(new PairStateForm(AnyState.MAPPING).toBytes(state)))
                .isEqualTo(new PairStateForm.Front(AnyState.MAPPING.name(), Standing.of(state)));
    }

    @Property
    void smallStates(@ForAll long seed) {
        AnyState any = new AnyState(seed);
        TreeMap<RecordRef, Register> records = new TreeMap<>();
        any.list(any::ref).forEach(ref -> records.put(ref, new Register(ref, any.flip(), any.maybe(any::ref))));
        Candidates candidates = new Candidates(records, any.number());
        check(SmallStates.candidates(), candidates, candidates);
        TreeSet<Integer> partitions = new TreeSet<>(any.list(() -> any.random.nextInt(9)));
        AliasState alias = new AliasState(
                new TreeMap<>(Map.of(any.text(), new AliasState.Claim(any.ref(), any.number(), any.number()))),
                any.number(),
                partitions,
                any.number());
        check(SmallStates.aliases(), alias, alias);
        Gate gate = new Gate(Set.copyOf(any.texts()), any.number());
        check(SmallStates.gates(), gate, gate);
        Answer answer = new Answer(any.text(), any.text(), any.maybe(any::ref), any.maybe(any::text), any.number());
        check(SmallStates.answers(), answer, answer);
    }

    @Property(tries = 5)
    void stateOfAnotherVersionIsRefused(@ForAll byte format) {
        boolean known = format == StateWriter.FORMAT || format == StateReader.FORMER_FORMAT;
        byte[] bytes = {known ? 99 : format, 0};
        assertThatThrownBy(() -> SmallStates.gates().fromBytes(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Rebuild the state");
    }

    @Example
    void statesOfTheFormatBeforeAreRead() {
        byte[] read = {StateReader.FORMER_FORMAT, 4, 2, 'a', 2, 'b'};
        assertThat(SumStates.read().fromBytes(read)).containsExactly("a", "b");

        byte[] entry = {StateReader.FORMER_FORMAT, 14, 0, 0, 0};
        assertThat(SumStates.entries().fromBytes(entry))
                .isEqualTo(new EntryState(Version.of(7), null, new TreeMap<>(), List.of()));
    }

    private static <S> void check(StateForm<S> form, S state, S same) {
        byte[] bytes = form.toBytes(state);
        assertThat(form.fromBytes(bytes)).isEqualTo(state);
        assertThat(form.toBytes(same)).isEqualTo(bytes);
    }
}
