package io.couplet.local.bench;

import io.couplet.contract.Side;
import java.util.UUID;

/** A customer and the account that is coupled with it. */
record Pair(UUID customer, UUID account) {

    /** The id of the record of that side. */
    UUID on(Side side) {
        return switch (side) {
            case ERP -> customer;
            case CRM -> account;
        };
    }
}
