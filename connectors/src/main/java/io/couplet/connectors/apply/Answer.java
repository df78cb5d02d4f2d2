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
 * @param remembered the command that took effect, where the answer comes from memory, null otherwise
 */
record Answer(
        Outcome outcome,
        @Nullable StoredRow row,
        @Nullable String reason,
        @Nullable Command remembered) {

    static Answer applied(StoredRow row) {
        return new Answer(Outcome.APPLIED, row, null, null);
    }

    static Answer remembered(StoredRow row, Command command) {
        return new Answer(Outcome.APPLIED, row, null, command);
    }

    static Answer with(Outcome outcome, StoredRow row) {
        return new Answer(outcome, row, null, null);
    }

    static Answer notFound() {
        return new Answer(Outcome.NOT_FOUND, null, null, null);
    }

    static Answer rejected(String reason) {
        return new Answer(Outcome.REJECTED, null, reason, null);
    }

    /** Whether the answer comes from memory. */
    boolean repeated() {
        return remembered != null;
    }

    CommandResult to(Command command, Instant appliedAt) {
        return new CommandResult(
                remembered == null ? command : remembered, outcome, row, reason, repeated(), appliedAt);
    }
}
