package io.couplet.domain.directory;

import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.DirectoryMessage.CreateCounterpart;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.MadeFor;
import io.couplet.domain.message.DirectoryMessage.Release;
import io.couplet.domain.message.DirectoryMessage.ReleaseHeld;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.DirectoryMessage.Subscribe;
import io.couplet.domain.message.DirectoryMessage.ToRecord;
import io.couplet.domain.message.DirectoryMessage.UncoupleRecord;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.DirectoryMessage.Written;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.Refusal;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who does this record belong to? A pure function of the record's state and one input. Stateless itself; for any thread.
 *
 * <p>An input whose offset was processed before means that we crashed in between: it changes nothing, and every obligation of the record
 * is announced again (decision 0003).
 */
public final class RecordRules {
    private final Mapping mapping;
    private final List<String> sharing;
    private final RecordRef ref;
    private final String account;
    private final Guards guards;

    /**
     * The rules for one record under one mapping.
     *
     * @param sharing the other mappings whose business the record is
     * @param account the integration account of the record's system
     */
    public RecordRules(Mapping mapping, List<String> sharing, RecordRef ref, String account) {
        this(mapping, sharing, ref, account, Guards.ALL);
    }

    /**
     * The same with some guards off, to show what they are good for.
     *
     * @param sharing the other mappings whose business the record is
     * @param account the integration account of the record's system
     */
    public RecordRules(Mapping mapping, List<String> sharing, RecordRef ref, String account, Guards guards) {
        this.mapping = mapping;
        this.sharing = sharing;
        this.ref = ref;
        this.account = account;
        this.guards = guards;
    }

    /**
     * A version of the record was captured.
     *
     * @param read whether a snapshot read it, so that it may be the first that is heard of an old version
     */
    public RecordState change(RecordState before, Origin origin, Image image, boolean read, Outbox out) {
        return step(before, origin, out, entry -> changed(entry, image, read, origin.again()), entry -> {
            entry.speech.announce();
            entry.speech.readAgain(image);
        });
    }

    /** Somebody tells the record something. */
    public RecordState receive(RecordState before, Origin origin, ToRecord message, Outbox out) {
        return step(before, origin, out, entry -> told(entry, message), entry -> {
            entry.speech.announce();
            refuseAgain(entry, message);
        });
    }

    private RecordState step(
            RecordState before, Origin origin, Outbox out, Consumer<RecordEntry> rule, Consumer<RecordEntry> again) {
        RecordEntry entry = new RecordEntry(mapping, sharing, ref, account, guards, before, out);
        if (origin.offset() <= RecordState.lastOf(entry.last, origin.topic())) {
            if (guards.hold(Guard.REANNOUNCE)) {
                again.accept(entry);
            }
            return before;
        }
        entry.last.put(origin.topic(), origin.offset());
        rule.accept(entry);
        RecordState after = entry.state();
        if (!after.looksLike(before) || (origin.again() && guards.hold(Guard.PUBLISH_AGAIN))) {
            out.add(new Output.Publish());
        }
        return after;
    }

    private static void changed(RecordEntry entry, Image image, boolean read, boolean again) {
        Image known = entry.image;
        if (known == null || image.version().after(known.version())) {
            newer(entry, image, again);
        } else if (entry.owner != null) {
            // Also a version that is not new goes on: only the coupling knows whether it saw it (H9, G9); but for
            // the one that it was given when the record joined it, before capture showed it.
            if (!entry.showsGiven(image) && entry.holds(Guard.FORWARD_DUPLICATES)) {
                entry.speech.forward(image);
            }
        } else if (read && image.version().equals(known.version()) && entry.awaits == Wait.NONE && !entry.detached) {
            entry.way.find();
        } else if (known.version().after(image.version())) {
            entry.count(image.version(), ChangeOutcome.SUPERSEDED);
        }
    }

    /**
     * A newer version came.
     *
     * @param again whether an earlier life may have used it, and have said of it what the coupling must now put right
     */
    private static void newer(RecordEntry entry, Image image, boolean again) {
        boolean newLife = entry.image != null && entry.image.deleted() && !image.deleted();
        entry.see(image);
        if (entry.owner != null) {
            entry.speech.forward(image);
            if (again) {
                entry.speech.handOver();
            }
            entry.statements.state();
            return;
        }
        if (newLife) {
            entry.detached = false;
        }
        RecordRef wanted = entry.pendingPartner;
        boolean refused = entry.createdByUs(image) && entry.holds(Guard.PENDING_COUPLE_REFUSED);
        if (wanted != null && refused) {
            entry.pendingPartner = null;
            entry.speech.answerOperator(
                    "not coupled: the record was created by Couplet and its own coupling is under way");
        } else if (wanted != null && !image.deleted()) {
            entry.claim(Intent.COUPLE, wanted);
            return;
        }
        entry.way.find();
    }

