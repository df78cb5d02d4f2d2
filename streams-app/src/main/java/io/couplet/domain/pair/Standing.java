package io.couplet.domain.pair;

import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a coupling holds, in a few words.
 *
 * @param kind how it stands
 * @param endedAt when it was dissolved, null where it is not
 */
public record Standing(Kind kind, @Nullable Instant endedAt) {
    /** Of a coupling that nobody has heard of. */
    public static final Standing UNKNOWN = new Standing(Kind.OTHER, null);

    private static final Standing LIVE = new Standing(Kind.LIVE, null);
    private static final Standing UNSETTLED = new Standing(Kind.UNSETTLED, null);

    /** How a coupling stands, as far as losses of records are concerned. */
    public enum Kind {
        /** Both records are there, or a person is to decide about a delete by itself. */
        LIVE,
        /** One record is gone; what becomes of the other one is not settled. */
        UNSETTLED,
        /** Dissolved by a delete. */
        LOST,
        /** Never complete, ended otherwise, or lost with a person's consent. */
        OTHER
    }

    /** How a coupling stands that knows this. */
    public static Standing of(PairState coupling) {
        SideState erp = coupling.erp();
        SideState crm = coupling.crm();
        if (coupling.dead() != null) {
            boolean complete = erp.ref() != null && crm.ref() != null;
            boolean lost = complete && coupling.dead() == ReleaseReason.DELETED && !coupling.agreedToDelete();
            return new Standing(lost ? Kind.LOST : Kind.OTHER, coupling.endedAt());
        } else if (erp.image() == null || crm.image() == null || coupling.agreedToDelete()) {
            return UNKNOWN;
        }
        boolean gone = gone(erp) || gone(crm);
        return gone && !decidedOneByOne(coupling) ? UNSETTLED : LIVE;
    }

    private static boolean gone(SideState side) {
        return side.image() != null && side.image().deleted();
    }

    /** A person is asked about this delete alone, or the other system refused it: nothing is lost by itself. */
    private static boolean decidedOneByOne(PairState coupling) {
        Question question = coupling.question();
        boolean asked = question != null && question.kind() == Question.Kind.DELETE;
        return asked || coupling.erp().rejected() != null || coupling.crm().rejected() != null;
    }

    /** Whether it was dissolved before {@code time}. */
    public boolean endedBefore(Instant time) {
        return endedAt != null && endedAt.isBefore(time);
    }
}
