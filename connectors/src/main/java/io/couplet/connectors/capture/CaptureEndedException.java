package io.couplet.connectors.capture;

/** A capture engine ended although nobody had told it to. */
final class CaptureEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    CaptureEndedException(Throwable cause) {
        super("The capture engine ended: " + Causes.inWords(cause), cause);
    }
}
