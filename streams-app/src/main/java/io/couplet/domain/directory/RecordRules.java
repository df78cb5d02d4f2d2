package io.couplet.domain.directory;

import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.Ask;
import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Release;
import io.couplet.domain.message.DirectoryMessage.Subscribe;
import io.couplet.domain.message.DirectoryMessage.ToRecord;
import io.couplet.domain.message.DirectoryMessage.UncoupleRecord;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.Refusal;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import java.util.function.Consumer;

/**
 * Who does this record belong to? A pure function of the record's state and one input. Stateless itself; for any thread.
 *
 * <p>An input whose offset was processed before means that we crashed in between: it changes nothing, and every obligation of the record
 * is announced again (decision 0003).
 */
public final class RecordRules {
    private final Mapping mapping;
    private final RecordRef ref;
    private final String account;

    /**
     * The rules for one record under one mapping.
     *
     * @param account the integration account of the record's system
     */
    public RecordRules(Mapping mapping, RecordRef ref, String account) {
        this.mapping = mapping;
        this.ref = ref;
        this.account = account;
    }

    /**
     * A version of the record was captured.
     *
     * @param read whether a snapshot read it, so that it may be the first that is heard of an old version
     */
    public RecordState change(RecordState before, Origin origin, Image image, boolean read, Outbox out) {
        return step(before, origin, out, entry -> changed(entry, image, read), RecordEntry::announce);
    }

    /** Somebody tells the record something. */
    public RecordState receive(RecordState before, Origin origin, ToRecord message, Outbox out) {
        return step(before, origin, out, entry -> told(entry, message), entry -> {
            entry.announce();
            refuseAgain(entry, message);
        });
    }

    private RecordState step(
            RecordState before, Origin origin, Outbox out, Consumer<RecordEntry> rule, Consumer<RecordEntry> again) {
        RecordEntry entry = new RecordEntry(mapping, ref, account, before, out);
        if (origin.offset() <= RecordState.lastOf(entry.last, origin.topic())) {
            again.accept(entry);
            return before;
        }
        entry.last.put(origin.topic(), origin.offset());
        rule.accept(entry);
        RecordState after = entry.state();
        if (!after.looksLike(before)) {
            out.add(new Output.Publish());
        }
        return after;
    }

    private static void changed(RecordEntry entry, Image image, boolean read) {
        Image known = entry.image;
        if (known == null || image.version().after(known.version())) {
            newer(entry, image);
        } else if (entry.owner != null) {
            // Also a version that is not new goes on: only the coupling knows whether it saw it (H9, G9).
            entry.forward(image);
        } else if (read && image.version().equals(known.version()) && entry.awaits == Wait.NONE && !entry.detached) {
            entry.startOver();
            entry.route();
        } else {
            entry.out.count(entry.mapping.name(), entry.ref.side(), ChangeOutcome.SUPERSEDED);
        }
    }

    private static void newer(RecordEntry entry, Image image) {
        boolean newLife = entry.image != null && entry.image.deleted() && !image.deleted();
        entry.image = image;
        if (entry.owner != null) {
            entry.forward(image);
            entry.register();
            return;
        }
        entry.startOver();
        if (newLife) {
            entry.detached = false;
        }
        RecordRef wanted = entry.pendingPartner;
        if (wanted != null && entry.createdByUs(image)) {
            entry.pendingPartner = null;
            entry.refuseOperator("not coupled: the record was created by Couplet and its own coupling is under way");
        } else if (wanted != null && !image.deleted()) {
            entry.claim(Intent.COUPLE, wanted);
            return;
        }
        entry.route();
    }

    private static void told(RecordEntry entry, ToRecord message) {
        if (message instanceof Verdict verdict) {
            verdict(entry, verdict);
        } else if (message instanceof ClaimFor claim) {
            claimed(entry, claim);
        } else if (message instanceof Couple couple) {
            couple(entry, couple);
        } else if (message instanceof UncoupleRecord uncouple) {
            uncouple(entry, uncouple);
        } else if (message instanceof Info info) {
            announced(entry, info);
        } else if (message instanceof Release release) {
            released(entry, release);
        } else if (message instanceof Ask ask) {
            asked(entry, ask);
        } else if (message instanceof Subscribe subscribe) {
            entry.subscribers.add(subscribe.partition());
            entry.answer(subscribe.partition());
        } else {
            throw new IllegalArgumentException(
                    "no rule for " + message.getClass().getSimpleName());
        }
    }

