package io.couplet.guarantee;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Outcome;
import io.couplet.guarantee.Recording.Seen;
import io.couplet.guarantee.Recording.Standing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every captured version of a record has one current outcome, stated on transition, and what is said of the newest version fits how its
 * coupling stands.
 *
 * <p>After a crash an outcome may be stated again: better twice than never. What is said last counts.
 */
public final class NothingSilent extends Guarantee {

    /** The promise. */
    public NothingSilent() {
        super("G9 nothing silent");
    }

    @Override
    void check(Evidence evidence, Findings findings) {
        for (Seen seen : evidence.unheardOf) {
            findings.add(seen.ref(), " ", seen.version(), " was captured under ", seen.mapping(), " and never stored");
        }
        if (!evidence.recording.crashed()) {
            for (Outcome outcome : evidence.repeated) {
                findings.add(
                        outcome.seen().ref(),
                        " ",
                        outcome.seen().version(),
                        " became ",
                        outcome.outcome(),
                        " twice in a row");
            }
        }
        if (evidence.recording.silent()) {
            checkEnds(evidence, findings);
        }
    }

    private static void checkEnds(Evidence evidence, Findings findings) {
        for (Row row : evidence.rows()) {
            for (Member member : row.members()) {
                for (int place = 0; place <= member.newest; place++) {
                    if (member.captured(place)) {
                        checkEnd(member, place, findings);
                    }
                }
            }
        }
        for (CouplingFact coupling : evidence.recording.couplings()) {
            checkStanding(coupling, Standing.PARKED, ChangeOutcome.PARKED, evidence, findings);
            checkStanding(coupling, Standing.SET_ASIDE, ChangeOutcome.SET_ASIDE, evidence, findings);
        }
    }

    private static void checkEnd(Member member, int place, Findings findings) {
        ChangeOutcome said = member.said(place);
        if (said == null || said == ChangeOutcome.PENDING) {
            findings.add("nobody says what became of ", version(member, place));
        } else if (said == ChangeOutcome.SUPERSEDED && place == member.row.last()) {
            findings.add(version(member, place), " is said to be superseded, but nothing is newer");
        } else if (place == member.newest && place == member.row.last() && !fits(member.coupling, said)) {
            findings.add(version(member, place), " is said to be ", said.word(), ", but ", standing(member.coupling));
        }
    }

    private static boolean fits(@Nullable CouplingFact coupling, ChangeOutcome said) {
        Standing standing = coupling == null ? Standing.DISSOLVED : coupling.standing();
        return switch (said) {
            case APPLIED, AGREED, ECHO, SUPERSEDED, DRIFT -> true;
            case PARKED ->
                standing == Standing.PARKED
                        || (coupling != null && !coupling.waitsFor().isEmpty());
            case SET_ASIDE -> coupling == null || standing == Standing.SET_ASIDE;
            case HELD -> coupling == null;
            case POOLED -> coupling == null || standing == Standing.INCOMPLETE;
            case FILTERED -> standing != Standing.IN_STEP;
            case PENDING -> false;
        };
    }

    /** Where a coupling waits, so does the newest version of one of its records; unless that is our own write, which came on top. */
    private static void checkStanding(
            CouplingFact coupling, Standing standing, ChangeOutcome expected, Evidence evidence, Findings findings) {
        if (coupling.standing() != standing) {
            return;
        }
        boolean seen = true;
        for (Side side : Side.values()) {
            Member member = evidence.member(coupling, side);
            if (member != null && (member.said() == expected || doesOtherwise(member, coupling))) {
                return;
            }
            seen &= member == null || (member.newest == member.row.last() && !member.row.writtenByUs());
        }
        if (seen) {
            findings.add(standing(coupling), ", but no version of its records is said to be ", expected.word());
        }
    }

    /** What was refused and by now waits for a name as well, or has left its filter, may be said to do that. */
    private static boolean doesOtherwise(Member member, CouplingFact coupling) {
        return member.said() == ChangeOutcome.FILTERED
                || (member.said() == ChangeOutcome.PARKED
                        && !coupling.waitsFor().isEmpty());
    }

    private static String version(Member member, int place) {
        return member + " " + member.row.version(place) + " under " + member.rules.mapping.name();
    }

    private static String standing(@Nullable CouplingFact coupling) {
        return coupling == null
                ? "it belongs to no coupling"
                : "coupling " + coupling.id() + " is "
                        + coupling.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
