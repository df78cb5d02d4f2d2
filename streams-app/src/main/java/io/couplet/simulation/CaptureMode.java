package io.couplet.simulation;

/**
 * What capture of a system sees.
 *
 * @param ownWritesLeftOut whether what commands write is not captured, as with a replication origin
 * @param showsPrevious whether the version before a change is known
 * @param coalesces whether only the newest state of a row is seen at each look, as where tables are polled
 */
record CaptureMode(boolean ownWritesLeftOut, boolean showsPrevious, boolean coalesces) {
    /** Sees everything. */
    static final CaptureMode FULL = new CaptureMode(false, true, false);

    String words() {
        return coalesces
                ? "sees only newest states"
                : (ownWritesLeftOut ? "leaves own writes out" : "sees everything")
                        + (showsPrevious ? "" : ", not what was before");
    }

    static CaptureMode of(Chance chance, Style style) {
        boolean coalesces = style == Style.COALESCING && !chance.oneIn(4);
        return coalesces
                ? new CaptureMode(false, false, true)
                : new CaptureMode(chance.half(), !chance.oneIn(3), false);
    }
}
