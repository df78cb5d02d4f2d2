package io.couplet.domain.message;

import io.couplet.domain.model.Command;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step says to the outside. The order of one step's outputs is kept per topic and key. */
public sealed interface Output {

    /**
     * Tells a coupling.
     *
     * @param coupling its id, the key of the message
     * @param mapping its mapping
     * @param message what
     */
    record ToPair(String coupling, String mapping, PairMessage message) implements Output {}

    /**
     * Tells the Directory.
     *
     * @param key a record reference, alias or match key
     * @param mapping the mapping concerned
     * @param message what
     */
    record ToDirectory(String key, String mapping, DirectoryMessage message) implements Output {}

    /**
     * Tells one partition of pair-inputs what a name stands for.
     *
     * @param partition which one
     * @param answer what
     */
    record ToCache(int partition, Answer answer) implements Output {}

    /**
     * Asks a system to write.
     *
     * @param command what
     */
    record Send(Command command) implements Output {}

    /**
     * Counts a transition of a captured version.
     *
     * @param mapping the mapping under which it was judged
     * @param ref whose version
     * @param version which one
     * @param outcome what became of it
     */
    record Counted(String mapping, RecordRef ref, Version version, ChangeOutcome outcome) implements Output {}

    /**
     * Writes down values that lost, once the command that overwrites them has been applied, and other decisions that a person may ask for.
     *
     * @param coupling the coupling
     * @param mapping its mapping
     * @param erp the ERP record, null where there is none
     * @param crm the CRM record, null where there is none
     * @param command the command that carried the decision out, null where there was none
     * @param losers the values that lost
     * @param decision in words
     */
    record Audited(
            String coupling,
            String mapping,
            @Nullable RecordRef erp,
            @Nullable RecordRef crm,
            @Nullable Command command,
            List<Command.Loser> losers,
            String decision)
            implements Output {}

    /**
     * Asks for a wake-up message when what {@code name} stands for becomes known: the caller keeps the entry, subscribes this partition once since it started
     * (an earlier subscription may have been lost with a crash), and deletes the entry when the coupling says so.
     *
     * @param coupling who waits
     * @param name the name of the record that it waits for
     */
    record WaitFor(String coupling, Name name) implements Output {}

    /**
     * The coupling does not wait for {@code name} any more.
     *
     * @param coupling who waited
     * @param name the name of the record that it waited for
     */
    record StopWaiting(String coupling, Name name) implements Output {}

    /** The part of the state that the public reads has changed, or may have been lost: write it out. */
    record Publish() implements Output {}
}
