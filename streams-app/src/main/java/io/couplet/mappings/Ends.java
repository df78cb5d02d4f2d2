package io.couplet.mappings;

import io.couplet.domain.model.Side;
import java.util.Optional;

/**
 * The two entities that one mapping ties, those of them that exist.
 *
 * @param erp the ERP's
 * @param crm the CRM's
 */
record Ends(Optional<Entity> erp, Optional<Entity> crm) {

    Optional<Entity> entity(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    /** The field that a word names, or nothing after reporting that the entity has none such. */
    Optional<MappableField> field(Side side, Word word, Faults faults) {
        return entity(side).flatMap(known -> known.find(word, faults));
    }
}
