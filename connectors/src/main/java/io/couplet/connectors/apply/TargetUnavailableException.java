package io.couplet.connectors.apply;

/** The system cannot take commands now; it is to be asked again later. */
final class TargetUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    TargetUnavailableException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
