package io.couplet.mappings;

import java.util.List;
import java.util.Optional;

/** Reads {@code match}: a list of groups, each either one pair of fields or a list of them under {@code keys}. */
final class MatchReader {
    static final List<String> WORDS = List.of("erp", "crm", "keys", "caseSensitive");
    private static final List<String> PAIR = List.of("erp", "crm");

    private MatchReader() {}

    /** The groups in their order. */
    static List<MappingDefinition.MatchGroup> read(Block mapping) {
        if (mapping.isEmptyList("match")) {
            mapping.fault("match", "'match' is empty", "list at least one pair of fields, or leave it out");
        }
        return mapping.blocks("match", WORDS).stream().map(MatchReader::group).toList();
    }

    private static MappingDefinition.MatchGroup group(Block group) {
        boolean counts = group.choice("caseSensitive", Choices.TRUTH, false);
        return new MappingDefinition.MatchGroup(
                group.place(), keys(group), counts ? Optional.of(group.placeOf("caseSensitive")) : Optional.empty());
    }

    private static List<MappingDefinition.MatchPair> keys(Block group) {
        if (!group.has("keys")) {
            return pair(group).stream().toList();
        }
        for (String word : PAIR) {
            if (group.has(word)) {
                group.fault(word, "'" + word + "' stands beside 'keys'", "put this pair into the list of 'keys'");
            }
        }
        if (group.isEmptyList("keys")) {
            group.fault("keys", "'keys' is empty", "list at least one pair of fields");
        }
        return group.blocks("keys", PAIR).stream()
                .flatMap(pair -> pair(pair).stream())
                .toList();
    }

    private static Optional<MappingDefinition.MatchPair> pair(Block pair) {
        Optional<Word> erp = pair.required("erp", "name the ERP's field");
        Optional<Word> crm = pair.required("crm", "name the CRM's field");
        return erp.flatMap(e -> crm.map(c -> new MappingDefinition.MatchPair(e, c)));
    }
}
