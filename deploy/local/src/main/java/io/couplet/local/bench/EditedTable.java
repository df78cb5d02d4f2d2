package io.couplet.local.bench;

import io.couplet.contract.Side;
import java.util.List;

/**
 * A table whose rows are edited. All names are ready for SQL.
 *
 * @param key the column that holds the record's id
 * @param fields the text columns that are edited; the one at an index corresponds to the one at that index on the other
 *     side, is mapped both ways, and takes at least 30 characters
 */
record EditedTable(String name, String key, List<String> fields) {
    private static final EditedTable CUSTOMERS =
            new EditedTable("public.\"CRONUS$Customer\"", "\"$systemId\"", List.of("\"Phone No_\"", "\"Address 2\""));
    private static final EditedTable ACCOUNTS =
            new EditedTable("public.account", "accountid", List.of("telephone1", "address1_line2"));

    EditedTable {
        fields = List.copyOf(fields);
    }

    /** The customers or the accounts themselves. */
    static EditedTable of(Side side) {
        return switch (side) {
            case ERP -> CUSTOMERS;
            case CRM -> ACCOUNTS;
        };
    }

    /** The table of the same shape that PostgreSQL replicates from that side; it has the same name on both sides. */
    static EditedTable mirrorOf(Side side) {
        EditedTable original = of(side);
        String mirror = BenchSchema.NAME + (side == Side.ERP ? ".customer_mirror" : ".account_mirror");
        return new EditedTable(mirror, original.key, original.fields);
    }
}
