package io.couplet.domain.pair;

import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of a coupling at work. */
final class PairSide {
    final Side side;

    @Nullable
    RecordRef ref;

    @Nullable
    Image image;

    boolean captured;

    /** The dissolved coupling that its record belonged to last, until what was agreed under it is known. */
    @Nullable
    String former;

    PerRule<Value> base;
    Version baseVersion;
    PerRule<Instant> changedAt;

    @Nullable
    Command inFlight;

    @Nullable
    Version staleAt;

    @Nullable
    Rejection rejected;

    /** What was refused before this decision; it stays refused only as long as the same is to be written. */
    private @Nullable Rejection refused;

    @Nullable
    Version owed;

    ChangeOutcome outcome;

    PairSide(Side side, SideState state) {
        this.side = side;
        ref = state.ref();
        image = state.image();
        captured = state.captured();
        former = state.former();
        base = state.base();
        baseVersion = state.baseVersion();
        changedAt = state.changedAt();
        inFlight = state.inFlight();
        staleAt = state.staleAt();
        rejected = state.rejected();
        owed = state.owed();
        outcome = state.outcome();
    }

    SideState state() {
        return new SideState(
                ref, image, captured, former, base, baseVersion, changedAt, inFlight, staleAt, rejected, owed, outcome);
    }

    Version version() {
        return image == null ? Version.NONE : image.version();
    }

    boolean alive() {
        return image != null && !image.deleted();
    }

    boolean deleted() {
        return image != null && image.deleted();
    }

    /** A new decision begins: what was refused holds on only if it is wanted again. */
    void reconsider() {
        refused = rejected;
        rejected = null;
    }

    /** Whether these values were refused and nothing has changed since. */
    boolean refuses(List<FieldWrite> fields) {
        boolean same = refused != null && refused.isOf(fields);
        if (same) {
            rejected = refused;
        }
        return same;
    }

    /** Makes room for another record. */
    void empty() {
        ref = null;
        image = null;
        captured = false;
        former = null;
        changedAt = PerRule.none();
        staleAt = null;
        rejected = null;
        owed = null;
        outcome = ChangeOutcome.AGREED;
        base = PerRule.none();
        baseVersion = Version.NONE;
    }

    /** Takes a newer version in. */
    void see(Image newer, boolean fromCapture, List<Rule> rules) {
        Image known = image;
        for (Rule rule : rules) {
            String field = rule.field(side);
            if (known == null
                    || !known.fields().get(field).equals(newer.fields().get(field))) {
                changedAt = changedAt.with(rule.index(), newer.modifiedAt());
            }
        }
        image = newer;
        captured = fromCapture;
        if (staleAt != null && newer.version().after(staleAt)) {
            staleAt = null;
        }
    }

    /** Learns late what the record looked like before the newest version: since when each value is there follows from both. */
    void dateBy(Image earlier, List<Rule> rules) {
        Image now = image;
        if (now == null || !now.version().after(earlier.version())) {
            return;
        }
        for (Rule rule : rules) {
            String field = rule.field(side);
            boolean same = now.fields().get(field).equals(earlier.fields().get(field));
            Instant known = changedAt.get(rule.index());
            if (known != null && same && known.isAfter(earlier.modifiedAt())) {
                changedAt = changedAt.with(rule.index(), earlier.modifiedAt());
            } else if (known != null && !same && known.isBefore(earlier.modifiedAt())) {
                changedAt = changedAt.with(rule.index(), now.modifiedAt());
            }
        }
    }

    /** Whether what became of the image's version is not the last word. */
    boolean open() {
        return outcome == ChangeOutcome.PENDING
                || outcome == ChangeOutcome.PARKED
                || outcome == ChangeOutcome.SET_ASIDE;
    }

    /** The captured version of which nobody has said for good what became of it, null where there is none. */
    @Nullable
    Version unsaid() {
        return image != null && captured && open() ? image.version() : null;
    }

    /** Whether it may yet go on its way: also what was left out of scope does, when the other side comes back into it. */
    boolean unfinished() {
        return open() || outcome == ChangeOutcome.FILTERED;
    }
}
