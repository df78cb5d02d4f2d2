package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.Inheritance;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.List;
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
    SortedMap<String, String> needs;
    boolean parked;
    final SortedMap<String, String> waits;

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
    private @Nullable Instant endedAt;
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
        needs = new TreeMap<>(state.needs());
        parked = state.parked();
        waits = new TreeMap<>(state.waits());
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
        return answerDue || erp.staleAt != null || crm.staleAt != null || former() != null;
    }

    /** The dissolved coupling of the same two records, whose base is awaited; null where none is. */
    @Nullable
    String former() {
        boolean same = erp.former != null && erp.former.equals(crm.former);
        return same && dead == null && holds(Guard.BASE_INHERITED) ? erp.former : null;
    }

    /** Whether nothing was ever agreed. */
    boolean fresh() {
        return erp.base.equals(PerRule.none()) && crm.base.equals(PerRule.none());
    }

    /** Goes on from what the same two records agreed on last. */
    void inherit(Inheritance last) {
        for (Rule rule : mapping.rules()) {
            Value onErp = last.erp().get(rule.name());
            Value onCrm = last.crm().get(rule.name());
            if (onErp != null && onCrm != null) {
                agree(rule, onErp, onCrm);
            }
        }
        erp.baseVersion = erp.baseVersion.max(last.erpVersion());
        crm.baseVersion = crm.baseVersion.max(last.crmVersion());
        erp.former = null;
        crm.former = null;
    }

    /** What its records agreed on last, for a new coupling of the two; nothing unless a person dissolved it. What was drift is left out. */
    Inheritance inheritance() {
        SortedMap<String, Value> onErp = new TreeMap<>();
        SortedMap<String, Value> onCrm = new TreeMap<>();
        if (dead != ReleaseReason.UNCOUPLED) {
            return new Inheritance(id, onErp, onCrm, Version.NONE, Version.NONE);
        }
        for (Rule rule : mapping.rules()) {
            Value ofErp = erp.base.get(rule.index());
            Value ofCrm = crm.base.get(rule.index());
            if (ofErp != null && ofCrm != null && !drift.containsKey(rule.name())) {
                onErp.put(rule.name(), ofErp);
                onCrm.put(rule.name(), ofCrm);
            }
        }
        return new Inheritance(id, onErp, onCrm, erp.baseVersion, crm.baseVersion);
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
        if (chosen.get(PairState.WHOLE) == side.side.other() && !known.fields().equals(newer.fields())) {
            chosen.remove(PairState.WHOLE);
        }
    }

    // ---- what became of versions -----------------------------------------------------------------------------------

    void become(PairSide side, ChangeOutcome outcome) {
        if (side.outcome != outcome) {
            side.outcome = outcome;
            if (outcome != ChangeOutcome.PENDING) {
                count(side, outcome);
            }
        }
    }

    /** A newer version of a side is here. Whether a version that is on its way arrives, the answer will tell. */
    void supersede(PairSide side) {
        Command onItsWay = side(side.side.other()).inFlight;
        boolean carried = onItsWay != null && onItsWay.sourceVersion().equals(side.version());
        if (side.image != null && side.open() && side.captured) {
            if (carried) {
                side.owed = side.version();
            } else {
                count(side, ChangeOutcome.SUPERSEDED);
            }
        }
        side.outcome = ChangeOutcome.PENDING;
    }

    /** Says what became of both versions; one that was settled before is open again while it holds what cannot go on. */
    void settle(ChangeOutcome rest) {
        for (PairSide side : List.of(erp, crm)) {
            boolean waits = rest == ChangeOutcome.SET_ASIDE || rest == ChangeOutcome.PARKED;
            if (side.image != null && (side.unfinished() || (waits && differsFromBase(side)))) {
                become(side, rest);
            }
        }
    }

    /** Counts a transition of the version that a side shows, if that version was captured. */
    void count(PairSide side, ChangeOutcome outcome) {
        if (side.ref != null && side.captured) {
            count(side.ref, side.version(), outcome);
        }
    }

    void count(RecordRef ref, Version version, ChangeOutcome outcome) {
        out.count(mapping.name(), ref, version, outcome);
    }

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
    void needNow(SortedMap<String, String> missing, boolean cannotGoOn) {
        watch(missing);
        needs = missing;
        parked = cannotGoOn;
    }

    /** Asks to be woken when these names come to stand for something else. */
    void watch(SortedMap<String, String> names) {
        names.forEach((about, of) -> {
            if (waits.put(about, of) == null) {
                out.add(new Output.WaitFor(id, of, about));
            }
        });
    }

    void needNothing() {
        needNow(new TreeMap<>(), false);
    }

    /** Gives up wake-up entries; only inputs addressed to the coupling may do that (H10). */
    void stopWaitingIfDone() {
        boolean watches = erp.rejected != null || crm.rejected != null;
        if (needs.isEmpty() && !watches && !waits.isEmpty()) {
            waits.forEach((about, of) -> out.add(new Output.StopWaiting(id, of, about)));
            waits.clear();
        }
    }

    // ---- how it ends, or begins again ------------------------------------------------------------------------------

    /** Dissolves the coupling, after what is in flight has been answered (H15). */
    void die(ReleaseReason why) {
        if (inFlight() && holds(Guard.RELEASE_AFTER_ANSWER)) {
            dying = why;
            return;
        }
        dying = null;
        dead = why == ReleaseReason.REFUSED && created() && holds(Guard.CREATED_ONCE) ? ReleaseReason.TAKEN : why;
        endedAt = origin.at();
        needs = new TreeMap<>();
        parked = false;
        question = null;
        chosen.clear();
        speech.sayFarewell(dead);
        if (dead == ReleaseReason.TAKEN) {
            say(
                    "dissolved: one of its records belongs to another coupling by now, and the other one was created for it;"
                            + " couple by hand what belongs together");
        }
    }

    /** Whether one of its records is there because it was created for the other. */
    private boolean created() {
        return (erp.image != null && ownRef(Side.ERP).equals(erp.ref))
                || (crm.image != null && ownRef(Side.CRM).equals(crm.ref));
    }

    /** The record that it creates on a side in its present life. */
    RecordRef ownRef(Side side) {
        return ownRef(side, lives);
    }

    /** The record that it creates on a side in one of its lives, counted from zero. */
    RecordRef ownRef(Side side, int life) {
        String entity = mapping.end(side).entity().substring(4);
        String own = life == 0 ? NameUuid.of(id) : NameUuid.of(id, Integer.toString(life));
        return side == Side.CRM
                ? RecordRef.crm(entity, own)
                : RecordRef.erp(mapping.companies().iterator().next(), entity, own);
    }

    /** Lets a deleted record go and makes room for its successor. */
    void beginAgain(PairSide gone) {
        RecordRef former = gone.ref;
        if (former != null) {
            Version unsaid = gone.unsaid();
            letGo.put(former, unsaid == null ? Version.NONE : unsaid);
            speech.release(former, gone.alive() ? ReleaseReason.REFUSED : ReleaseReason.DELETED, unsaid);
        }
        PairSide survivor = side(gone.side.other());
        gone.empty();
        survivor.base = PerRule.none();
        lead = survivor.ref;
        lives++;
        create = true;
        drift.clear();
        chosen.clear();
    }

    /**
     * Takes a record in that only this coupling can have created, after it had begun again, if a crash made it forget that.
     *
     * @return whether it is such a record, and has its place now
     */
    boolean recallsLife(RecordRef ref) {
        PairSide place = side(ref.side());
        boolean forgotten =
                place.ref != null && ref.equals(ownRef(ref.side(), lives + 1)) && holds(Guard.LIFE_RECALLED);
        if (forgotten) {
            beginAgain(place);
            place.ref = ref;
        }
        return forgotten;
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
