package io.couplet.contract.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are not a record of the expected contract. Trying again does not help. Never carries the bytes themselves. */
public final class Undecodable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undecodable(String message) {
        super(message);
    }

    Undecodable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
