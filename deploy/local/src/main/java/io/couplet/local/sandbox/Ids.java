package io.couplet.local.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The ids of one sample record, the same for the same seed.
 *
 * @param erp the row's id if it stands in the ERP
 * @param crm the row's id if it stands in the CRM
 */
public record Ids(UUID erp, UUID crm) {

    static Ids of(long seed, String kind, int index) {
        return new Ids(id(seed, "erp", kind, index), id(seed, "crm", kind, index));
    }

    private static UUID id(long seed, String system, String kind, int index) {
        String name = seed + "/" + system + "/" + kind + "/" + index;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
