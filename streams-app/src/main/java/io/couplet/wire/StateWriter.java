package io.couplet.wire;

import io.couplet.domain.model.Command;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes states in Avro's binary primitives, without records in between: states are written several times per edit. Equal states give
 * equal bytes. Used by one thread; keeps its buffer for the next state.
 */
final class StateWriter {
    /** The first byte of every state; a reader knows by it which parts there are. */
    static final int FORMAT = 4;

    /** Stands before a text that comes for the first time. */
    static final int NEW_TEXT = 0;

    private static final int INITIAL = 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL);
    private final BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
    private final Map<String, Integer> texts = new HashMap<>();

    /** One part of a state. */
    interface Part<T> {
        void write(T part);
    }

    private interface Primitive {
        void write() throws IOException;
    }

    StateWriter begin() {
        put(out::flush); // of a state that was begun and not ended
        bytes.reset();
        texts.clear();
        bytes.write(FORMAT);
        return this;
    }

    byte[] end() {
        put(out::flush);
        return bytes.toByteArray();
    }

    void truth(boolean truth) {
        put(() -> out.writeBoolean(truth));
    }

    void whole(long number) {
        put(() -> out.writeLong(number));
    }

    /** Written out once in each state: the names of rules and what both sides agree on come several times. */
    void text(String text) {
        int number = texts.size() + 1;
        @Nullable Integer known = texts.putIfAbsent(text, number);
        whole(known == null ? NEW_TEXT : known);
        if (known == null) {
            put(() -> out.writeString(text));
        }
    }

    /** By name, so that the order of a type's words may change. */
    void word(Enum<?> word) {
        text(word.name());
    }

    void time(Instant time) {
        whole(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    void ref(RecordRef ref) {
        text(ref.text());
    }

    void version(Version version) {
        whole(version.row());
        truth(version.deleted());
    }

    /** Nothing, or one part. */
    <T> void maybe(@Nullable T part, Part<T> form) {
        truth(part != null);
        if (part != null) {
            form.write(part);
        }
    }

    <T> void each(Collection<T> parts, Part<T> form) {
        whole(parts.size());
        parts.forEach(form::write);
    }

    void texts(SortedSet<String> texts) {
        each(texts, this::text);
    }

    void value(Value value) {
        if (value.isBlank()) {
            whole(StateReader.BLANK);
        } else if (value instanceof Value.Text text) {
            whole(StateReader.TEXT);
            text(text.text());
        } else if (value instanceof Value.Whole whole) {
            whole(StateReader.WHOLE);
            whole(whole.number());
        } else if (value instanceof Value.Number number) {
            whole(StateReader.NUMBER);
            text(number.number().toPlainString());
        } else if (value instanceof Value.Truth truth) {
            whole(StateReader.TRUTH);
            truth(truth.truth());
        } else if (value instanceof Value.Time time) {
            whole(StateReader.TIME);
            time(time.at());
        } else if (value instanceof Value.Day day) {
            whole(StateReader.DAY);
            whole(day.day().toEpochDay());
        } else {
            throw new IllegalArgumentException(
                    "no state form for " + value.getClass().getSimpleName());
        }
    }

    void image(Image image) {
        version(image.version());
        maybe(image.previous(), this::whole);
        maybe(image.createdBy(), this::text);
        maybe(image.modifiedBy(), this::text);
        time(image.modifiedAt());
        time(image.committedAt());
        truth(image.inScope());
        fields(image.fields());
    }

    private void fields(Fields fields) {
        int filled = 0;
        for (int i = 0; i < fields.names().size(); i++) {
            filled += fields.at(i).isBlank() ? 0 : 1;
        }
        whole(filled);
        for (int i = 0; i < fields.names().size(); i++) {
            if (!fields.at(i).isBlank()) {
                text(fields.names().name(i));
                value(fields.at(i));
            }
        }
    }

    void command(Command command) {
        text(command.id());
        text(command.coupling());
        text(command.mapping());
        word(command.op());
        ref(command.target());
        maybe(command.expected(), this::version);
        maybe(command.source(), this::ref);
        version(command.sourceVersion());
        each(command.fields(), this::write);
        each(command.losers(), this::loser);
        maybe(command.cause(), this::cause);
        time(command.decidedAt());
    }

    private void write(Command.FieldWrite write) {
        text(write.rule());
        text(write.field());
        value(write.value());
        value(write.sourceValue());
    }

    private void loser(Command.Loser loser) {
        text(loser.rule());
        word(loser.side());
        value(loser.losing());
        value(loser.winning());
        text(loser.policy());
    }

    private void cause(Command.Cause cause) {
        ref(cause.ref());
        version(cause.version());
        maybe(cause.by(), this::text);
        time(cause.committedAt());
    }

    private static void put(Primitive primitive) {
        try {
            primitive.write();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory does not fail", e);
        }
    }
}
