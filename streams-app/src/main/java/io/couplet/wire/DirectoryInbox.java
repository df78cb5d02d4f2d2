package io.couplet.wire;

import io.couplet.domain.message.DirectoryMessage;

/** What the Directory reads: changes, messages and requests of operators. */
public sealed interface DirectoryInbox {

    /**
     * A change topic.
     *
     * @param change what was captured
     */
    record Captured(CapturedChange change) implements DirectoryInbox {}

    /**
     * The topic directory-inputs: a record, alias or match key, named by the record's key, is told something.
     *
     * @param mapping the mapping concerned
     * @param message what
     */
    record Told(String mapping, DirectoryMessage message) implements DirectoryInbox {}

    /**
     * The topic control: an operator addresses a record.
     *
     * @param mapping the mapping concerned
     * @param message what
     */
    record RecordRequest(String mapping, DirectoryMessage.ToRecord message) implements DirectoryInbox {}

    /**
     * The topic control: an operator addresses a coupling, named by the record's key.
     *
     * @param message what
     */
    record CouplingRequest(PairInbox.Told message) implements DirectoryInbox {}
}
