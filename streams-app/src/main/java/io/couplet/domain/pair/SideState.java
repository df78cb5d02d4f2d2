package io.couplet.domain.pair;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side of a coupling.
 *
 * @param ref the record in this place, null while it is empty
 * @param image its newest version as far as the coupling knows, null where none was seen
 * @param captured whether that version was seen on a change topic (else only in a result)
 * @param former the dissolved coupling that its record belonged to last, until what was agreed under it is known; null otherwise
 * @param base the value at the last agreement as stored here, by rule; a rule without one was never agreed
 * @param baseVersion the version at the last agreement: nothing is decided on an older image
 * @param changedAt when this side first showed the value it has, by rule
 * @param inFlight the command sent to this side and not answered, null where there is none
 * @param staleAt the version for which a command was stale, until a newer image is seen; null otherwise
 * @param rejected what this side refused last, null where it did not
 * @param owed a version that is on its way in a command and of which nothing was said, though a newer one is here; null where none
 * @param outcome what became of the image's version
 */
public record SideState(
        @Nullable RecordRef ref,
        @Nullable Image image,
        boolean captured,
        @Nullable String former,
        PerRule<Value> base,
        Version baseVersion,
        PerRule<Instant> changedAt,
        @Nullable Command inFlight,
        @Nullable Version staleAt,
        @Nullable Rejection rejected,
        @Nullable Version owed,
        ChangeOutcome outcome) {

    /** An empty place. */
    public static final SideState EMPTY = new SideState(
            null,
            null,
            false,
            null,
            PerRule.none(),
            Version.NONE,
            PerRule.none(),
            null,
            null,
            null,
            null,
            ChangeOutcome.AGREED);

    /** The newest version as far as the coupling knows, {@link Version#NONE} where none was seen. */
    public Version version() {
        return image == null ? Version.NONE : image.version();
    }

    /** The same with other times. */
    public SideState since(PerRule<Instant> times) {
        return new SideState(
                ref, image, captured, former, base, baseVersion, times, inFlight, staleAt, rejected, owed, outcome);
    }

    /** What became of the version, as far as it is not the last word; {@link ChangeOutcome#AGREED} stands for all others. */
    ChangeOutcome openOutcome() {
        return switch (outcome) {
            case PENDING, PARKED, SET_ASIDE -> outcome;
            case APPLIED, AGREED, ECHO, SUPERSEDED, FILTERED, POOLED, HELD, DRIFT -> ChangeOutcome.AGREED;
        };
    }

    /** What of this a replay must bring back; {@code changedAt} says since when which values differ from the base. */
    SideState durable(PerRule<Instant> differsSince) {
        return new SideState(
                ref,
                image == null ? null : image.durable(),
                false,
                null,
                base,
                baseVersion,
                differsSince,
                null,
                null,
                rejected,
                null,
                openOutcome());
    }

    /** The same of a coupling that has ended: its records go their own ways. */
    SideState durableEnd() {
        return new SideState(
                ref,
                null,
                false,
                null,
                base,
                baseVersion,
                PerRule.none(),
                null,
                null,
                rejected,
                null,
                ChangeOutcome.AGREED);
    }
}
