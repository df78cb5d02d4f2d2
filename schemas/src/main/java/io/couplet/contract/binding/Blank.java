package io.couplet.contract.binding;

/** How a system stores a blank value. Records carry null for blank, whatever is stored. */
public enum Blank {
    /** As NULL. */
    NULL,
    /** As the empty text, and as zero or false in columns of other types that are never null. */
    EMPTY
}
