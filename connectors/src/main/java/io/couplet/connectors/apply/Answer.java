package io.couplet.connectors.apply;

import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.Outcome;
import io.couplet.contract.StoredRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param outcome in one word
 * @param row as it is now or was removed, where there is one
 * @param reason in the system's own words, for a refusal
 * @param repeated whether the answer comes from memory
 */
record Answer(
        Outcome outcome, @Nullable StoredRow row, @Nullable String reason, boolean repeated) {

    static Answer applied(StoredRow row) {
        return new Answer(Outcome.APPLIED, row, null, false);
    }

    static Answer remembered(StoredRow row) {
        return new Answer(Outcome.APPLIED, row, null, true);
    }

    static Answer with(Outcome outcome, StoredRow row) {
        return new Answer(outcome, row, null, false);
    }

    static Answer notFound() {
        return new Answer(Outcome.NOT_FOUND, null, null, false);
    }

    static Answer rejected(String reason) {
        return new Answer(Outcome.REJECTED, null, reason, false);
    }

    CommandResult to(Command command, Instant appliedAt) {
        return new CommandResult(command, outcome, row, reason, repeated, appliedAt);
    }
}
