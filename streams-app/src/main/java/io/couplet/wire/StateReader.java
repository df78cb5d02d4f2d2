package io.couplet.wire;

import io.couplet.domain.model.Command;
import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateWriter} wrote. Used by one thread, for one state. */
final class StateReader {
    static final int BLANK = 0;
    static final int TEXT = 1;
    static final int WHOLE = 2;
    static final int NUMBER = 3;
    static final int TRUTH = 4;
    static final int TIME = 5;
    static final int DAY = 6;

    /** The format before: each text is written out, and of entries of sums it is not kept what they say. */
    static final int FORMER_FORMAT = 3;

    private final BinaryDecoder in;
    private final boolean former;
    private final List<String> texts = new ArrayList<>();

    private interface Primitive<T> {
        T read() throws IOException;
    }

    /** Throws {@link IllegalStateException} if the bytes are of a format that this version does not know. */
    StateReader(byte[] bytes) {
        former = bytes.length > 0 && bytes[0] == FORMER_FORMAT;
        if (bytes.length == 0 || (bytes[0] != StateWriter.FORMAT && !former)) {
            throw new IllegalStateException("a store holds states of format " + (bytes.length == 0 ? "none" : bytes[0])
                    + "; this version reads " + StateWriter.FORMAT + ". Rebuild the state from the topics.");
        }
        in = DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null);
    }

    boolean truth() {
        return get(in::readBoolean);
    }

    long whole() {
        return get(in::readLong);
    }

    String text() {
        int number = former ? StateWriter.NEW_TEXT : Math.toIntExact(whole());
        if (number != StateWriter.NEW_TEXT) {
            return texts.get(number - 1);
        }
        String text = get(in::readString);
        texts.add(text);
        return text;
    }

    /** Whether it is of the format before this version's. */
    boolean isFormer() {
        return former;
    }

    <E extends Enum<E>> E word(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    Instant time() {
        return Instant.EPOCH.plus(whole(), ChronoUnit.MICROS);
    }

    RecordRef ref() {
        return new RecordRef(text());
    }

    Version version() {
        return new Version(whole(), truth());
    }

    <T> @Nullable T maybe(Supplier<T> part) {
        return truth() ? part.get() : null;
    }

    <T> List<T> each(Supplier<T> part) {
        int size = Math.toIntExact(whole());
        List<T> parts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            parts.add(part.get());
        }
        return parts;
    }

    SortedSet<String> texts() {
        return new TreeSet<>(each(this::text));
    }

    Value value() {
        int kind = Math.toIntExact(whole());
        return switch (kind) {
            case BLANK -> Value.BLANK;
            case TEXT -> Value.text(text());
            case WHOLE -> Value.whole(whole());
            case NUMBER -> Value.number(new BigDecimal(text()));
            case TRUTH -> Value.truth(truth());
            case TIME -> new Value.Time(time());
            case DAY -> new Value.Day(LocalDate.ofEpochDay(whole()));
            default -> throw new IllegalStateException("a store holds a value of kind " + kind);
        };
    }

    /** The fields may have changed with the mapping since the image was written: new ones are blank. */
    Image image(FieldNames names) {
        return new Image(
                version(),
                maybe(this::whole),
                maybe(this::text),
                maybe(this::text),
                time(),
                time(),
                truth(),
                fields(names));
    }

    private Fields fields(FieldNames names) {
        int filled = Math.toIntExact(whole());
        Map<String, Value> values = new HashMap<>(filled * 2);
        for (int i = 0; i < filled; i++) {
            String name = text();
            values.put(name, value());
        }
        return Fields.of(names, name -> values.getOrDefault(name, Value.BLANK));
    }

    Command command() {
        return new Command(
                text(),
                text(),
                text(),
                word(Command.Operation.class),
                ref(),
                maybe(this::version),
                maybe(this::ref),
                version(),
                each(() -> new Command.FieldWrite(text(), text(), value(), value())),
                each(() -> new Command.Loser(text(), word(Side.class), value(), value(), text())),
                maybe(() -> new Command.Cause(ref(), version(), maybe(this::text), time())),
                time());
    }

    private static <T> T get(Primitive<T> primitive) {
        try {
            return primitive.read();
        } catch (IOException e) {
            throw new UncheckedIOException("a store holds a state that ends too early", e);
        }
    }
}
