package io.couplet.connectors.apply;

/** A command that cannot be carried out as it is; the message is the reason that its sender gets. */
final class RejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    RejectedException(String reason) {
        super(reason);
    }
}
