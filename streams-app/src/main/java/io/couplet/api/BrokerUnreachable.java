package io.couplet.api;

/** The broker does not answer. Worth trying again. */
public final class BrokerUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerUnreachable(String asked, Throwable cause) {
        super("The broker does not answer: " + asked + " (" + cause.getMessage() + ")", cause);
    }
}
