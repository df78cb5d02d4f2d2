package io.couplet.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of any number of entries: the sum of their SHA-256 hashes, so that neither their order matters nor who adds up which. For one
 * thread.
 */
final class StateDigest {
    private static final int LENGTH = 32;

    private final MessageDigest hash = sha256();
    private final byte[] sum = new byte[LENGTH];
    private long couplings;
    private long records;

    void add(Kind kind, String key, byte[] bytes) {
        if (kind == Kind.COUPLING) {
            couplings++;
        } else {
            records++;
        }
        add(hash(hash, kind, key, bytes));
    }

    private void add(byte[] hashed) {
        int carry = 0;
        for (int i = LENGTH - 1; i >= 0; i--) {
            int digit = (sum[i] & 0xff) + (hashed[i] & 0xff) + carry;
            sum[i] = (byte) digit;
            carry = digit >> 8;
        }
    }

    MappingDigest of(String mapping) {
        return new MappingDigest(mapping, couplings, records, HexFormat.of().formatHex(sum));
    }

    static byte[] hash(MessageDigest hash, Kind kind, String key, byte[] bytes) {
        hash.update(kind.word().getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        hash.update(key.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        return hash.digest(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
