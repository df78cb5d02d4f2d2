package io.couplet.mappings;

import io.couplet.domain.model.Side;
import java.util.List;
import java.util.Optional;

/**
 * Notes which entities several mappings share: what one of them writes the others must see (decision 0024).
 *
 * @param definitions all mappings
 * @param companies those that they may be for
 */
record SharedEntities(List<MappingDefinition> definitions, Companies companies) {

    void note(Notes notes) {
        for (MappingDefinition one : definitions) {
            if (one.homeLeads() && companies.of(one).size() > 1) {
                note(one, Side.CRM, "the companies' own instances", notes);
            }
            for (MappingDefinition other : definitions) {
                for (Side side : Side.values()) {
                    if (!one.label().equals(other.label()) && entity(one, side).equals(entity(other, side))) {
                        note(one, side, other.label(), notes);
                    }
                }
            }
        }
    }

    private static Optional<String> entity(MappingDefinition definition, Side side) {
        return definition.entity(side).map(Word::text);
    }

    private static void note(MappingDefinition definition, Side side, String sharer, Notes notes) {
        definition
                .entity(side)
                .ifPresent(word -> notes.add(
                        word.place(),
                        "shared with " + sharer + ": the column binding of " + side.word() + "/" + word.text()
                                + " must say `ownWrites: shown`"));
    }
}
