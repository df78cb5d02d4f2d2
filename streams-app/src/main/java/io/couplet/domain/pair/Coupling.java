package io.couplet.domain.pair;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.AliasGone;
import io.couplet.domain.message.DirectoryMessage.AliasSet;
import io.couplet.domain.message.DirectoryMessage.Ask;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Release;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One coupling at work: what it knows, how it speaks to its records and how it ends. */
final class Coupling {
    final String id;
    final Mapping mapping;
    final Origin origin;
    final Outbox out;
    private final PairState before;

    private final PairSide erp;
    private final PairSide crm;

    @Nullable
    RecordRef lead;

    @Nullable
    RecordRef wanted;

    boolean create;
    final SortedSet<RecordRef> refused;
    SortedMap<String, String> needs;
    boolean parked;
    private final SortedMap<String, String> waits;

    @Nullable
    String question;

    private final SortedSet<String> aliases;
    final SortedSet<String> drift;

    @Nullable
    ReleaseReason dying;

    @Nullable
    ReleaseReason dead;

    private long toErp;
    private long toCrm;

    Coupling(Mapping mapping, PairState state, Origin origin, Outbox out) {
        this.id = state.id();
        this.mapping = mapping;
        this.origin = origin;
        this.out = out;
        this.before = state;
        erp = new PairSide(Side.ERP, state.erp());
        crm = new PairSide(Side.CRM, state.crm());
        lead = state.lead();
        wanted = state.wanted();
        create = state.create();
        refused = new TreeSet<>(state.refused());
        needs = new TreeMap<>(state.needs());
        parked = state.parked();
        waits = new TreeMap<>(state.waits());
        question = state.question();
        aliases = new TreeSet<>(state.aliases());
        drift = new TreeSet<>(state.drift());
        dying = state.dying();
        dead = state.dead();
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
                refused,
                needs,
                parked,
                waits,
                question,
                aliases,
                drift,
                dying,
                dead,
                toErp,
                toCrm,
                origin.offset());
    }

    PairSide side(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    boolean inFlight() {
        return erp.inFlight != null || crm.inFlight != null;
    }

    boolean unsettled() {
        return erp.unsettled() || crm.unsettled();
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
        return mapping.rules().stream().anyMatch(rule -> changed(rule, side));
    }

    void agree(Rule rule, Value onErp, Value onCrm) {
        erp.base = erp.base.with(rule.index(), onErp);
        crm.base = crm.base.with(rule.index(), onCrm);
        drift.remove(rule.name());
    }

    void become(PairSide side, ChangeOutcome outcome) {
        if (side.outcome != outcome) {
            side.outcome = outcome;
            if (outcome != ChangeOutcome.PENDING) {
                out.count(mapping.name(), side.side, outcome);
            }
        }
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
        missing.forEach((about, of) -> {
            if (waits.put(about, of) == null) {
                out.add(new Output.WaitFor(id, of, about, false));
            }
        });
        needs = missing;
        parked = cannotGoOn;
    }

    /** Gives up wake-up entries; only inputs addressed to the coupling may do that (H10). */
    void stopWaitingIfDone() {
        if (needs.isEmpty()) {
            waits.forEach((about, of) -> out.add(new Output.StopWaiting(id, of, about)));
            waits.clear();
        }
    }

    // ---- what it says ----------------------------------------------------------------------------------------------

    /** Tells its records what has changed of what they should know: who the counterpart is, which alias names them. */
    void sayNews() {
        Names now = Names.of(mapping, erp.ref, erp.image, crm.ref, crm.image, wanted);
        Names then = Names.of(
                mapping,
                before.erp().ref(),
                before.erp().image(),
                before.crm().ref(),
                before.crm().image(),
                before.wanted());
        if (now.alias() != null) {
            aliases.add(now.alias());
        }
        if (dead == null && !now.equals(then)) {
            say(now);
            if (then.alias() != null && !then.alias().equals(now.alias())) {
                retract(then.alias());
            }
        }
    }

    /** Says everything again that may have been lost. */
    void announce() {
        if (dead != null) {
            releaseAll(dead);
        } else {
            say(Names.of(mapping, erp.ref, erp.image, crm.ref, crm.image, wanted));
            Optional.ofNullable(erp.inFlight).ifPresent(command -> out.add(new Output.Send(command)));
            Optional.ofNullable(crm.inFlight).ifPresent(command -> out.add(new Output.Send(command)));
        }
        askAgain(erp);
        askAgain(crm);
        String current = dead == null ? currentAlias() : null;
        aliases.stream().filter(alias -> !alias.equals(current)).forEach(this::retract);
        waits.forEach((about, of) -> out.add(new Output.WaitFor(id, of, about, true)));
        out.add(new Output.Publish());
    }

    /** Asks the Directory of a side's record for its newest image. */
    void ask(RecordRef ref) {
        out.toRecord(ref, mapping.name(), new Ask(id));
    }

    private void askAgain(PairSide side) {
        if (side.staleAt != null && side.ref != null) {
            ask(side.ref);
        }
    }

    private @Nullable String currentAlias() {
        return Names.of(mapping, erp.ref, erp.image, crm.ref, crm.image, wanted).alias();
    }

    private void say(Names names) {
        long version = erp.version().row() * 2 + (names.complete() ? 1 : 0);
        sayTo(erp.ref, crm, names, version);
        sayTo(crm.ref, erp, names, version);
        tellAbsentLead();
        if (names.alias() != null && names.complete() && erp.ref != null && crm.ref != null) {
            out.toAlias(
                    names.alias(),
                    mapping.name(),
                    new AliasSet(id, erp.ref, crm.ref, erp.version().row()));
        }
    }

    /** A record that was claimed for a lead which has not come itself: the lead has forgotten, or was let go. */
    void tellAbsentLead() {
        if (lead != null && !lead.equals(side(lead.side()).ref)) {
            PairSide claimed = side(lead.side().other());
            out.toRecord(lead, mapping.name(), new Info(id, null, claimed.ref, null, 0));
        }
    }

    private void sayTo(@Nullable RecordRef ref, PairSide other, Names names, long version) {
        if (ref != null) {
            RecordRef partner = other.alive() ? other.ref : null;
            out.toRecord(ref, mapping.name(), new Info(id, partner, wanted, names.businessKey(), version));
        }
    }

    private void retract(String alias) {
        out.toAlias(alias, mapping.name(), new AliasGone(id, erp.version().row()));
    }

    // ---- how it ends -----------------------------------------------------------------------------------------------

    /** Dissolves the coupling, after what is in flight has been answered (H15). */
    void die(ReleaseReason why) {
        if (inFlight()) {
            dying = why;
            return;
        }
        dying = null;
        dead = why;
        endOutcome(erp);
        endOutcome(crm);
        needs = new TreeMap<>();
        parked = false;
        question = null;
        releaseAll(why);
        aliases.forEach(this::retract);
    }

    void release(RecordRef ref, ReleaseReason why) {
        PairSide place = side(ref.side());
        out.toRecord(ref, mapping.name(), new Release(id, why, ref.equals(place.ref) ? place.image : null));
    }

    /** Lets a record go again that has no place here. */
    void releaseStranger(RecordRef ref) {
        if (dead != null || !ref.equals(side(ref.side()).ref)) {
            release(ref, dead == null ? ReleaseReason.REFUSED : dead);
        }
    }

    private void releaseAll(ReleaseReason why) {
        for (RecordRef ref : new RecordRef[] {erp.ref, crm.ref, wanted}) {
            if (ref != null) {
                release(ref, why);
            }
        }
    }

    private void endOutcome(PairSide side) {
        if (side.open() && side.image != null) {
            become(side, ChangeOutcome.POOLED);
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
                drift.add(rule.name());
            }
        }
    }
}
