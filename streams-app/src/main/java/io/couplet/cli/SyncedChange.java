package io.couplet.cli;

import io.couplet.contract.Cause;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.Field;
import io.couplet.contract.FieldWrite;
import io.couplet.contract.Outcome;
import io.couplet.contract.PairInput;
import io.couplet.contract.StoredRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change that arrived on the other side.
 *
 * @param at when the target committed it
 * @param mapping under which it was synchronized
 * @param toErp whether the ERP is the target
 * @param operation create, update or delete
 * @param target the record that was written
 * @param name by which people know the record, null if none is known
 * @param fields of the target that were written
 * @param by who made the edit, null if that is not known
 * @param delay from the source's commit to the target's, null if that is not known
 */
record SyncedChange(
        Instant at,
        String mapping,
        boolean toErp,
        String operation,
        String target,
        @Nullable String name,
        List<String> fields,
        @Nullable String by,
        @Nullable Duration delay) {

    /** What a record is called by, in either system. */
    private static final List<String> NAMES = List.of("name", "fullname", "currencyname", "description");

    private static final String ERP = "erp/";

    /** The change that an input of a pair tells of; nothing if it is no result, or nothing was written just then. */
    static Optional<SyncedChange> of(PairInput input) {
        return input.getMessage() instanceof CommandResult result
                        && result.getOutcome() == Outcome.APPLIED
                        && !result.getRepeated()
                ? Optional.of(of(result))
                : Optional.empty();
    }

    private static SyncedChange of(CommandResult result) {
        Command command = result.getCommand();
        Cause cause = command.getCause();
        return new SyncedChange(
                result.getAppliedAt(),
                command.getMapping(),
                command.getTarget().startsWith(ERP),
                command.getOp().name().toLowerCase(Locale.ROOT),
                command.getTarget(),
                name(result.getRow()),
                command.getFields().stream().map(FieldWrite::getField).toList(),
                cause == null ? null : cause.getModifiedBy(),
                cause == null ? null : delay(cause.getCommittedAt(), result.getAppliedAt()));
    }

    private static @Nullable String name(@Nullable StoredRow row) {
        if (row == null) {
            return null;
        }
        return NAMES.stream()
                .flatMap(name -> row.getFields().stream()
                        .filter(field -> field.getName().equals(name))
                        .map(Field::getValue))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Duration delay(Instant committedAt, Instant appliedAt) {
        return committedAt.equals(Instant.EPOCH) ? null : Duration.between(committedAt, appliedAt);
    }
}
