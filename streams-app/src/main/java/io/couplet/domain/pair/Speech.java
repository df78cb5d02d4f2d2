package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.message.DirectoryMessage.AliasGone;
import io.couplet.domain.message.DirectoryMessage.AliasSet;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Release;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.DirectoryMessage.Written;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.Inherit;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a coupling says: to its records, to those who refer to them, to the appliers. All of it can be said again after a crash. */
final class Speech {
    /** Lives outrank the ERP's row versions in the order of announcements; those stay below 2 to the power of 43, and lives below 256. */
    private static final int LIFE = Info.VERSION_BITS - 8;

    private final Coupling coupling;
    private final PairState before;

    Speech(Coupling coupling, PairState before) {
        this.coupling = coupling;
        this.before = before;
    }

    /** Tells its records what has changed of what they should know: who the counterpart is, which alias names them. */
    void sayNews() {
        Names now = now();
        Names then = Names.of(
                coupling.mapping,
                before.erp().ref(),
                before.erp().image(),
                before.crm().ref(),
                before.crm().image(),
                before.wanted());
        if (now.equals(then) && !replacesForgotten()) {
            return;
        }
        String alias = now.alias(coupling.mapping);
        if (alias != null) {
            coupling.aliases.add(alias);
        }
        if (coupling.dead == null) {
            say(now);
            String former = then.alias(coupling.mapping);
            if (former != null && !former.equals(alias)) {
                retract(former);
            }
        }
    }

    /** Whether an earlier life may have decided and said something else at this input: it may have let its records go. */
    private boolean replacesForgotten() {
        return coupling.origin.again() && coupling.holds(Guard.PUBLISH_AGAIN);
    }

    /** Says everything again that may have been lost. */
    void sayAgain() {
        if (coupling.dead != null) {
            releaseAll(coupling.dead, false, true);
        } else {
            say(now());
            sendAgain(erp().inFlight);
            sendAgain(crm().inFlight);
        }
        coupling.letGo.forEach(
                (ref, unsaid) -> release(ref, ReleaseReason.DELETED, unsaid.equals(Version.NONE) ? null : unsaid));
        askFormer();
        sayWritten(erp());
        sayWritten(crm());
        if (coupling.holds(Guard.RETRACTED_KEPT)) {
            String current = coupling.dead == null ? now().alias(coupling.mapping) : null;
            coupling.aliases.stream().filter(alias -> !alias.equals(current)).forEach(this::retract);
        }
        coupling.waits.forEach(name -> coupling.out.add(new Output.WaitFor(coupling.id, name)));
        coupling.out.add(new Output.Publish());
    }

    /** The coupling has ended. */
    void sayFarewell(ReleaseReason why) {
        releaseAll(why, true, true);
        coupling.aliases.forEach(this::retract);
    }

    /** Tells a record what it looks like since our own write, where others look for it by its values. */
    void sayWritten(PairSide side) {
        RecordRef ref = side.ref;
        Image image = side.image;
        boolean told = side.captured
                || coupling.dead != null
                || coupling.mapping.match().isEmpty();
        if (ref != null && image != null && !told && coupling.holds(Guard.WRITTEN_TOLD)) {
            coupling.out.toRecord(ref, coupling.mapping.name(), new Written(coupling.id, image));
        }
    }

    /** Asks the former coupling of the same two records, if there is one, what they agreed on last. */
    void askFormer() {
        String former = coupling.legacy.awaited();
        if (former != null) {
            coupling.out.toPair(former, coupling.mapping.name(), new Inherit(coupling.id));
        }
    }

    /** Tells a new coupling of the same two records what they agreed on last. */
    void bequeath(Inherit request) {
        coupling.out.toPair(request.heir(), coupling.mapping.name(), coupling.legacy.left());
    }

    /** Lets a record go. */
    void release(RecordRef ref, ReleaseReason why) {
        release(ref, why, null);
    }