    /** A refusal leaves no trace in the state: it is given again to the one who asked, if it still does not own the record. */
    private static void refuseAgain(RecordEntry entry, ToRecord message) {
        if (message instanceof ClaimFor claim && !claim.coupling().equals(entry.owner)) {
            entry.refuse(claim.coupling(), Refusal.TAKEN);
        } else if (message instanceof Ask ask && !ask.coupling().equals(entry.owner)) {
            entry.refuse(ask.coupling(), Refusal.LOST);
        } else if (message instanceof Info info && !info.coupling().equals(entry.owner)) {
            entry.refuse(info.coupling(), Refusal.LOST);
        } else if (message instanceof UncoupleRecord uncouple && entry.owner != null) {
            entry.tell(entry.owner, new Uncouple(uncouple.by()));
        }
    }

    private static void verdict(RecordEntry entry, Verdict verdict) {
        if (entry.owner != null || !entry.alive() || entry.detached || !entry.registeredAs(verdict.matchKey())) {
            return;
        }
        switch (verdict.judgement()) {
            case AMBIGUOUS -> {
                entry.awaits = Wait.AMBIGUOUS;
                entry.become(ChangeOutcome.SET_ASIDE);
            }
            case CREATE -> {
                entry.awaits = Wait.MATCH;
                if (entry.mapping.createsCounterpartOf(entry.ref.side())) {
                    entry.claim(Intent.CREATE, null);
                } else {
                    entry.become(ChangeOutcome.POOLED);
                }
            }
            case COUPLE -> entry.claim(Intent.COUPLE, verdict.partner());
        }
    }

    private static void claimed(RecordEntry entry, ClaimFor claim) {
        if (claim.coupling().equals(entry.owner)) {
            entry.partner = entry.lead ? entry.partner : claim.lead();
            entry.sayOwn();
        } else if (entry.owner != null) {
            entry.refuse(claim.coupling(), Refusal.TAKEN);
        } else if (entry.awaits == Wait.HELD) {
            entry.refuse(claim.coupling(), Refusal.BUSY);
        } else if (!entry.alive() || entry.dissolved.contains(claim.coupling())) {
            entry.refuse(claim.coupling(), Refusal.UNKNOWN);
        } else {
            entry.partner = claim.lead();
            entry.belongTo(claim.coupling());
            entry.sayOwn();
        }
    }

    private static void couple(RecordEntry entry, Couple couple) {
        if (entry.awaits == Wait.HELD) {
            entry.refuseOperator("not coupled: the record's own coupling is under way; try again when it is there");
        } else if (entry.owner != null) {
            entry.refuseOperator("not coupled: the record belongs to coupling " + entry.owner + "; uncouple it first");
        } else if (entry.alive()) {
            entry.claim(Intent.COUPLE, couple.partner());
        } else {
            entry.pendingPartner = couple.partner();
        }
    }

    private static void uncouple(RecordEntry entry, UncoupleRecord uncouple) {
        if (entry.owner != null) {
            entry.tell(entry.owner, new Uncouple(uncouple.by()));
        } else {
            entry.pendingPartner = null;
            entry.refuseOperator("not uncoupled: the record belongs to no coupling");
        }
    }

    private static void announced(RecordEntry entry, Info info) {
        String coupling = info.coupling();
        if (entry.dissolved.contains(coupling) || (entry.owner != null && !entry.owner.equals(coupling))) {
            entry.refuse(coupling, Refusal.LOST);
            return;
        }
        if (entry.owner == null) {
            adopt(entry, info);
        }
        entry.keep(info);
        if (entry.lead && info.wanted() != null && !info.wanted().equals(entry.partner)) {
            entry.intent = Intent.COUPLE;
            entry.partner = info.wanted();
            entry.sayClaim();
        }
    }

    /** A record that forgot its claim believes the coupling that announces itself (H12). */
    private static void adopt(RecordEntry entry, Info info) {
        entry.lead = info.coupling().equals(entry.ownCoupling());
        if (entry.lead) {
            entry.intent = info.wanted() == null ? Intent.CREATE : Intent.COUPLE;
        } else {
            entry.partner = info.partner();
        }
        if (entry.awaits == Wait.HELD) {
            entry.become(ChangeOutcome.ECHO);
        }
        entry.belongTo(info.coupling());
        if (entry.image != null) {
            entry.forward(entry.image);
        }
    }

    private static void released(RecordEntry entry, Release release) {
        boolean first = entry.dissolved.add(release.coupling());
        boolean unseen = entry.image == null;
        entry.learn(release.image());
        if (release.coupling().equals(entry.owner)) {
            entry.leave(release.why());
        } else if (first && entry.owner == null && (unseen || entry.awaits == Wait.HELD)) {
            entry.detached = true;
            entry.awaits = Wait.NONE;
            if (entry.image != null) {
                entry.route();
            }
        }
    }

    private static void asked(RecordEntry entry, Ask ask) {
        if (ask.coupling().equals(entry.owner)) {
            entry.sayOwn();
        } else if (entry.owner != null || entry.dissolved.contains(ask.coupling())) {
            entry.refuse(ask.coupling(), Refusal.LOST);
        }
    }
}
