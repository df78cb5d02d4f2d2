package io.couplet.api;

import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for another record or for a person.
 *
 * @param subject a coupling id, or a record reference where there is no coupling
 * @param mapping the mapping concerned
 * @param kind parked, conflict, rejected, ambiguous, held, ping-pong, drift, delete or mass-delete
 * @param erp the ERP record, null where there is none
 * @param crm the CRM record, null where there is none
 * @param reason in words
 * @param waitsFor record references and aliases
 * @param rules the rules of the mapping concerned
 * @param since when it began
 */
public record OpenEntry(
        String subject,
        String mapping,
        String kind,
        @Nullable String erp,
        @Nullable String crm,
        String reason,
        List<String> waitsFor,
        List<String> rules,
        Instant since) {

    /** The kind of what is released by itself. */
    public static final String PARKED = word(SetAsideKind.PARKED);

    /** The kind of what our own account created and whose coupling has not announced itself. */
    public static final String HELD = word(SetAsideKind.HELD);

    private static final List<String> FOR_A_PERSON = List.of(
            word(SetAsideKind.CONFLICT),
            word(SetAsideKind.REJECTED),
            word(SetAsideKind.AMBIGUOUS),
            word(SetAsideKind.PING_PONG),
            word(SetAsideKind.DELETE),
            word(SetAsideKind.MASS_DELETE));

    public OpenEntry {
        waitsFor = List.copyOf(waitsFor);
        rules = List.copyOf(rules);
    }

    /** The entry of a record of the set-aside topic. */
    public static OpenEntry of(SetAside open) {
        return new OpenEntry(
                open.getSubject(),
                open.getMapping(),
                word(open.getKind()),
                open.getErp(),
                open.getCrm(),
                open.getReason(),
                open.getWaitsFor(),
                open.getRules(),
                open.getSince());
    }

    static String word(SetAsideKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it waits for another record and is released by itself. */
    public boolean isParked() {
        return kind.equals(PARKED);
    }

    /** Whether it cannot go on without a new change or a person. */
    public boolean isSetAside() {
        return FOR_A_PERSON.contains(kind);
    }
}
