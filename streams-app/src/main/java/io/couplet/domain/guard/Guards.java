package io.couplet.domain.guard;

import org.jspecify.annotations.Nullable;

/** Which guards hold. Immutable but for the count of uses, where one is kept: then it is for one thread, otherwise for any. */
@SuppressWarnings("EnumOrdinal") // places in arrays that never leave the process
public final class Guards {
    /** Every guard holds: the only set used in operation. */
    public static final Guards ALL = new Guards(new boolean[Guard.values().length], null);

    private final boolean[] off;
    private final long @Nullable [] uses;

    private Guards(boolean[] off, long @Nullable [] uses) {
        this.off = off;
        this.uses = uses;
    }

    /** The same but for one guard, which does not hold. */
    public Guards without(Guard guard) {
        boolean[] less = off.clone();
        less[guard.ordinal()] = true;
        return new Guards(less, uses);
    }

    /** The same, counting how often each guard decides something. For one thread. */
    public Guards counting() {
        return new Guards(off, new long[off.length]);
    }

    /** Whether a guard holds. Asked where all else that the rule depends on is so. */
    public boolean hold(Guard guard) {
        if (uses != null) {
            uses[guard.ordinal()]++;
        }
        return !off[guard.ordinal()];
    }

    /** How often a guard was asked for; 0 where nobody counts. */
    public long uses(Guard guard) {
        return uses == null ? 0 : uses[guard.ordinal()];
    }
}
