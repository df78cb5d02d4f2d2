package io.couplet.guarantee;

/** A side never sees an older value after a newer one, and none that the other side did not have. */
public final class Order extends Guarantee {

    /** The promise. */
    public Order() {
        super("G5 order");
    }

    @Override
    void check(Evidence evidence, Findings findings) {
        for (Written written : evidence.written) {
            Written earlier = written.earlier();
            if (earlier != null
                    && earlier.source() == written.source()
                    && earlier.effect().seen() > written.effect().seen()) {
                findings.add(
                        written.effect(),
                        " carries ",
                        written.rule().name(),
                        " of ",
                        written.source(),
                        " ",
                        written.effect().command.sourceVersion(),
                        " after ",
                        earlier.effect(),
                        " carried it of ",
                        earlier.effect().command.sourceVersion());
            }
            if (written.source() != null && written.shownSince() < 0) {
                findings.add(
                        written.effect(),
                        " carries ",
                        written.rule().name(),
                        "=",
                        written.write().sourceValue(),
                        " which ",
                        written.source(),
                        " did not have at ",
                        written.effect().command.sourceVersion());
            }
        }
    }
}
