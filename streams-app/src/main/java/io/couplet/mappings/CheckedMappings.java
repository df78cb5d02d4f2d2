package io.couplet.mappings;

import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.mapping.Mapping;
import java.util.List;

/**
 * Mappings that can be used, and what is worth knowing of them.
 *
 * @param mappings each after those that it needs
 * @param aggregates ordered by file
 * @param descriptions the mappings as people read them, in the same order
 * @param notes ordered by file and place
 */
public record CheckedMappings(
        List<Mapping> mappings,
        List<Aggregate> aggregates,
        List<MappingDescription> descriptions,
        List<MappingNote> notes) {

    /** Copies the lists. */
    public CheckedMappings {
        mappings = List.copyOf(mappings);
        aggregates = List.copyOf(aggregates);
        descriptions = List.copyOf(descriptions);
        notes = List.copyOf(notes);
    }
}
