package io.couplet.domain.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from a name (UUID version 5, RFC 9562): the same name gives the same id, whoever asks and whenever. */
public final class NameUuid {
    private static final byte[] COUPLET = bytes(UUID.fromString("6f9d3f4e-9a0b-5f0c-8a51-0c0a1e5f7a11"));
    private static final byte SEPARATOR = 0;
    private static final int LENGTH = 36;
    private static final int PLACE_OF_VERSION = 14;
    private static final int PLACE_OF_SIGN = 24;

    /** Four digits that a mapping's eight follow. One id in 65,000 has them by chance. */
    private static final String SIGN = "c0de";

    private NameUuid() {}

    /** The id of these parts, in text form. */
    public static String of(String... parts) {
        MessageDigest sha1 = sha1();
        sha1.update(COUPLET);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                sha1.update(SEPARATOR);
            }
            sha1.update(parts[i].getBytes(StandardCharsets.UTF_8));
        }
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** The id of a record that shows sums of these parts: of version 8, so that nobody takes it for one that a coupling made. */
    public static String ofSum(String... parts) {
        String id = of(parts);
        return id.substring(0, PLACE_OF_VERSION) + '8' + id.substring(PLACE_OF_VERSION + 1);
    }

    /** The id of a record that a mapping's coupling creates: its last twelve digits tell the mapping, and that they do. */
    public static String madeFor(String mapping, String... parts) {
        return of(parts).substring(0, PLACE_OF_SIGN) + SIGN + mark(mapping);
    }

    /**
     * Whether a coupling of this mapping may have chosen an id. Those that the systems give are random (version 4) or sequential; one that
     * does not tell was chosen before ids did.
     */
    public static boolean mayBeMadeFor(String mapping, String id) {
        return isOne(id) && !isMadeForAnother(mapping, id);
    }

    /** Whether an id tells that a coupling of another mapping chose it. */
    public static boolean isMadeForAnother(String mapping, String id) {
        return tellsMapping(id) && !id.endsWith(mark(mapping));
    }

    /** Whether an id tells for which mapping it was chosen. */
    public static boolean tellsMapping(String id) {
        return isOne(id) && id.startsWith(SIGN, PLACE_OF_SIGN);
    }

    private static boolean isOne(String id) {
        return id.length() == LENGTH && id.charAt(PLACE_OF_VERSION) == '5';
    }

    private static String mark(String mapping) {
        return of(mapping).substring(PLACE_OF_SIGN + SIGN.length());
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }
}
