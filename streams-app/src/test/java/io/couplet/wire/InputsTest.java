package io.couplet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.contract.PairInput;
import io.couplet.contract.Wake;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.DirectoryMessage;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What one step says is what the other one is told. */
class InputsTest {
    private static final String MAPPING = AnyState.MAPPING.name();

    private final LoadedMappings mappings = new LoadedMappings(List.of(AnyState.MAPPING));
    private final PairInputs pairInputs = new PairInputs(mappings);
    private final DirectoryInputs directoryInputs = new DirectoryInputs(mappings);

    @Property
    void whatPairsAreTold(@ForAll long seed) {
        AnyState any = new AnyState(seed);
        Side side = any.any(Side.class);
        RecordRef ref = any.ref(side);
        for (PairMessage message : List.of(
                new PairMessage.Own(
                        ref,
                        any.image(side),
                        any.flip(),
                        any.maybe(() -> any.any(PairMessage.Intent.class)),
                        any.maybe(any::ref),
                        any.maybe(any::ref),
                        any.flip(),
                        any.maybe(any::text)),
                new PairMessage.Changed(ref, any.image(side)),
                new PairMessage.Result(
                        any.command(),
                        any.any(PairMessage.CommandOutcome.class),
                        any.maybe(any::row),
                        any.maybe(any::text),
                        any.time()),
                new PairMessage.Wake(any.text()),
                new PairMessage.NoPartner(ref, any.any(PairMessage.Refusal.class)),
                new PairMessage.Inherit(any.text()),
                new PairMessage.Inheritance(any.text(), any.values(), any.values(), Version.of(7), Version.NONE),
                new PairMessage.Uncouple(any.text()),
                new PairMessage.Retry(any.text()),
                new PairMessage.Resolve(
                        any.text(), side, any.texts(), any.maybe(any::number), any.maybe(any::number)))) {
            PairInbox told = new PairInbox.Told(MAPPING, message);
            assertThat(pairInputs.fromAvro(PairInputs.toAvro(told))).isEqualTo(told);
        }
    }

    @Property
    void whatPartitionsAreTold(@ForAll long seed) {
        AnyState any = new AnyState(seed);
        PairInbox known = new PairInbox.Known(
                any.random.nextInt(9),
                new Answer(MAPPING, any.text(), any.maybe(any::ref), any.maybe(any::text), any.number()));
        assertThat(pairInputs.fromAvro(PairInputs.toAvro(known))).isEqualTo(known);
    }

    @Property
    void whatTheDirectoryIsTold(@ForAll long seed) {
        AnyState any = new AnyState(seed);
        for (DirectoryMessage message : List.of(
                new DirectoryMessage.Verdict(
                        any.text(), any.any(DirectoryMessage.Judgement.class), any.maybe(any::ref)),
                new DirectoryMessage.ClaimFor(any.text(), any.ref()),
                new DirectoryMessage.Couple(any.ref(), any.text()),
                new DirectoryMessage.UncoupleRecord(any.text(), any.maybe(any::text)),
                new DirectoryMessage.ReleaseHeld(any.text()),
                new DirectoryMessage.CreateCounterpart(any.text(), any.random.nextInt(9)),
                new DirectoryMessage.Info(
                        any.text(), any.maybe(any::ref), any.maybe(any::ref), any.maybe(any::text), any.number()),
                new DirectoryMessage.Release(
                        any.text(), any.any(DirectoryMessage.ReleaseReason.class), null, true, any.maybe(any::version)),
                new DirectoryMessage.Subscribe(any.random.nextInt(9)),
                new DirectoryMessage.Register(any.ref(), any.flip(), any.maybe(any::ref)),
                new DirectoryMessage.Unregister(any.ref()),
                new DirectoryMessage.SnapshotMarker(any.any(Side.class), any.random.nextInt(9)),
                new DirectoryMessage.AliasSet(any.text(), any.ref(Side.ERP), any.ref(Side.CRM), any.number()),
                new DirectoryMessage.AliasGone(any.text(), any.number()))) {
            DirectoryInbox.Told told = new DirectoryInbox.Told(MAPPING, message);
            assertThat(directoryInputs.fromAvro(DirectoryInputs.toAvro(told))).isEqualTo(told);
        }
    }

    @Test
    void aMappingThatIsNotLoadedIsNamed() {
        assertThatThrownBy(() -> pairInputs.fromAvro(new PairInput("removed", new Wake("x"))))
                .isInstanceOf(UnknownMapping.class)
                .hasMessageContaining("'removed'");
    }
}
