package io.couplet.mappings;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the compiled form of one mapping after another. Reports what does not fit; what it then gives back is never used. */
final class MappingCompiler {
    private final Entities entities;
    private final Links links;
    private final OptionTables options;
    private final Settings settings;
    private final Map<Company, Expressions> expressions = new HashMap<>();
    private final Faults faults;

    MappingCompiler(Entities entities, Links links, OptionTables options, Settings settings, Faults faults) {
        this.entities = entities;
        this.links = links;
        this.options = options;
        this.settings = settings;
        this.faults = faults;
    }

    /** The compiled mapping, or nothing where it cannot even be begun; what is worth knowing of it goes to {@code notes}. */
    Optional<Mapping> compile(Instance instance, Notes notes) {
        MappingDefinition definition = instance.definition();
        Company company = instance.company();
        Expressions expressions =
                this.expressions.computeIfAbsent(company, one -> new Expressions(settings, one, faults));
        Ends ends = new Ends(entity(Side.ERP, definition.erp()), entity(Side.CRM, definition.crm()));
        TieCompiler ties = ties(instance, ends, expressions, notes);
        definition.fieldsOn().forEach(ties::compile);
        ties.noteLimits(definition.place(), notes);
        // What is off must be right as well, each field by itself: it is nothing that others could contradict.
        definition.fields().stream()
                .filter(field -> !field.enabled().on())
                .forEach(field -> ties(instance, ends, expressions, new Notes()).compile(field));
        List<Mapping.MatchGroup> match = new MatchCompiler(ends, faults).compile(definition.match());
        Optional<Mapping.End> erp = end(Side.ERP, instance, ends, ties, expressions);
        Optional<Mapping.End> crm = end(Side.CRM, instance, ends, ties, expressions);
        return erp.flatMap(e -> crm.map(c -> new Mapping(
                        instance.name(), Set.of(company.name()), e, c, match, definition.policies(), ties.rules())))
                .map(mapping -> definition.isOn() ? mapping : mapping.off());
    }

    private TieCompiler ties(Instance instance, Ends ends, Expressions expressions, Notes heard) {
        return new TieCompiler(
                ends,
                entities,
                new ConversionCompiler(instance.company(), links, options, expressions, faults),
                new DerivationCompiler(instance.name(), ends, expressions, faults),
                new LossCheck(faults, heard),
                faults);
    }

    private Optional<Mapping.End> end(
            Side side, Instance instance, Ends ends, TieCompiler ties, Expressions expressions) {
        return ends.entity(side).map(entity -> {
            // The CRM's records refer to each other by id.
            String businessKey = side == Side.ERP ? entity.businessKey() : null;
            Mapping.Filter filter = filter(side, instance, entity, expressions);
            return new Mapping.End(entity.name(), filter, businessKey, ties.constants(side), ties.derived(side));
        });
    }

    private Mapping.Filter filter(Side side, Instance instance, Entity entity, Expressions expressions) {
        MappingDefinition definition = instance.definition();
        Mapping.Filter filter = definition
                .filter(side)
                .flatMap(text -> expressions.filter(instance.name(), text, side, entity))
                .orElse(Mapping.Filter.ALL);
        return definition
                .companyField()
                .filter(word -> side == Side.CRM && namesCompany(entity, word))
                .<Mapping.Filter>map(word -> new CompanyFilter(word.text(), instance, filter))
                .orElse(filter);
    }

    private boolean namesCompany(Entity entity, Word word) {
        Optional<MappableField> field = entity.find(word, faults);
        field.filter(found -> found.kind() != FieldKind.TEXT)
                .ifPresent(found -> faults.add(
                        word.place(),
                        "type error: '" + found.name() + "' holds a "
                                + found.kind().words() + ", which names no company",
                        "name the field that holds the company's name"));
        return field.isPresent();
    }

    private Optional<Entity> entity(Side side, Optional<Word> name) {
        return name.flatMap(word -> entities.find(side, word, faults));
    }
}
