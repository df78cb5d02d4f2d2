package io.couplet.domain.message;

import java.util.Locale;

/**
 * What became of one captured version of a record. Every version has one current outcome; each transition is counted once (G9). {@link
 * #PENDING} is the only one that is not an end: the version is on its way.
 */
public enum ChangeOutcome {
    PENDING,
    /** Its values were written to the other side. */
    APPLIED,
    /** Both sides agree already. */
    AGREED,
    /** It is the reflection of a write of ours. */
    ECHO,
    /** A newer version came before it was used, or it was known. */
    SUPERSEDED,
    /** It does not pass the mapping's filter. */
    FILTERED,
    /** It is outside the rules: no counterpart is to be made for it. */
    POOLED,
    /** Our own account created it and its coupling has not announced itself yet. */
    HELD,
    /** It waits for a record that it refers to, or for its match. */
    PARKED,
    /** It differs on purpose. */
    DRIFT,
    /** It cannot go on without a new change or a person. */
    SET_ASIDE;

    /** The word used in metrics and on topics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
