package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One coupling at work: what it knows and how that changes. What it says to others is {@link Speech}. */
final class Coupling {
    final String id;
    final Mapping mapping;
    final Guards guards;
    final Origin origin;
    final Outbox out;
    final Speech speech;
    final Outcomes outcomes = new Outcomes(this);
    final Life life = new Life(this);
    final Legacy legacy = new Legacy(this);

    private final PairSide erp;
    private final PairSide crm;

    @Nullable
    RecordRef lead;

    @Nullable
    RecordRef wanted;

    boolean create;
    int lives;
    final SortedSet<RecordRef> refused;
    final SortedMap<RecordRef, Version> letGo;
    SortedSet<Name> needs;
    boolean parked;
    final SortedSet<Name> waits;

    @Nullable
    Question question;

    final SortedMap<String, Side> chosen;
    boolean agreedToDelete;
    final SortedSet<String> aliases;
    final SortedMap<String, Side> drift;
    Volley volley;

    @Nullable
    ReleaseReason dying;

    @Nullable
    ReleaseReason dead;

    private final @Nullable Open wasOpen;
    private final @Nullable Instant openSince;

    @Nullable
    Instant endedAt;

    private long toErp;
    private long toCrm;

    Coupling(Mapping mapping, Guards guards, PairState state, Origin origin, Outbox out) {
        this.id = state.id();
        this.mapping = mapping;
        this.guards = guards;
        this.origin = origin;
        this.out = out;
        this.speech = new Speech(this, state);
        erp = new PairSide(Side.ERP, state.erp());
        crm = new PairSide(Side.CRM, state.crm());
        lead = state.lead();
        wanted = state.wanted();
        create = state.create();
        lives = state.lives();
        refused = new TreeSet<>(state.refused());
        letGo = new TreeMap<>(state.letGo());
        needs = new TreeSet<>(state.needs());
        parked = state.parked();
        waits = new TreeSet<>(state.waits());
        question = state.question();
        chosen = new TreeMap<>(state.chosen());
        agreedToDelete = state.agreedToDelete();
        aliases = new TreeSet<>(state.aliases());
        drift = new TreeMap<>(state.drift());
        volley = state.volley();
        wasOpen = Open.of(state);
        openSince = state.openSince();
        dying = state.dying();
        dead = state.dead();
        endedAt = state.endedAt();
        toErp = state.toErp();
        toCrm = state.toCrm();
    }

    /** The state after this step. */
    PairState state() {
        return new PairState(
                id,
                erp.state(),
                crm.state(),
                lead,
                wanted,
                create,
                lives,
                refused,
                letGo,
                needs,
                parked,
                waits,
                question,
                chosen,
                agreedToDelete,
                aliases,
                drift,
                volley,
                openSince(),
                dying,
                dead,
                endedAt,
                toErp,
                toCrm,
                origin.offset());
    }

    private @Nullable Instant openSince() {
        boolean refused = erp.rejected != null || crm.rejected != null;
        Open open = dead == null ? Open.of(refused, question, !needs.isEmpty(), !drift.isEmpty()) : null;
        if (open == null) {
            return null;
        }
        return open == wasOpen ? openSince : origin.at();
    }

