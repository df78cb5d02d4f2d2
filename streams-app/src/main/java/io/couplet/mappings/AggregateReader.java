package io.couplet.mappings;

import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files of aggregates. */
final class AggregateReader {
    static final List<String> WORDS = List.of("aggregate", "erp", "crm", "key", "from");
    static final List<String> PART_WORDS = List.of("entries", "key", "filter", "sums");
    static final List<String> SUM_WORDS = List.of("field", "of", "when");

    private final Faults faults;

    AggregateReader(Faults faults) {
        this.faults = faults;
    }

    /** The aggregate, or nothing after reporting why it is none. */
    Optional<AggregateDefinition> read(Block block) {
        Optional<Word> name = DefinitionReader.name(block, "aggregate", "an aggregate", "item-availability", faults);
        if (block.has("erp") == block.has("crm")) {
            block.fault(
                    "aggregate",
                    "an aggregate belongs to one system",
                    "name the entity that shows the sums with either 'erp' or 'crm'");
            return Optional.empty();
        }
        Side side = block.has("erp") ? Side.ERP : Side.CRM;
        List<Word> key = key(block);
        List<Block> from = block.blocks("from", PART_WORDS);
        if (from.isEmpty()) {
            block.fault("from", "an aggregate without entries", "list with 'from' what is added up");
        }
        return name.map(word -> new AggregateDefinition(
                word,
                block.place(),
                side,
                block.word(side.word()),
                key,
                from.stream().map(this::part).toList()));
    }

    private AggregateDefinition.Part part(Block block) {
        List<AggregateDefinition.Sum> sums = new ArrayList<>();
        for (Block sum : block.blocks("sums", SUM_WORDS)) {
            sum.required("field", "name the field that shows the sum")
                    .ifPresent(field ->
                            sums.add(new AggregateDefinition.Sum(field, sum.word("of"), sum.expression("when"))));
        }
        if (!block.has("sums") || block.isEmptyList("sums")) {
            block.fault("sums", "nothing is added up", "list at least one sum: '- {field: inventory, of: quantity}'");
        }
        return new AggregateDefinition.Part(
                block.place(),
                block.required("entries", "name the entity of the entries"),
                key(block),
                block.expression("filter"),
                sums);
    }

    private static List<Word> key(Block block) {
        List<Word> key = block.words("key");
        if (!block.has("key") || block.isEmptyList("key")) {
            block.fault(
                    "key", "'key' is missing", "list the fields that say what is added up together: 'key: [itemNo]'");
        }
        return key;
    }
}
