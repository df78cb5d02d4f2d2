package io.couplet.api;

import io.couplet.contract.OpenField;
import io.couplet.contract.SetAside;
import io.couplet.contract.Systems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see of something that waits, field by field.
 *
 * @param entry what waits, and why
 * @param erpVersion the ERP record's row version that is shown; null where nobody is to decide
 * @param crmVersion the CRM record's row version that is shown; null where nobody is to decide
 * @param fields what both sides hold and what they agreed on last
 */
public record OpenDetails(
        OpenEntry entry,
        @Nullable Long erpVersion,
        @Nullable Long crmVersion,
        List<FieldState> fields) {

    /**
     * One field.
     *
     * @param rule its rule
     * @param erp the ERP's value, null if blank
     * @param crm the CRM's value, null if blank
     * @param agreed whether the sides ever agreed on it
     * @param erpBase the ERP's value at the last agreement, null if blank
     * @param crmBase the CRM's value at the last agreement, null if blank
     * @param astray the side that went its own way on purpose, erp or crm; null where none did
     */
    public record FieldState(
            String rule,
            @Nullable String erp,
            @Nullable String crm,
            boolean agreed,
            @Nullable String erpBase,
            @Nullable String crmBase,
            @Nullable String astray) {}

    /** Copies the list. */
    public OpenDetails {
        fields = List.copyOf(fields);
    }

    /** The details of a record of the set-aside topic. */
    public static OpenDetails of(SetAside open) {
        return new OpenDetails(
                OpenEntry.of(open),
                open.getErpVersion(),
                open.getCrmVersion(),
                open.getFields().stream().map(OpenDetails::field).toList());
    }

    private static FieldState field(OpenField field) {
        return new FieldState(
                field.getRule(),
                FieldText.of(field.getErp()),
                FieldText.of(field.getCrm()),
                field.getAgreed(),
                FieldText.of(field.getErpBase()),
                FieldText.of(field.getCrmBase()),
                field.getAstray() == null ? null : Systems.name(field.getAstray()));
    }
}
