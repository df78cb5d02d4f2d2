package io.couplet.mappings;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the compiled form of one aggregate after another. Reports what does not fit; what it then gives back is never used. */
final class AggregateCompiler {
    private final Entities entities;
    private final Expressions expressions;
    private final Faults faults;
    private final Map<String, Word> names = new HashMap<>();
    private final Map<String, Word> shown = new HashMap<>();

    /** What a field shows. */
    private enum Shows {
        A_SUM,
        WHAT_IS_TAKEN,
        ROWS
    }

    AggregateCompiler(Entities entities, Expressions expressions, Faults faults) {
        this.entities = entities;
        this.expressions = expressions;
        this.faults = faults;
    }

    /** The compiled aggregate, or nothing where it cannot even be begun. */
    Optional<Aggregate> compile(AggregateDefinition definition) {
        once(names, definition.name(), "the aggregate", "give one of them another name");
        definition.entity().ifPresent(word -> once(shown, word, "sums in", "show them in an entity of their own"));
        Optional<Entity> target = entity(definition.side(), definition.entity());
        List<MappableField> key = fields(target, definition.key());
        key.forEach(field -> checkKeyField(definition, field));
        List<Aggregate.Part> parts = new ArrayList<>();
        Map<String, Shows> showing = new HashMap<>();
        for (AggregateDefinition.Part part : definition.parts()) {
            compile(definition, part, target, key, showing).ifPresent(parts::add);
        }
        if (parts.stream().map(Aggregate.Part::entity).distinct().count() < parts.size()) {
            faults.add(definition.place(), "an entity is added up twice", "list each entity of 'entries' once");
        }
        return target.map(entity -> new Aggregate(
                definition.name().text(),
                entity.name(),
                key.stream().map(MappableField::name).toList(),
                parts));
    }

    private void once(Map<String, Word> known, Word word, String what, String remedy) {
        Word first = known.putIfAbsent(word.text(), word);
        if (first != null) {
            faults.add(
                    word.place(),
                    what + " '" + word.text() + "' exist already, in "
                            + first.place().file() + ":" + first.place().line(),
                    remedy);
        }
    }

    private void checkKeyField(AggregateDefinition definition, MappableField field) {
        if (field.kind() != FieldKind.TEXT && field.kind() != FieldKind.WHOLE) {
            faults.add(
                    definition.place(),
                    "type error: '" + field.name() + "' holds a " + field.kind().words() + ", which names no group",
                    "use texts and whole numbers as 'key'");
        }
    }

    private Optional<Aggregate.Part> compile(
            AggregateDefinition definition,
            AggregateDefinition.Part part,
            Optional<Entity> target,
            List<MappableField> key,
            Map<String, Shows> showing) {
        Optional<Entity> entries = entity(definition.side(), part.entity());
        List<MappableField> own = fields(entries, part.key());
        if (entries.isPresent() && !kinds(own).equals(kinds(key))) {
            faults.add(
                    part.place(),
                    "the key of the entries is not of the kind of the aggregate's",
                    "list as many fields, in the same order, that hold the same kinds of values");
        }
        List<Aggregate.Sum> sums = new ArrayList<>();
        for (AggregateDefinition.Sum sum : part.sums()) {
            compile(definition, sum, target, entries, showing).ifPresent(sums::add);
        }
        List<Aggregate.Take> takes = new ArrayList<>();
        for (AggregateDefinition.Take take : part.takes()) {
            compile(take, target, entries, showing).ifPresent(takes::add);
        }
        List<Aggregate.Rows> rows = new ArrayList<>();
        for (AggregateDefinition.Rows each : part.rows()) {
            rows(definition, each, target, entries, showing).ifPresent(rows::add);
        }
        Mapping.Filter filter = filter(definition, part.filter(), entries);
        return entries.map(entity -> new Aggregate.Part(
                entity.name(), filter, own.stream().map(MappableField::name).toList(), sums, takes, rows));
    }

    private Optional<Aggregate.Take> compile(
            AggregateDefinition.Take take,
            Optional<Entity> target,
            Optional<Entity> entries,
            Map<String, Shows> showing) {
        Optional<MappableField> shows = field(target, take.field());
        Optional<MappableField> taken = field(entries, take.of());
        shows.ifPresent(field -> shows(Shows.WHAT_IS_TAKEN, take.field(), showing));
        if (shows.isPresent()
                && taken.isPresent()
                && shows.get().kind() != taken.get().kind()) {
            faults.add(
                    take.of().place(),
                    "type error: '" + take.of().text() + "' of the entries holds a "
                            + taken.get().kind().words(),
                    "let both hold a " + shows.get().kind().words());
        }
        return shows.flatMap(field -> taken.map(of -> new Aggregate.Take(field.name(), of.name())));
    }

    /** Several parts may take values, or make rows, for the same field; a sum has its own, and nothing else is shown there. */
    private void shows(Shows what, Word field, Map<String, Shows> showing) {
        Shows other = showing.putIfAbsent(field.text(), what);
        if (other != null && (other != what || what == Shows.A_SUM)) {
            faults.add(field.place(), "'" + field.text() + "' shows something else already", "keep one of them");
        }
    }