    private static void told(RecordEntry entry, ToRecord message) {
        if (message instanceof Verdict verdict) {
            verdict(entry, verdict);
        } else if (message instanceof ClaimFor claim) {
            claimed(entry, claim);
        } else if (message instanceof Couple couple) {
            new RecordRequests(entry).couple(couple);
        } else if (message instanceof UncoupleRecord uncouple) {
            new RecordRequests(entry).uncouple(uncouple);
        } else if (message instanceof ReleaseHeld free) {
            new RecordRequests(entry).release(free);
        } else if (message instanceof CreateCounterpart create) {
            new RecordRequests(entry).create(create);
        } else if (message instanceof MadeFor) {
            madeForAnother(entry);
        } else if (message instanceof Info info) {
            announced(entry, info);
        } else if (message instanceof Release release) {
            released(entry, release);
        } else if (message instanceof Written written) {
            written(entry, written);
        } else if (message instanceof Subscribe subscribe) {
            entry.subscribers.add(subscribe.partition());
            entry.speech.answer(subscribe.partition());
        } else {
            throw new IllegalArgumentException(
                    "no rule for " + message.getClass().getSimpleName());
        }
    }

    /** A refusal leaves no trace in the state: it is given again to the one who asked, if it still does not own the record. */
    private static void refuseAgain(RecordEntry entry, ToRecord message) {
        if (!entry.holds(Guard.REFUSALS_REPEATED)) {
            return;
        }
        if (message instanceof ClaimFor claim && !claim.coupling().equals(entry.owner)) {
            entry.speech.refuse(claim.coupling(), Refusal.TAKEN);
        } else if (message instanceof Info info && !info.coupling().equals(entry.owner)) {
            entry.speech.refuse(info.coupling(), Refusal.LOST);
        } else if (message instanceof UncoupleRecord uncouple) {
            new RecordRequests(entry).passOn(uncouple);
        }
    }

    private static void verdict(RecordEntry entry, Verdict verdict) {
        boolean waits = entry.owner == null && entry.alive() && !entry.detached;
        if (waits && entry.statements.hear(verdict)) {
            entry.awaits = Wait.MATCH;
            entry.way.goByVerdicts();
        } else {
            entry.statements.retractStray(verdict.matchKey());
        }
    }

    private static void claimed(RecordEntry entry, ClaimFor claim) {
        if (claim.coupling().equals(entry.owner)) {
            entry.partner = entry.lead ? entry.partner : claim.lead();
            entry.speech.own();
        } else if (entry.owner != null) {
            entry.speech.refuse(claim.coupling(), Refusal.TAKEN);
        } else if (entry.busy()) {
            entry.speech.refuse(claim.coupling(), Refusal.BUSY);
        } else if (!entry.alive() || dissolved(entry, claim.coupling())) {
            entry.speech.refuse(claim.coupling(), Refusal.UNKNOWN);
        } else {
            entry.partner = claim.lead();
            entry.belongTo(claim.coupling());
            entry.speech.handOver();
        }
    }

    private static boolean dissolved(RecordEntry entry, String coupling) {
        return entry.dissolved.containsKey(coupling) && entry.holds(Guard.DISSOLVED_REMEMBERED);
    }

    private static void announced(RecordEntry entry, Info info) {
        String coupling = info.coupling();
        boolean unknown = entry.owner == null && !entry.holds(Guard.ADOPT_ANNOUNCED);
        boolean other = entry.owner != null && !entry.owner.equals(coupling);
        if (dissolved(entry, coupling) || other || unknown) {
            entry.speech.refuse(coupling, Refusal.LOST);
            return;
        }
        if (entry.owner == null) {
            adopt(entry, info);
        }
        entry.keep(info);
        boolean wanted = info.wanted() != null && !info.wanted().equals(entry.partner);
        if (entry.lead && wanted && entry.holds(Guard.ADOPT_PARTNER)) {
            entry.intent = Intent.COUPLE;
            entry.partner = info.wanted();
            entry.speech.claim();
        }
    }

    /** A record that forgot its claim believes the coupling that announces itself (H12). */
    private static void adopt(RecordEntry entry, Info info) {
        entry.lead = entry.founded(info.coupling());
        if (entry.lead) {
            entry.intent = info.wanted() == null ? Intent.CREATE : Intent.COUPLE;
        } else {
            entry.partner = info.partner();
        }
        entry.belongTo(info.coupling());
        entry.speech.handOver();
    }

    private static void released(RecordEntry entry, Release release) {
        boolean unseen = entry.image == null;
        boolean learned = entry.learn(release.image());
        boolean first = entry.dissolves(release.coupling());
        boolean keptOut = first
                && (release.why() == ReleaseReason.TAKEN
                        || (entry.owner == null && (unseen || entry.held()) && entry.holds(Guard.RELEASE_REMEMBERED)));
        if (release.coupling().equals(entry.owner)) {
            entry.leave(release.why(), release.image());
        } else if (keptOut) {
            entry.keepOut();
        } else if (learned) {
            entry.goOn();
        } else if (!first && release.ends()) {
            entry.speech.sayOutcomeAgain();
        }
        entry.speech.sayLeft(release.coupling(), release.version());
    }

    /** Had it been made for this mapping, it would be held in the other one, and could not belong there. */
    private static void madeForAnother(RecordEntry entry) {
        boolean held = entry.held();
        entry.freed = true;
        if (held) {
            entry.startOver();
            entry.way.find();
        }
    }

    private static void written(RecordEntry entry, Written written) {
        if (written.coupling().equals(entry.owner)) {
            entry.learn(written.image());
            entry.statements.state();
        }
    }
}
