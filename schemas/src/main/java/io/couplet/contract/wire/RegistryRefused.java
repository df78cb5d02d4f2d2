package io.couplet.contract.wire;

/** The registry refused a request for a reason that trying again does not mend. */
public final class RegistryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryRefused(String url, String request, int status, Throwable cause) {
        super(
                "The schema registry at " + url + " refused to " + request + " (" + status + ": " + cause.getMessage()
                        + ")",
                cause);
    }
}
