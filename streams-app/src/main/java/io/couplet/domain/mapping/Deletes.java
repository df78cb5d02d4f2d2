package io.couplet.domain.mapping;

import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.model.Side;
import java.util.Locale;

/**
 * What deletes do, by the side on which a record was deleted.
 *
 * @param erp what the delete of an ERP record does
 * @param crm what the delete of a CRM record does
 */
public record Deletes(Delete erp, Delete crm) {

    /** The same on either side. */
    public static Deletes both(Delete delete) {
        return new Deletes(delete, delete);
    }

    /** What a delete does on the side where it happened. */
    public Delete on(Side gone) {
        return gone == Side.ERP ? erp : crm;
    }

    /** Whether deletes on both sides do this. */
    public boolean always(Delete delete) {
        return erp == delete && crm == delete;
    }

    /** In the words of the mapping language: {@code uncouple}, or {@code erp propagate, crm restore}. */
    public String words() {
        return erp == crm ? word(erp) : "erp " + word(erp) + ", crm " + word(crm);
    }

    private static String word(Delete delete) {
        return delete.name().toLowerCase(Locale.ROOT);
    }
}
