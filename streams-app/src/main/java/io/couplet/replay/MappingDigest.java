package io.couplet.replay;

/**
 * The digest of one mapping's state.
 *
 * @param mapping its name
 * @param couplings how many couplings were counted, dissolved ones included
 * @param records how many records the Directory has decided something about
 * @param digest in hexadecimal digits
 */
public record MappingDigest(String mapping, long couplings, long records, String digest) {}
