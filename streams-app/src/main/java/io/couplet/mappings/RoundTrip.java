package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.References;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.Optional;

/**
 * Sends values of one side to the other and back, as the two systems would store them.
 *
 * @param origin the side that values start from
 * @param there to the other side
 * @param back from there
 */
record RoundTrip(Side origin, Way there, Way back) {
    /** A value that is still another one after so many times will never settle. */
    private static final int ROUNDS = 8;

    private static final int SHOWN = 40;

    /**
     * Something that a value loses.
     *
     * @param loss what kind of loss
     * @param target the side towards which it happens
     * @param words the value and what becomes of it
     */
    record Example(Loss loss, Side target, String words) {}

    /**
     * What this value loses, if anything. Nothing is lost where the target refuses it, since a person then hears of it; nor where the value
     * comes back as the target's schema says that it stores such values (upper-cased, rounded), and stays so: each side keeps its own
     * value as base, so that this is no edit and cannot go round.
     */
    Optional<Example> loss(Value value) {
        Optional<Value> sent = convert(there.conversion(), value);
        if (sent.isEmpty()) {
            return example(
                    Loss.UNKNOWN,
                    origin.other(),
                    value,
                    " has no value in the " + origin.other().word());
        }
        if (there.to().limits().exceededBy(sent.get()).isPresent()) {
            return Optional.empty();
        }
        String goes = " goes to the " + origin.other().word() + " as " + shown(sent.get());
        Optional<Value> returned = convert(back.conversion(), sent.get());
        if (returned.isEmpty()) {
            return example(Loss.UNKNOWN, origin, value, goes + ", which has no value in the " + origin.word());
        }
        Value now = returned.get();
        if (now.equals(value)) {
            return Optional.empty();
        }
        String comes = goes + " and comes back as " + shown(now);
        if (!settles(now)) {
            return example(Loss.ENDLESS, origin, value, comes + ", and never settles");
        }
        return comesBackButForStorage(value) ? Optional.empty() : example(Loss.ALTERED, origin, value, comes);
    }

    /** Whether going round changes the value no more, at last. */
    private boolean settles(Value returned) {
        Value now = returned;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Value> next = convert(there.conversion(), now).flatMap(sent -> convert(back.conversion(), sent));
            // A value that the other side does not have is not sent again.
            if (next.isEmpty() || next.get().equals(now)) {
                return true;
            }
            now = next.get();
        }
        return false;
    }

    /** Whether the value would come back if the target stored what it is sent. */
    private boolean comesBackButForStorage(Value value) {
        return convert(there.plain(), value)
                .flatMap(sent -> convert(back.plain(), sent))
                .map(back.to().limits()::stored)
                .filter(value::equals)
                .isPresent();
    }

    private Optional<Example> example(Loss loss, Side target, Value value, String rest) {
        return Optional.of(new Example(loss, target, "the " + origin.word() + "'s " + shown(value) + rest));
    }

    private static Optional<Value> convert(Conversion conversion, Value value) {
        return conversion.convert(value, References.NONE) instanceof Converted.To to
                ? Optional.of(to.value())
                : Optional.empty();
    }

    private static String shown(Value value) {
        if (!(value instanceof Value.Text text)) {
            return value.isBlank() ? "blank" : value.toString();
        }
        int length = text.text().codePointCount(0, text.text().length());
        return length <= SHOWN
                ? "'" + text.text() + "'"
                : "'" + text.text().substring(0, text.text().offsetByCodePoints(0, SHOWN)) + "...' (" + length
                        + " characters)";
    }
}
