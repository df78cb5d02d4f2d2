package io.couplet.domain.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from a name (UUID version 5, RFC 9562): the same name gives the same id, whoever asks and whenever. */
public final class NameUuid {
    private static final UUID COUPLET = UUID.fromString("6f9d3f4e-9a0b-5f0c-8a51-0c0a1e5f7a11");

    private NameUuid() {}

    /** The id of these parts, in text form. */
    public static String of(String... parts) {
        byte[] name = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(16 + name.length)
                .putLong(COUPLET.getMostSignificantBits())
                .putLong(COUPLET.getLeastSignificantBits())
                .put(name);
        ByteBuffer hash = ByteBuffer.wrap(sha1().digest(input.array()));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }
}
