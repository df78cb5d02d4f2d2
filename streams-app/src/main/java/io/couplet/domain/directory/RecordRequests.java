package io.couplet.domain.directory;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.DirectoryMessage.ReleaseHeld;
import io.couplet.domain.message.DirectoryMessage.UncoupleRecord;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.Uncouple;

/** What a person asks of a record. Whatever cannot be done is answered in words. */
final class RecordRequests {
    private final RecordEntry entry;

    RecordRequests(RecordEntry entry) {
        this.entry = entry;
    }

    void couple(Couple couple) {
        if (entry.busy()) {
            entry.speech.refuseOperator(
                    "not coupled: the record's own coupling is under way; try again when it is there");
        } else if (entry.owner != null) {
            entry.speech.refuseOperator(
                    "not coupled: the record belongs to coupling " + entry.owner + "; uncouple it first");
        } else if (entry.alive()) {
            entry.claim(Intent.COUPLE, couple.partner());
        } else {
            entry.pendingPartner = couple.partner();
        }
    }

    void uncouple(UncoupleRecord uncouple) {
        if (entry.owner == null) {
            entry.pendingPartner = null;
            entry.speech.refuseOperator("not uncoupled: the record belongs to no coupling");
        } else if (!passOn(uncouple)) {
            entry.speech.refuseOperator("not uncoupled: the record belongs to another coupling by now, " + entry.owner);
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
            entry.speech.refuseOperator("released by " + free.by() + ": treated as a record that a user created");
            entry.startOver();
            entry.way.find();
        } else {
            entry.speech.refuseOperator("not released: the record is not held");
        }
    }
}
