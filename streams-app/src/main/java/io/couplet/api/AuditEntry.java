package io.couplet.api;

import io.couplet.contract.Audit;
import io.couplet.contract.Cause;
import io.couplet.contract.Loser;
import io.couplet.contract.Systems;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision that discarded a user's value, or that a person may ask about.
 *
 * @param coupling the coupling concerned
 * @param mapping its mapping
 * @param command the command that carried the decision out, null where there was none
 * @param erp the ERP record, null where there is none
 * @param crm the CRM record, null where there is none
 * @param decision in words
 * @param by who made the newest edit behind it, null where that is not known
 * @param losers the values that lost
 * @param at when it was decided
 */
public record AuditEntry(
        String coupling,
        String mapping,
        @Nullable String command,
        @Nullable String erp,
        @Nullable String crm,
        String decision,
        @Nullable String by,
        List<Lost> losers,
        Instant at) {

    /**
     * A value that lost against another one.
     *
     * @param rule the field's rule
     * @param side whose value lost: erp or crm
     * @param losing the value that lost, null if blank
     * @param winning the value that stands, null if blank
     * @param policy the rule that decided, such as latest-wins
     */
    public record Lost(
            String rule,
            String side,
            @Nullable String losing,
            @Nullable String winning,
            String policy) {}

    public AuditEntry {
        losers = List.copyOf(losers);
    }

    /** The entry of a record of the audit topic. */
    public static AuditEntry of(Audit audit) {
        Cause cause = audit.getCause();
        return new AuditEntry(
                audit.getCoupling(),
                audit.getMapping(),
                audit.getCommand(),
                audit.getErp(),
                audit.getCrm(),
                audit.getDecision(),
                cause == null ? null : cause.getModifiedBy(),
                audit.getLosers().stream().map(AuditEntry::lost).toList(),
                audit.getAt());
    }

    private static Lost lost(Loser loser) {
        return new Lost(
                loser.getRule(),
                Systems.name(loser.getSide()),
                FieldText.of(loser.getLosing()),
                FieldText.of(loser.getWinning()),
                loser.getPolicy());
    }
}
