package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which option of the CRM stands for which value of the ERP, one for one. A value that has no line stays on its side and is noted.
 *
 * @param name by which fields refer to it
 * @param lines the ERP's values with the CRM's, as the file has them
 */
record OptionTable(Word name, List<Line> lines) {
    static final List<String> WORDS = List.of("options", "values");

    /**
     * Two values that mean the same.
     *
     * @param erp the ERP's
     * @param crm the CRM's
     */
    record Line(Word erp, Word crm) {
        private Word side(Side side) {
            return side == Side.ERP ? erp : crm;
        }
    }

    OptionTable {
        lines = List.copyOf(lines);
    }

    /** The table that a file holds, or nothing after reporting why there is none. */
    static Optional<OptionTable> read(Block block, Faults faults) {
        Optional<Word> name = DefinitionReader.name(block, "options", "a table of options", "payment-terms", faults);
        if (!block.has("values")) {
            block.fault("values", "'values' is missing", "list the ERP's values, each with the CRM's: '30 DAYS: 1'");
        }
        List<Line> lines = block.pairs("values");
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            if (!seen.add(line.crm().text())) {
                faults.add(
                        line.crm().place(),
                        "'" + line.crm().text() + "' is given twice",
                        "let each value of the CRM stand for one of the ERP, or it could not come back");
            }
        }
        return name.map(word -> new OptionTable(word, lines));
    }

    /** How values go to {@code target}. Reports lines that do not fit the fields. */
    Way way(Side target, MappableField from, MappableField to, Faults faults) {
        Map<Value, Value> table = new HashMap<>();
        Set<Object> literals = new HashSet<>();
        for (Line line : lines) {
            Optional<Value> source = value(line.side(target.other()), from, faults);
            Optional<Value> result = value(line.side(target), to, faults);
            source.ifPresent(key -> result.ifPresent(value -> {
                table.put(key, value);
                literals.add(from.kind().toCel(key));
                literals.add(to.kind().toCel(value));
            }));
        }
        Conversion conversion = (value, references) -> {
            Value found = value.isBlank() ? Value.BLANK : table.get(value);
            return found == null
                    ? new Converted.Unknown("options '" + name.text() + "' have no line for it")
                    : new Converted.To(found);
        };
        return new Way(from, to, conversion, Set.copyOf(literals));
    }

    private static Optional<Value> value(Word word, MappableField field, Faults faults) {
        return field.value(word, "'" + word.text() + "'", faults);
    }
}
