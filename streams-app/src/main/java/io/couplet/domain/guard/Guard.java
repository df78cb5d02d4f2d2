package io.couplet.domain.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One rule without which some interleaving breaks a guarantee. In operation all of them hold; a simulation switches one off to see that
 * it is missed ({@code couplet simulate --without GUARD}). Where a guard was forced by a story, the decisions tell it.
 */
public enum Guard {
    // ---- the Directory ----
    INITIAL_GATE("no match key is judged before both sides' snapshots are complete"),
    GATE_OFFSET("an open gate holds only for inputs read after it opened, also when they are read again"),
    HELD("a record that our account or a coupling made waits for its coupling instead of founding one"),
    MADE_FOR_ANOTHER("a record that another mapping's coupling made is not held here: it is treated as anybody's"),
    HELD_IS_BUSY("nobody else may claim or couple a record whose own coupling is under way"),
    PENDING_COUPLE_REFUSED("a couple request that waited for a record is refused when our account created that record"),
    FORWARD_DUPLICATES("each version of a coupled record goes on to its coupling, known or not"),
    DETACHED("a released survivor is not created or matched again by itself"),
    CREATED_ONCE(
            "a coupling that created a counterpart and loses the record to another keeps both from being created again"),
    DISSOLVED_REMEMBERED("a record does not adopt a coupling that it was released from"),
    RELEASE_REMEMBERED("a release is remembered by a record that was not seen yet, or is held"),
    RELEASE_HANDS_OVER("a release carries the newest image the coupling knows"),
    ADOPT_ANNOUNCED("a record that forgot its claim adopts the coupling that announces itself"),
    ADOPT_PARTNER("the lead adopts the partner that its coupling wants and claims it again"),
    PARTNER_FOLLOWED("a coupled record goes by the counterpart that its coupling has now, not by the first one"),
    OWNED_STAY_REGISTERED("coupled records stay registered at their match key"),
    PARTNER_NOT_AMBIGUOUS("a record that is about to be coupled with another does not make that one ambiguous"),
    RETRACTED_KEPT("match keys and aliases that were given up are retracted again after a crash"),
    STRAYS_RETRACTED("a record that is judged at a match key it does not carry takes its statement there back"),
    REFUSALS_REPEATED("a refusal leaves no trace and is given again after a crash"),
    UNCOUPLE_NAMES_COUPLING("an uncouple request means one coupling and spares any other"),
    CREATE_NAMES_LIFE("a request to create means the life that the record was in, and spares any later one"),
    ALIAS_BY_VERSION("of two holders of an alias the one with the higher row version holds it"),
    // ---- both steps ----
    REANNOUNCE("an input that is read again announces every obligation of its key"),
    PUBLISH_AGAIN(
            "what replaces a decision that a crash made forgotten is said and published, also where nothing seems to have changed"),
    SUBSCRIBE_AGAIN("who starts again trusts no subscription of an earlier life"),
    // ---- the Pair ----
    BASE_AS_STORED("the target's base is the row as stored, not the value that was sent"),
    BASE_AS_CARRIED("the source's base is the value that the command carried, not the current one"),
    AGREE_ONCE("a row that was agreed on before is no news, whichever command it answers"),
    BASE_INHERITED("two records that are coupled again go on from what they agreed on last"),
    LIFE_RECALLED("a coupling that forgot to have begun again goes on with the record that it created then"),
    CREATED_ASKED(
            "what both sides agree on is asked of the memory where a record was created and no answer to that is known"),
    ASSIGNED_FLOWS_BACK("what a create left to the target counts as new there, so that it flows back"),
    IN_FLIGHT_LIMIT("one command in flight: nothing is decided before it is answered"),
    DEDUPLICATE("a version that is not newer than the image changes nothing"),
    ACCOUNT_ONLY_EXACT("an edit by our account becomes drift only where its before-image is exactly what we hold"),
    ONE_WAY_ENFORCED("a one-way field edited on its target is written back, or listed"),
    ECHO_BY_VALUE("an echo is known by its values, whoever wrote it; without it all our account writes is dropped"),
    MERGE_BY_BASE("the base tells which side changed a field; without it the record touched last wins"),
    TIME_PER_FIELD("latest-wins compares when each side first showed the value, not when the record was touched"),
    COMPARE_BEFORE_WRITE("what agrees after conversion is agreement, not a write"),
    GROUPS_TOGETHER("the fields of a group are taken from one side"),
    REFUSALS_REMEMBERED("a refusal that overtakes the request is remembered"),
    CLAIM_ASKS_LEAD("a record that was claimed without its lead asks for the lead"),
    WRITTEN_TOLD(
            "a record whose match keys our own write changed is told so, also where capture leaves own writes out"),
    CREATE_ID_BY_COUPLING("a create's id follows from its coupling, not from its content"),
    RELEASE_AFTER_ANSWER("a coupling ends only after what is in flight has been answered"),
    WAIT_AFTER_STALE("after a stale command nothing is decided before a newer image is seen"),
    UNKNOWN_ANSWERS("an answer that is no longer awaited is taken in all the same"),
    ROW_IS_IMAGE("the row that an answer brings is the newest image"),
    WAKE_BY_MESSAGE("an answer wakes a waiting coupling by a message to it"),
    WAKE_ON_REPEAT("a repeated answer wakes again"),
    WAITERS_KEPT("a waiter entry is kept until a later input of its coupling"),
    ANSWER_VERSION("an older answer does not replace a newer one in the cache"),
    AUDIT_REPEATED("losing values are written to the audit again after a crash"),
    DELETE_SPARES_EDITS("a delete is not propagated over an edit that it did not see"),
    CHOICE_SPARES_EDITS("a person's choice does not hold for values that were edited since"),
    PING_PONG("a coupling that goes on exchanging commands without a user's edit is stopped"),
    MASS_DELETE("deletes stop and ask when they are too many of a mapping at once"),
    // ---- the appliers ----
    COMMAND_MEMORY("an applier answers a command that it carried out before"),
    REFUSAL_MEMORY("an applier refuses again what was refused before, whoever asks"),
    CONDITIONAL_WRITE("an applier writes only over the version that the decision saw");

    private final String meaning;

    Guard(String meaning) {
        this.meaning = meaning;
    }

    /** What holds while it is on, in one line. */
    public String meaning() {
        return meaning;
    }

    /** The word used on the command line, such as {@code in-flight-limit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The guard that {@code word} names; throws {@link IllegalArgumentException} listing all words for any other. */
    public static Guard of(String word) {
        return Arrays.stream(values())
                .filter(guard -> guard.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not a guard; there are "
                        + Arrays.stream(values()).map(Guard::word).collect(Collectors.joining(", "))));
    }
}
