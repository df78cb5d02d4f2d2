package io.couplet.mappings;

import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds what fields that go both ways lose on the way. Lossy conversions do not loop, since each side keeps its own base, but they change
 * what a user wrote as soon as somebody edits the other side. So the file has to say that this is meant.
 */
final class LossCheck {
    private final Faults faults;
    private final Notes notes;

    LossCheck(Faults faults, Notes notes) {
        this.faults = faults;
        this.notes = notes;
    }

    /** Reports what the file does not accept; what it accepts becomes a note. */
    void check(FieldDefinition.Tie tie, Way toErp, Way toCrm) {
        Map<Loss, RoundTrip.Example> found = new EnumMap<>(Loss.class);
        look(new RoundTrip(Side.ERP, toCrm, toErp), found);
        look(new RoundTrip(Side.CRM, toErp, toCrm), found);
        // Who gives a table means that other values stay where they are.
        Set<Loss> accepted = tie.lossy()
                .map(word -> Choices.LOSSY.getOrDefault(word.text(), Set.of()))
                .orElse(tie.options().isPresent() ? Set.of(Loss.UNKNOWN) : Set.of());
        found.forEach((loss, example) -> {
            if (accepted.contains(loss)) {
                tie.lossy().ifPresent(word -> notes.add(word.place(), "accepted: " + example.words()));
            } else {
                faults.add(place(tie, example.target()), example.words(), remedy(loss, tie, accepted));
            }
        });
        noteWordsTooWide(tie, accepted, found.keySet());
    }

    private static void look(RoundTrip trip, Map<Loss, RoundTrip.Example> found) {
        Set<Object> literals = new HashSet<>(trip.there().literals());
        literals.addAll(trip.back().literals());
        for (Value value : Samples.of(trip.there().from(), literals)) {
            trip.loss(value).ifPresent(example -> found.putIfAbsent(example.loss(), example));
        }
    }

    private static Place place(FieldDefinition.Tie tie, Side target) {
        return tie.convert(target)
                .or(() -> tie.convert(target.other()))
                .map(expression -> expression.placeOf(1, 0))
                .orElse(tie.place());
    }

    /** Suggests to accept this loss and no other: one that was found beside it may be a mistake. */
    private static String remedy(Loss loss, FieldDefinition.Tie tie, Set<Loss> accepted) {
        Set<Loss> wanted = EnumSet.of(loss);
        wanted.addAll(accepted);
        String oneWay = "give the field one 'direction'";
        String accept = loss == Loss.ENDLESS ? "" : ", or write 'lossy: " + Loss.word(wanted) + "' if ";
        return switch (loss) {
            case UNKNOWN -> "convert it as well, " + oneWay + accept + "such values may stay on their side";
            case ALTERED -> undo(tie) + ", " + oneWay + accept + "this is meant";
            case ENDLESS -> undo(tie) + ", or " + oneWay;
        };
    }

    private static String undo(FieldDefinition.Tie tie) {
        for (Side target : Side.values()) {
            if (tie.convert(target).isEmpty() && tie.convert(target.other()).isPresent()) {
                return "say with 'to-" + target.word() + "' how it comes back";
            }
        }
        return "let each way undo the other";
    }

    private void noteWordsTooWide(FieldDefinition.Tie tie, Set<Loss> accepted, Set<Loss> found) {
        Set<Loss> used = EnumSet.noneOf(Loss.class);
        used.addAll(accepted);
        used.retainAll(found);
        if (tie.lossy().isPresent() && !accepted.equals(used)) {
            Word word = tie.lossy().get();
            notes.add(
                    word.place(),
                    "'lossy: " + word.text() + "' accepts more than was found to be lost: "
                            + (used.isEmpty() ? "it may be left out" : "'lossy: " + Loss.word(used) + "' is enough"));
        }
    }
}
