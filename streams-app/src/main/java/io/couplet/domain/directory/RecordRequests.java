package io.couplet.domain.directory;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.DirectoryMessage.CreateCounterpart;
import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.ReleaseHeld;
import io.couplet.domain.message.DirectoryMessage.UncoupleRecord;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person asks of a record. Whatever cannot be done is answered in words. */
final class RecordRequests {
    private final RecordEntry entry;

    RecordRequests(RecordEntry entry) {
        this.entry = entry;
    }

    void couple(Couple couple) {
        if (entry.busy()) {
            entry.speech.answerOperator(
                    "not coupled: the record's own coupling is under way; try again when it is there");
        } else if (entry.owner != null) {
            entry.speech.answerOperator(
                    "not coupled: the record belongs to coupling " + entry.owner + "; uncouple it first");
        } else if (entry.alive()) {
            entry.claim(Intent.COUPLE, couple.partner());
        } else {
            entry.pendingPartner = couple.partner();
        }
    }

    /** A counterpart is created that does not come by itself, or could not be decided on; once, however often this is read (decision 0032). */
    void create(CreateCounterpart create) {
        String obstacle = obstacle(create);
        if (obstacle == null) {
            entry.speech.answerOperator("asked by " + create.by() + " to create its counterpart");
            entry.claim(Intent.CREATE, null);
        } else {
            entry.speech.answerOperator("not created: " + obstacle);
        }
    }

    /** What keeps a counterpart from being created, and what can be done; null where nothing does. */
    private @Nullable String obstacle(CreateCounterpart create) {
        Image image = entry.image;
        if (entry.busy()) {
            return "the record's own coupling is under way; if a person typed the record in, release it";
        } else if (entry.owner != null) {
            return "the record belongs to coupling " + entry.owner;
        } else if (image == null) {
            return "no version of the record has been seen; ask again when one has";
        } else if (image.deleted()) {
            return "the record is deleted";
        } else if (create.incarnation() != entry.incarnation && entry.holds(Guard.CREATE_NAMES_LIFE)) {
            return "the record was coupled since it was looked at, and is not any more; look again, then ask again";
        }
        return obstacleOfMapping(image);
    }

    private @Nullable String obstacleOfMapping(Image image) {
        Mapping mapping = entry.mapping;
        Side target = entry.ref.side().other();
        if (!mapping.isOn()) {
            return "mapping " + mapping.name() + " is off; switch it on first";
        } else if (!mapping.writesTo(target)) {
            return "mapping " + mapping.name() + " writes nothing to the " + target;
        } else if (!image.inScope()) {
            return "the record is outside the filter of mapping " + mapping.name() + "; change it, then ask again";
        } else if (isStillCompared()) {
            return "the record is still compared with others by its match keys; ask again when that is over";
        }
        return null;
    }

    /** Whether it may yet be coupled by itself: it would get two counterparts. */
    private boolean isStillCompared() {
        Optional<String> decisive = entry.statements.decisive();
        if (decisive.isEmpty()) {
            return false;
        }
        Verdict verdict = entry.statements.verdict(decisive.get());
        return verdict == null || verdict.judgement() == Judgement.COUPLE;
    }

    void uncouple(UncoupleRecord uncouple) {
        if (entry.owner == null) {
            entry.pendingPartner = null;
            entry.speech.answerOperator("not uncoupled: the record belongs to no coupling");
        } else if (!passOn(uncouple)) {
            entry.speech.answerOperator("not uncoupled: the record belongs to another coupling by now, " + entry.owner);
        }
    }

    /** Passes the request on to the coupling that the record belongs to; whether that is the one that is meant. */
    boolean passOn(UncoupleRecord uncouple) {
        String owner = entry.owner;
        if (owner == null || !means(uncouple, owner)) {
            return false;
        }
        entry.speech.tell(owner, new Uncouple(uncouple.by()));
        return true;
    }

    private boolean means(UncoupleRecord uncouple, String owner) {
        return uncouple.coupling() == null
                || uncouple.coupling().equals(owner)
                || !entry.holds(Guard.UNCOUPLE_NAMES_COUPLING);
    }

    /** A person typed it in under our account: from now on it is treated as anybody's. */
    void release(ReleaseHeld free) {
        if (entry.held()) {
            entry.freed = true;
            entry.speech.answerOperator("released by " + free.by() + ": treated as a record that a user created");
            entry.startOver();
            entry.way.find();
        } else {
            entry.speech.answerOperator("not released: the record is not held");
        }
    }
}
