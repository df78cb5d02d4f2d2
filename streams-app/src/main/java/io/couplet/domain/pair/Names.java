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
 * @param alias the alias of the ERP record, null where it has none
 * @param businessKey the business key of the ERP record, null where it has none
 */
record Names(
        @Nullable RecordRef erp,
        @Nullable RecordRef crm,
        @Nullable RecordRef wanted,
        boolean complete,
        @Nullable String alias,
        @Nullable String businessKey) {

    static Names of(
            Mapping mapping,
            @Nullable RecordRef erp,
            @Nullable Image erpImage,
            @Nullable RecordRef crm,
            @Nullable Image crmImage,
            @Nullable RecordRef wanted) {
        boolean erpAlive = erpImage != null && !erpImage.deleted();
        boolean crmAlive = crmImage != null && !crmImage.deleted();
        String alias = null;
        String businessKey = null;
        if (erp != null && erpImage != null && erpAlive) {
            alias = mapping.alias(erp, erpImage.fields()).orElse(null);
            String key = mapping.end(Side.ERP).businessKey();
            Value value = key == null ? Value.BLANK : erpImage.fields().get(key);
            businessKey = value.isBlank() ? null : value.toString();
        }
        return new Names(erp, crm, wanted, erpAlive && crmAlive, alias, businessKey);
    }
}
