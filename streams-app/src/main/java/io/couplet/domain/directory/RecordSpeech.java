package io.couplet.domain.directory;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.MadeFor;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.Refusal;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record at work says: to its coupling, to those that it claims, to those who asked for it. */
final class RecordSpeech {
    private final RecordEntry entry;

    RecordSpeech(RecordEntry entry) {
        this.entry = entry;
    }

    /** Says everything again that may have been lost. */
    void announce() {
        if (entry.owner != null) {
            handOver();
            claim();
            tellHanded();
            explain();
        }
        entry.statements.sayAgain();
        answerAll();
        entry.out.add(new Output.Publish());
    }

    /** What was handed over may have been lost on its way, and only the newest version is handed over again. */
    private void tellHanded() {
        Version handed = entry.handed;
        Image image = entry.image;
        if (handed != null && image != null && image.version().after(handed)) {
            entry.count(handed, ChangeOutcome.SUPERSEDED);
        }
    }

    /** A version is read again: it goes on to the coupling; the one that it went on to before may never have got it, and is left by now. */
    void readAgain(Image version) {
        Image image = entry.image;
        if (entry.owner != null) {
            forward(version);
        } else if (image != null && image.version().after(version.version())) {
            entry.count(version.version(), ChangeOutcome.SUPERSEDED);
        }
    }

    /** A coupling that let it go has forgotten that and said other things meanwhile: what holds is said once more. */
    void sayOutcomeAgain() {
        if (entry.owner != null) {
            handOver();
        } else {
            entry.recount();
        }
    }

    /** A coupling leaves a version of which it has said nothing. Of the one that was newest when it let go this entry speaks itself. */
    void sayLeft(String coupling, @Nullable Version version) {
        Version since = entry.dissolved.get(coupling);
        if (version != null && since != null && since.after(version)) {
            entry.count(version, ChangeOutcome.SUPERSEDED);
        }
    }

    /** Tells its coupling that it belongs there, and hands its newest version over. */
    void handOver() {
        own(true);
    }

    /** Tells its coupling once more that it belongs there, and what it looks like. */
    void own() {
        own(false);
    }

    private void own(boolean handsOver) {
        String owner = entry.owner;
        Image image = entry.image;
        if (owner != null && image != null) {
            RecordRef wanted = entry.lead ? entry.partner : null;
            RecordRef lead = entry.lead ? entry.ref : entry.partner;
            tell(
                    owner,
                    new PairMessage.Own(
                            entry.ref, image, entry.lead, entry.intent, wanted, lead, handsOver, entry.former));
        }
    }

    /** Claims the record that it is to be coupled with, if it leads a coupling. */
    void claim() {
        if (entry.owner != null && entry.lead && entry.intent == Intent.COUPLE && entry.partner != null) {
            entry.out.toRecord(entry.partner, entry.mapping.name(), new ClaimFor(entry.owner, entry.ref));
        }
    }

    /** Tells the other mappings of its entity whose it is, if its coupling made it and its id does not tell: there it would be held for ever. */
    void explain() {
        Image image = entry.image;
        boolean told = NameUuid.tellsMapping(entry.ref.id());
        if (entry.owner != null
                && image != null
                && !told
                && entry.madeByUs(image)
                && entry.holds(Guard.MADE_FOR_ANOTHER)) {
            for (String mapping : entry.sharing) {
                entry.out.toRecord(entry.ref, mapping, new MadeFor(entry.owner));
            }
        }
    }

    void refuse(String coupling, Refusal why) {
        tell(coupling, new PairMessage.NoPartner(entry.ref, why));
    }

    /** Answers a person who asked for something; what begins with "not" is a refusal. */
    void answerOperator(String decision) {
        entry.out.add(
                new Output.Audited(entry.ref.text(), entry.mapping.name(), null, null, null, List.of(), decision));
    }

    /** A version goes on to the coupling. */
    void forward(Image version) {
        if (entry.owner != null) {
            tell(entry.owner, new PairMessage.Changed(entry.ref, version));
        }
    }

    void tell(String coupling, PairMessage message) {
        entry.out.toPair(coupling, entry.mapping.name(), message);
    }

    /** Answers one of those who asked for it, if there is an answer. */
    void answer(int partition) {
        Info info = entry.info;
        if (info != null) {
            // What a later coupling says is newer than whatever an earlier one said.
            long version = ((long) entry.dissolved.size() << Info.VERSION_BITS) + info.version();
            entry.out.add(new Output.ToCache(
                    partition,
                    new Answer(entry.mapping.name(), entry.ref.text(), info.partner(), info.businessKey(), version)));
        }
    }

    void answerAll() {
        entry.subscribers.forEach(this::answer);
    }
}
