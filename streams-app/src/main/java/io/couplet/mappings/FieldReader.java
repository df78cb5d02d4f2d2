package io.couplet.mappings;

import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.model.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the entries of {@code fields}. */
final class FieldReader {
    static final List<String> WORDS = List.of(
            "erp",
            "crm",
            "direction",
            "conflict",
            "oneWay",
            "group",
            "lossy",
            "required",
            "reference",
            "blank",
            "convert",
            "options",
            "constant",
            "expression",
            "enabled");
    private static final List<String> CONVERT_WORDS = List.of("to-erp", "to-crm");

    private final Direction direction;
    private final Policies.Conflict conflict;
    private final Expressions expressions;

    /** Direction and conflict hold where a field says nothing else. */
    FieldReader(Direction direction, Policies.Conflict conflict, Expressions expressions) {
        this.expressions = expressions;
        this.direction = direction;
        this.conflict = conflict;
    }

    /** The entry, or nothing after reporting why it is none. */
    Optional<FieldDefinition> read(Block block) {
        if (block.has("constant")) {
            return constant(block);
        }
        return block.has("expression") ? derived(block) : tie(block);
    }

    private Optional<FieldDefinition> derived(Block block) {
        reportAllBut(block, "an expression", List.of("erp", "crm", "expression", "oneWay", "enabled"));
        Policies.OneWay oneWay = block.choice("oneWay", Choices.ONE_WAY, Policies.OneWay.ENFORCE);
        Optional<ExpressionText> text = block.expression("expression");
        Switch enabled = Switch.of(block, expressions);
        return oneSide(block, "expression", "an expression gives one side's field its value")
                .flatMap(side -> block.word(side.word())
                        .flatMap(field -> text.map(given ->
                                new FieldDefinition.Derived(enabled, block.place(), side, field, oneWay, given))));
    }

    private static void reportAllBut(Block block, String what, List<String> meaningful) {
        for (String word : WORDS) {
            if (block.has(word) && !meaningful.contains(word)) {
                block.fault(word, "'" + word + "' says nothing of " + what, "leave it out");
            }
        }
    }

    private static Optional<Side> oneSide(Block block, String word, String what) {
        if (block.has("erp") == block.has("crm")) {
            block.fault(word, what, "name the field with either 'erp' or 'crm'");
            return Optional.empty();
        }
        return Optional.of(block.has("erp") ? Side.ERP : Side.CRM);
    }

    private Optional<FieldDefinition> constant(Block block) {
        Optional<Word> value = block.word("constant");
        reportAllBut(block, "a constant", List.of("erp", "crm", "constant", "enabled"));
        Switch enabled = Switch.of(block, expressions);
        return oneSide(block, "constant", "a constant belongs to one side")
                .flatMap(side -> block.word(side.word())
                        .flatMap(field ->
                                value.map(given -> new FieldDefinition.Constant(enabled, side, field, given))));
    }

    private Optional<FieldDefinition> tie(Block block) {
        Optional<Word> erp = block.required("erp", "name the ERP's field, or give a 'constant'");
        Optional<Word> crm = block.required("crm", "name the CRM's field, or give a 'constant'");
        Direction way = block.choice("direction", Choices.DIRECTION, direction);
        Optional<Block> convert = block.block("convert", CONVERT_WORDS);
        Policies.Conflict winner = block.choice("conflict", Choices.CONFLICT, conflict);
        Policies.OneWay oneWay = block.choice("oneWay", Choices.ONE_WAY, Policies.OneWay.ENFORCE);
        Optional<Word> group = block.word("group");
        boolean required = block.choice("required", Choices.TRUTH, false);
        block.choice("lossy", Choices.LOSSY, Set.of());
        List<Word> references = block.oneOrMore("reference");
        Optional<Word> blank = block.word("blank");
        Optional<ExpressionText> toErp = convert.flatMap(each -> each.expression("to-erp"));
        Optional<ExpressionText> toCrm = convert.flatMap(each -> each.expression("to-crm"));
        Switch enabled = Switch.of(block, expressions);
        reportIdleWords(block, way, convert);
        return erp.flatMap(e -> crm.map(c -> new FieldDefinition.Tie(
                enabled,
                block.place(),
                e,
                c,
                way,
                winner,
                oneWay,
                group,
                block.word("lossy"),
                required,
                references,
                blank,
                toErp,
                toCrm,
                block.word("options"))));
    }

    /** A word without effect is a fault: its author expects something of it. */
    private static void reportIdleWords(Block block, Direction way, Optional<Block> convert) {
        if (way != Direction.BOTH && block.has("conflict")) {
            block.fault("conflict", "'conflict' says nothing of a one-way field", "leave it out, or use 'oneWay'");
        }
        if (way == Direction.BOTH && block.has("oneWay")) {
            block.fault(
                    "oneWay",
                    "'oneWay' says nothing of a field that goes both ways",
                    "leave it out, or give a 'direction'");
        }
        if (block.has("required") && !block.has("reference")) {
            block.fault(
                    "required",
                    "'required' says nothing without 'reference'",
                    "leave it out, or name the mapping with 'reference'");
        }
        if (block.has("blank") && !block.has("reference")) {
            block.fault(
                    "blank",
                    "'blank' says nothing without 'reference'",
                    "leave it out, or name the mapping with 'reference'");
        }
        if (block.has("lossy") && (way != Direction.BOTH || block.has("reference"))) {
            block.fault(
                    "lossy",
                    "'lossy' says nothing of a " + (way == Direction.BOTH ? "reference" : "one-way field"),
                    "leave it out");
        }
        if (block.has("convert") && block.has("reference") && way != Direction.TO_CRM) {
            block.fault(
                    "convert",
                    "a reference has its own conversion",
                    "leave out either 'convert' or 'reference', or let the field go to the CRM only");
        }
        for (String other : List.of("convert", "reference", "lossy")) {
            if (block.has("options") && block.has(other)) {
                block.fault(
                        other,
                        "'" + other + "' says nothing where 'options' say how values go",
                        "leave out either 'options' or '" + other + "'");
            }
        }
        convert.ifPresent(given -> reportIdleConversions(given, way));
    }

    private static void reportIdleConversions(Block convert, Direction way) {
        for (Side target : Side.values()) {
            if (convert.has("to-" + target.word()) && !way.allows(target)) {
                convert.fault(
                        "to-" + target.word(),
                        "no value goes to the " + target.word() + " here",
                        "leave it out, or change 'direction'");
            }
        }
    }
}
