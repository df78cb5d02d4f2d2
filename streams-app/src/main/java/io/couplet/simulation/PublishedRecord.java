package io.couplet.simulation;

import io.couplet.contract.Ownership;
import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.wire.RecordRecords;

/**
 * What the public reads of the Directory's decisions for a record, made when somebody reads it.
 *
 * @param mapping under which it was decided
 * @param ref the record
 * @param state its state when it was published
 */
record PublishedRecord(Mapping mapping, RecordRef ref, RecordState state) {
    Ownership read() {
        return RecordRecords.ownership(mapping, ref, state);
    }

    @Override
    public String toString() {
        return ref + (state.owner() == null ? " belongs to none" : " belongs to coupling " + state.owner());
    }
}
