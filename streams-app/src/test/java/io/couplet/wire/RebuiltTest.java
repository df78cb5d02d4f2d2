package io.couplet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.SideState;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What is published of any state, and the newest version that a change topic has, bring back all of it that must survive. */
class RebuiltTest {

    @Property
    void aCoupling(@ForAll long seed) {
        AnyState any = new AnyState(seed);
        PairState live = sensible(any.pair());
        var published = CouplingRecords.coupling(AnyState.MAPPING, live, any.time());

        PairState rebuilt = Rebuilt.pair(AnyState.MAPPING, published, ref -> onTopic(any, live.side(ref.side())));

        assertThat(rebuilt.durable(AnyState.MAPPING)).isEqualTo(live.durable(AnyState.MAPPING));
    }

    @Property
    void aRecord(@ForAll long seed) {
        AnyState any = new AnyState(seed);
        RecordRef ref = any.ref(Side.CRM);
        RecordState live = sensible(any, any.record(Side.CRM));
        var published = RecordRecords.ownership(AnyState.MAPPING, ref, live);
        @Nullable Image known = live.image();
        @Nullable Image captured = known == null || !live.handedOver() ? known : any.maybe(() -> older(known));

        RecordState rebuilt = Rebuilt.record(AnyState.MAPPING, published, captured);

        assertThat(rebuilt.durable()).isEqualTo(live.durable());
        assertThat(rebuilt.image()).isEqualTo(known);
        assertThat(Rebuilt.newest(AnyState.MAPPING, ref, captured, published)).isEqualTo(known);
    }

    /** What the rules never make: a place without a record that shows a version, outcomes that contradict what a record waits for. */
    private static PairState sensible(PairState state) {
        return new PairState(
                state.id(),
                sensible(state.erp()),
                sensible(state.crm()),
                state.lead(),
                state.wanted(),
                state.create(),
                state.lives(),
                state.refused(),
                state.letGo(),
                state.needs(),
                state.parked(),
                state.waits(),
                state.question(),
                state.chosen(),
                state.agreedToDelete(),
                state.aliases(),
                state.drift(),
                state.volley(),
                state.openSince(),
                state.dying(),
                state.dead(),
                state.endedAt(),
                state.toErp(),
                state.toCrm(),
                state.last());
    }

    private static SideState sensible(SideState side) {
        Image image = side.ref() == null ? null : side.image();
        return new SideState(
                side.ref(),
                image,
                side.captured(),
                side.former(),
                side.base(),
                side.baseVersion(),
                side.changedAt(),
                side.inFlight(),
                side.staleAt(),
                side.rejected(),
                side.owed(),
                side.outcome());
    }

    private static RecordState sensible(AnyState any, RecordState state) {
        boolean owned = state.owner() != null;
        boolean unseen = state.image() == null;
        Wait awaits = owned || unseen ? Wait.NONE : state.awaits();
        ChangeOutcome outcome = switch (awaits) {
            case HELD -> ChangeOutcome.HELD;
            case MATCH -> any.flip() ? ChangeOutcome.PARKED : ChangeOutcome.POOLED;
            case AMBIGUOUS -> ChangeOutcome.SET_ASIDE;
            case NONE -> any.flip() ? ChangeOutcome.FILTERED : ChangeOutcome.POOLED;
        };
        return new RecordState(
                state.image(),
                !unseen && state.handedOver(),
                state.owner(),
                state.lead(),
                state.intent(),
                state.partner(),
                state.incarnation(),
                state.detached(),
                state.dissolved(),
                state.former(),
                awaits,
                state.registered(),
                new TreeMap<>(),
                new TreeSet<>(),
                state.freed(),
                state.pendingPartner(),
                state.subscribers(),
                state.info(),
                state.handed(),
                owned || unseen ? ChangeOutcome.PENDING : outcome,
                state.last());
    }

    /** A version that capture showed is on the topic; of one that an answer showed there may be an older one, or none. */
    private static @Nullable Image onTopic(AnyState any, SideState side) {
        Image image = side.image();
        return image == null || side.captured() ? image : any.maybe(() -> older(image));
    }

    private static Image older(Image image) {
        return new Image(
                new Version(image.version().row() - 1, false),
                null,
                "somebody else",
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                !image.inScope(),
                image.fields());
    }
}
