package io.couplet.mappings;

import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files of aggregates. */
final class AggregateReader {
    static final List<String> WORDS = List.of("aggregate", "erp", "crm", "key", "from");
    static final List<String> PART_WORDS = List.of("entries", "key", "filter", "sums", "takes", "rows");
    static final List<String> SUM_WORDS = List.of("field", "of", "when", "after");
    static final List<String> ROW_WORDS = List.of("field", "when", "foreach", "place", "set");

    private final Faults faults;

    AggregateReader(Faults faults) {
        this.faults = faults;
    }

    /** The aggregate, or nothing after reporting why it is none. */
    Optional<AggregateDefinition> read(Block block) {
        Optional<Word> name = DefinitionReader.name(block, "aggregate", "an aggregate", "item-inventory", faults);
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
                    .ifPresent(field -> sums.add(new AggregateDefinition.Sum(
                            field, sum.word("of"), sum.expression("when"), sum.word("after"))));
        }
        List<AggregateDefinition.Rows> rows = rows(block);
        if (!block.has("sums") && !block.has("takes") && !block.has("rows")) {
            block.fault("sums", "nothing is added up", "list at least one sum: '- {field: inventory, of: quantity}'");
        }
        return new AggregateDefinition.Part(
                block.place(),
                block.required("entries", "name the entity of the entries"),
                key(block),
                block.expression("filter"),
                sums,
                takes(block),
                rows);
    }

    /** Fields under their own names, or each with that of the entries. */
    private static List<AggregateDefinition.Take> takes(Block block) {
        return block.isBlock("takes")
                ? block.pairs("takes").stream()
                        .map(pair -> new AggregateDefinition.Take(pair.erp(), pair.crm()))
                        .toList()
                : block.words("takes").stream()
                        .map(word -> new AggregateDefinition.Take(word, word))
                        .toList();
    }

    private List<AggregateDefinition.Rows> rows(Block part) {
        List<AggregateDefinition.Rows> all = new ArrayList<>();
        for (Block rows : part.blocks("rows", ROW_WORDS)) {
            List<AggregateDefinition.Cell> cells = rows.expressions("set").entrySet().stream()
                    .map(cell -> new AggregateDefinition.Cell(cell.getKey(), cell.getValue()))
                    .toList();
            if (cells.isEmpty()) {
                rows.fault("set", "the rows have no fields", "give each field an expression: 'set: {type: \"2\"}'");
            }
            rows.required("field", "name the field that shows the rows")
                    .ifPresent(field -> all.add(new AggregateDefinition.Rows(
                            field,
                            rows.expression("when"),
                            rows.expression("foreach"),
                            rows.expression("place"),
                            cells)));
        }
        return all;
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
