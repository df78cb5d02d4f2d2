package io.couplet.domain.guard;

/** Which guards hold. Immutable; for any thread. */
public final class Guards {
    /** Every guard holds: the only set used in operation. */
    public static final Guards ALL = new Guards(0);

    private final long off;

    private Guards(long off) {
        this.off = off;
    }

    /** The same but for one guard, which does not hold. */
    public Guards without(Guard guard) {
        return new Guards(off | bit(guard));
    }

    /** Whether a guard holds. */
    public boolean hold(Guard guard) {
        return (off & bit(guard)) == 0;
    }

    @SuppressWarnings("EnumOrdinal") // a set of bits that never leaves the process
    private static long bit(Guard guard) {
        return 1L << guard.ordinal();
    }
}
