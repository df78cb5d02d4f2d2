package io.couplet.domain.pair;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a coupling, and those who refer to them, should know of it.
 *
 * @param erp the ERP record, null while there is none
 * @param crm the CRM record, null while there is none
 * @param wanted who is wanted for the empty place, null where nobody
 * @param complete whether both records exist: only then may others refer to them
 * @param key the business key of the ERP record, blank where it has none
 */
record Names(
        @Nullable RecordRef erp,
        @Nullable RecordRef crm,
        @Nullable RecordRef wanted,
        boolean complete,
        Value key) {

    static Names of(
            Mapping mapping,
            @Nullable RecordRef erp,
            @Nullable Image erpImage,
            @Nullable RecordRef crm,
            @Nullable Image crmImage,
            @Nullable RecordRef wanted) {
        Image erpAlive = erpImage != null && !erpImage.deleted() ? erpImage : null;
        boolean crmAlive = crmImage != null && !crmImage.deleted();
        String field = mapping.end(Side.ERP).businessKey();
        Value key = erp == null || erpAlive == null || field == null
                ? Value.BLANK
                : erpAlive.fields().get(field);
        return new Names(erp, crm, wanted, erpAlive != null && crmAlive, key);
    }

    /** The alias of the ERP record, null where it has none. */
    @Nullable
    String alias(Mapping mapping) {
        String field = mapping.end(Side.ERP).businessKey();
        return erp == null || field == null || key.isBlank()
                ? null
                : Mapping.alias(erp.company(), erp.entity(), field, key);
    }

    /** The business key of the ERP record as text, null where it has none. */
    @Nullable
    String businessKey() {
        return key.isBlank() ? null : key.toString();
    }
}