    private Optional<Aggregate.Rows> rows(
            AggregateDefinition definition,
            AggregateDefinition.Rows rows,
            Optional<Entity> target,
            Optional<Entity> entries,
            Map<String, Shows> showing) {
        Optional<MappableField> shows = field(target, rows.field());
        shows(Shows.ROWS, rows.field(), showing);
        Optional<Entity> entity = shows.flatMap(MappableField::rows).flatMap(entities::find);
        if (shows.isPresent() && entity.isEmpty()) {
            faults.add(
                    rows.field().place(),
                    "'" + rows.field().text() + "' shows no rows",
                    "say in its schema of what: \"rows\": \"erp/salesline\"");
        }
        if (entries.isEmpty() || entity.isEmpty()) {
            return Optional.empty();
        }
        String name = definition.name().text();
        Side side = definition.side();
        List<CompiledRows.Cell> cells = new ArrayList<>();
        for (AggregateDefinition.Cell cell : rows.cells()) {
            Optional<MappableField> field = entity.get().find(cell.field(), faults);
            expressions
                    .entry(name, cell.value(), side, entries.get(), null)
                    .ifPresent(value -> field.filter(known -> takes(known, value, cell))
                            .ifPresent(known -> cells.add(new CompiledRows.Cell(known, value))));
        }
        CompiledRows compiled = new CompiledRows(
                entry(definition, rows.when(), entries.get(), SimpleType.BOOL),
                entry(definition, rows.foreach(), entries.get(), ListType.create(SimpleType.STRING)),
                entry(definition, rows.place(), entries.get(), SimpleType.INT),
                cells);
        return shows.map(field -> new Aggregate.Rows(field.name(), compiled));
    }

    private boolean takes(MappableField field, EntryExpression value, AggregateDefinition.Cell cell) {
        if (!field.kind().takes(value.type())) {
            faults.add(
                    cell.value().placeOf(1, 0),
                    "the expression gives " + value.type().name() + ", but '" + field.name() + "' holds a "
                            + field.kind().words(),
                    "make it give " + field.kind().celType().name());
            return false;
        }
        return true;
    }

    private Optional<EntryExpression> entry(
            AggregateDefinition definition, Optional<ExpressionText> text, Entity entries, CelType type) {
        return text.flatMap(
                given -> expressions.entry(definition.name().text(), given, definition.side(), entries, type));
    }

    private Optional<Aggregate.Sum> compile(
            AggregateDefinition definition,
            AggregateDefinition.Sum sum,
            Optional<Entity> target,
            Optional<Entity> entries,
            Map<String, Shows> showing) {
        Optional<MappableField> shows = field(target, sum.field());
        Optional<MappableField> added = sum.of().flatMap(word -> field(entries, word));
        shows.ifPresent(field -> checkNumber(sum.field(), field));
        sum.of().ifPresent(word -> added.ifPresent(field -> checkNumber(word, field)));
        shows(Shows.A_SUM, sum.field(), showing);
        if (shows.isPresent()
                && added.isPresent()
                && shows.get().kind() == FieldKind.WHOLE
                && added.get().kind() == FieldKind.DECIMAL) {
            faults.add(
                    sum.field().place(),
                    "type error: '" + sum.field().text() + "' holds a whole number, the sum is a decimal number",
                    "show it in a decimal field");
        }
        Mapping.Filter when = filter(definition, sum.when(), entries);
        Optional<MappableField> after = sum.after().flatMap(word -> day(entries, word));
        return shows.map(field -> new Aggregate.Sum(
                field.name(),
                added.map(MappableField::name).orElse(null),
                when,
                after.map(MappableField::name).orElse(null)));
    }

    private Optional<MappableField> day(Optional<Entity> entries, Word word) {
        Optional<MappableField> field = field(entries, word);
        field.filter(known -> known.kind() != FieldKind.DAY)
                .ifPresent(known -> faults.add(
                        word.place(),
                        "type error: '" + known.name() + "' holds a "
                                + known.kind().words() + ", which is no day",
                        "name a field that holds days"));
        return field;
    }

    private void checkNumber(Word word, MappableField field) {
        if (field.kind() != FieldKind.DECIMAL && field.kind() != FieldKind.WHOLE) {
            faults.add(
                    word.place(),
                    "type error: '" + field.name() + "' holds a " + field.kind().words() + ", which cannot be added up",
                    "name a field that holds numbers");
        }
    }

    private Mapping.Filter filter(
            AggregateDefinition definition, Optional<ExpressionText> text, Optional<Entity> entity) {
        return text.flatMap(given -> entity.flatMap(
                        known -> expressions.filter(definition.name().text(), given, definition.side(), known)))
                .orElse(Mapping.Filter.ALL);
    }

    private static List<FieldKind> kinds(List<MappableField> fields) {
        return fields.stream().map(MappableField::kind).toList();
    }

    private Optional<Entity> entity(Side side, Optional<Word> name) {
        return name.flatMap(word -> entities.find(side, word, faults));
    }

    private List<MappableField> fields(Optional<Entity> entity, List<Word> words) {
        return words.stream().flatMap(word -> field(entity, word).stream()).toList();
    }

    private Optional<MappableField> field(Optional<Entity> entity, Word word) {
        return entity.flatMap(known -> known.find(word, faults));
    }
}
