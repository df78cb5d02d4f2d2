package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.References;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers which fields of a mapping's targets hold less than may be sent to them: nothing is cut, but the target refuses it. Used once. */
final class LimitNotes {
    private final Map<Side, List<String>> fields = new EnumMap<>(Side.class);

    /** Looks at one way of one field. */
    void see(Side target, Way way) {
        for (Value value : Samples.of(way.from(), way.literals())) {
            Optional<String> limit = exceeded(way, value);
            if (limit.isPresent()) {
                fields.computeIfAbsent(target, side -> new ArrayList<>())
                        .add(way.to().name() + " (" + limit.get() + ")");
                return;
            }
        }
    }

    private static Optional<String> exceeded(Way way, Value value) {
        return way.conversion().convert(value, References.NONE) instanceof Converted.To sent
                ? way.to().limits().exceededBy(sent.value())
                : Optional.empty();
    }

    /** One note for each side that has such fields. */
    void report(Place place, Notes notes) {
        fields.forEach((target, names) -> notes.add(
                place,
                "what the " + target.word() + " cannot hold is refused there and set aside: "
                        + String.join(", ", names)));
    }
}