    /**
     * Lets a record go, or turns it away.
     *
     * @param version its version that nobody has said anything about, null where there is none
     */
    void release(RecordRef ref, ReleaseReason why, @Nullable Version version) {
        release(ref, why, version, false);
    }

    private void release(RecordRef ref, ReleaseReason why, @Nullable Version version, boolean ends) {
        PairSide place = coupling.side(ref.side());
        Image image = ref.equals(place.ref) && coupling.holds(Guard.RELEASE_HANDS_OVER) ? place.image : null;
        coupling.out.toRecord(ref, coupling.mapping.name(), new Release(coupling.id, why, image, ends, version));
    }

    /**
     * Lets a record go that has no place here, or not any more.
     *
     * @param handedOver whether it was for this coupling to say what becomes of that version
     */
    void turnAway(RecordRef ref, @Nullable Version version, boolean handedOver) {
        ReleaseReason why = coupling.dead == null ? ReleaseReason.REFUSED : coupling.dead;
        release(ref, why, handedOver ? version : null);
    }

    /** Lets a record go again that has no place here. */
    void releaseStranger(RecordRef ref, @Nullable Version version) {
        if (coupling.dead != null || !ref.equals(coupling.side(ref.side()).ref)) {
            turnAway(ref, version, true);
        }
    }

    /** A record that was claimed for a lead which has not come itself: the lead has forgotten, or was let go. */
    void tellAbsentLead() {
        RecordRef lead = coupling.lead;
        if (lead != null && !lead.equals(coupling.side(lead.side()).ref) && coupling.holds(Guard.CLAIM_ASKS_LEAD)) {
            PairSide claimed = coupling.side(lead.side().other());
            coupling.out.toRecord(lead, coupling.mapping.name(), new Info(coupling.id, null, claimed.ref, null, 0));
        }
    }

    private Names now() {
        return Names.of(coupling.mapping, erp().ref, erp().image, crm().ref, crm().image, coupling.wanted);
    }

    private void say(Names names) {
        long version = ((long) coupling.lives << LIFE) + erp().version().row() * 2 + (names.complete() ? 1 : 0);
        sayTo(erp().ref, crm(), names, version);
        sayTo(crm().ref, erp(), names, version);
        tellAbsentLead();
        RecordRef holder = erp().ref;
        RecordRef partner = crm().ref;
        String alias = names.alias(coupling.mapping);
        if (alias != null && names.complete() && holder != null && partner != null) {
            coupling.out.toAlias(
                    alias,
                    coupling.mapping.name(),
                    new AliasSet(coupling.id, holder, partner, erp().version().row()));
        }
    }

    private void sayTo(@Nullable RecordRef ref, PairSide other, Names names, long version) {
        if (ref != null) {
            RecordRef partner = other.alive() ? other.ref : null;
            coupling.out.toRecord(
                    ref,
                    coupling.mapping.name(),
                    new Info(coupling.id, partner, coupling.wanted, names.businessKey(), version));
        }
    }

    private void retract(String alias) {
        coupling.out.toAlias(
                alias,
                coupling.mapping.name(),
                new AliasGone(coupling.id, erp().version().row()));
    }

    /** The coupling ended before, and somebody has not heard of it. */
    void sayGone(ReleaseReason why) {
        releaseAll(why, false, false);
        coupling.out.add(new Output.Publish());
    }

    private void releaseAll(ReleaseReason why, boolean ends, boolean withVersions) {
        for (PairSide side : List.of(erp(), crm())) {
            if (side.ref != null) {
                release(side.ref, why, withVersions ? side.unsaid() : null, ends);
            }
        }
        if (coupling.wanted != null) {
            release(coupling.wanted, why, null, ends);
        }
    }

    private void sendAgain(@Nullable Command command) {
        if (command != null) {
            coupling.out.add(new Output.Send(command));
        }
    }

    private PairSide erp() {
        return coupling.side(Side.ERP);
    }

    private PairSide crm() {
        return coupling.side(Side.CRM);
    }
}
