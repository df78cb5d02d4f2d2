package io.couplet.domain.pair;

import io.couplet.domain.mapping.References;

/**
 * What a coupling reads of its partition. It may be ahead of the coupling or behind it.
 *
 * @param references what is known of other records
 * @param deletesStopped whether too many of the mapping's couplings have lost a record lately
 */
public record Shared(References references, boolean deletesStopped) {
    /** Knows nothing and stops nothing. */
    public static final Shared NOTHING = new Shared(References.NONE, false);
}
