package io.couplet.config;

import java.util.List;

/** The configuration, or what it refers to, is not as it must be; nothing has been started. */
public final class FaultyConfig extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes each fault in words: where, what is wrong, what to do. */
    public FaultyConfig(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }
}