    PairSide side(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    boolean holds(Guard guard) {
        return guards.hold(guard);
    }

    boolean inFlight() {
        return erp.inFlight != null || crm.inFlight != null;
    }

    /** Whether nothing may be decided yet: an answer, or an image that we know to exist, is still on its way. */
    boolean unsettled() {
        boolean answerDue = inFlight() && holds(Guard.IN_FLIGHT_LIMIT);
        return answerDue || erp.staleAt != null || crm.staleAt != null || legacy.awaited() != null;
    }

    boolean agreedOn(Rule rule) {
        return erp.base.get(rule.index()) != null && crm.base.get(rule.index()) != null;
    }

    /** Whether a side's value differs from what was last agreed, or was never agreed. */
    boolean changed(Rule rule, PairSide side) {
        Image image = side.image;
        return image != null
                && (!agreedOn(rule)
                        || !image.fields().get(rule.field(side.side)).equals(side.base.get(rule.index())));
    }

    boolean differsFromBase(PairSide side) {
        for (Rule rule : mapping.rules()) {
            if (changed(rule, side)) {
                return true;
            }
        }
        return false;
    }

    void agree(Rule rule, Value onErp, Value onCrm) {
        erp.base = erp.base.with(rule.index(), onErp);
        crm.base = crm.base.with(rule.index(), onCrm);
        drift.remove(rule.name());
        chosen.remove(rule.name());
    }

    /** A side shows a newer version. */
    void see(PairSide side, Image newer, boolean captured) {
        if (side.image != null) {
            dropChoices(side, side.image, newer);
        }
        side.see(newer, captured, mapping.rules());
    }

    /** A person's choice against a side does not hold for what was edited there since (nobody's edit is overwritten unseen). */
    private void dropChoices(PairSide side, Image known, Image newer) {
        if (chosen.isEmpty() || !holds(Guard.CHOICE_SPARES_EDITS)) {
            return;
        }
        for (Rule rule : mapping.rules()) {
            String field = rule.field(side.side);
            if (!known.fields().get(field).equals(newer.fields().get(field))) {
                mapping.movingWith(rule).forEach(moved -> chosen.remove(moved.name(), side.side.other()));
            }
        }
        boolean edited = !known.fields().equals(newer.fields()) || broughtBack(known, newer);
        if (chosen.get(PairState.WHOLE) == side.side.other() && edited) {
            chosen.remove(PairState.WHOLE);
        }
    }

    /** Whether somebody removed the record and entered it again in between, as far as that shows. */
    private static boolean broughtBack(Image known, Image newer) {
        return known.deleted() ? !newer.deleted() : !Objects.equals(known.createdBy(), newer.createdBy());
    }

    // ---- what it says and counts -----------------------------------------------------------------------------------

    /** Writes a decision down for people. */
    void say(String decision) {
        out.add(new Output.Audited(id, mapping.name(), erp.ref, crm.ref, null, List.of(), decision));
    }

    void countCommand(Side target) {
        if (target == Side.ERP) {
            toErp++;
        } else {
            toCrm++;
        }
    }

    // ---- what it waits for -----------------------------------------------------------------------------------------

    /** Replaces what it needs to know by what the last decision found missing. */
    void needNow(SortedSet<Name> missing, boolean cannotGoOn) {
        watch(missing);
        needs = missing;
        parked = cannotGoOn;
    }

    /** Asks to be woken when these names come to stand for something else. */
    void watch(SortedSet<Name> names) {
        for (Name name : names) {
            if (waits.add(name)) {
                out.add(new Output.WaitFor(id, name));
            }
        }
    }

    void needNothing() {
        needNow(new TreeSet<>(), false);
    }

    /** Gives up wake-up entries; only inputs addressed to the coupling may do that (H10). */
    void stopWaitingIfDone() {
        boolean watches = erp.rejected != null || crm.rejected != null;
        if (needs.isEmpty() && !watches && !waits.isEmpty()) {
            waits.forEach(name -> out.add(new Output.StopWaiting(id, name)));
            waits.clear();
        }
    }

    // ---- drift -----------------------------------------------------------------------------------------------------

    /** Whether what the integration account alters, beyond what we asked for, stays where it is. */
    boolean ignoresAccountEdits() {
        return mapping.policies().accountEdits() == Policies.AccountEdits.IGNORE;
    }

    /** Accepts what differs between two versions of a side as known and on purpose not synchronized. */
    void acceptAsDrift(PairSide side, Image known, Image image) {
        for (Rule rule : mapping.rules()) {
            Value value = image.fields().get(rule.field(side.side));
            boolean altered = !known.fields().get(rule.field(side.side)).equals(value);
            if (altered && agreedOn(rule)) {
                side.base = side.base.with(rule.index(), value);
                drift.put(rule.name(), side.side);
            }
        }
    }
}
