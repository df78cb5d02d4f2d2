package io.couplet.contract.wire;

/** The registry does not answer, or answers that it cannot now. Worth trying again. */
public final class RegistryUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes the registry's address and what happened. */
    public RegistryUnreachable(String url, Throwable cause) {
        super(
                "The schema registry at " + url + " is unreachable (" + cause.getMessage()
                        + "). Check that it runs and that registry.url in the configuration names it.",
                cause);
    }
}
