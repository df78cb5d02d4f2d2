package io.couplet.connectors.config;

import java.util.List;

/** The configuration, a binding file or a database is not as it must be; nothing has been started. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /**
     * Makes one exception of all faults.
     *
     * @param faults one sentence each: where, what is wrong, what to do about it; at least one
     */
    public ConfigException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** The faults, in the order in which they were found. */
    public List<String> faults() {
        return faults;
    }
}
