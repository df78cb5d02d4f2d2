package io.couplet.mappings;

import io.couplet.domain.model.Side;
import java.util.List;
import java.util.Optional;

/**
 * Notes which entities several mappings share, or are added up: what one mapping writes the others must see, unless nothing comes of it there,
 * and sums must count (decisions 0024, 0030, 0033, 0037).
 *
 * @param definitions all mappings
 * @param aggregates all aggregates
 * @param companies those that they may be for
 */
record SharedEntities(List<MappingDefinition> definitions, List<AggregateDefinition> aggregates, Companies companies) {

    private static final String SHOWN = "`ownWrites: shown`";
    private static final String SHOWN_OR_EXISTENCE =
            SHOWN + ", or `existence` if no mapping changes what is added up of it";

    void note(Notes notes) {
        for (MappingDefinition one : definitions) {
            if (one.homeLeads() && companies.of(one).size() > 1) {
                note(one, Side.CRM, "shared with the companies' own instances", SHOWN, notes);
            }
            for (MappingDefinition other : definitions) {
                for (Side side : Side.values()) {
                    boolean shared = !one.label().equals(other.label())
                            && entity(one, side).equals(entity(other, side));
                    if (shared && !(one.isPassive(side) && other.isPassive(side))) {
                        note(one, side, "shared with " + other.label(), SHOWN, notes);
                    }
                }
            }
            for (AggregateDefinition aggregate : aggregates) {
                Optional<String> ours = entity(one, aggregate.side());
                if (aggregate.parts().stream()
                        .anyMatch(part -> part.entity().map(Word::text).equals(ours))) {
                    note(
                            one,
                            aggregate.side(),
                            "added up by " + aggregate.name().text(),
                            SHOWN_OR_EXISTENCE,
                            notes);
                }
            }
        }
    }

    private static Optional<String> entity(MappingDefinition definition, Side side) {
        return definition.entity(side).map(Word::text);
    }

    private static void note(MappingDefinition definition, Side side, String why, String what, Notes notes) {
        definition
                .entity(side)
                .ifPresent(word -> notes.add(
                        word.place(),
                        why + ": the column binding of " + side.word() + "/" + word.text() + " must say " + what));
    }
}
