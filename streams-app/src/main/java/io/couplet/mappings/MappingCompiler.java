package io.couplet.mappings;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the compiled form of one mapping after another. Reports what does not fit; what it then gives back is never used. */
final class MappingCompiler {
    private final Entities entities;
    private final Collection<String> configuredCompanies;
    private final Links links;
    private final OptionTables options;
    private final Expressions expressions;
    private final Faults faults;
    private final Notes notes;

    MappingCompiler(
            Entities entities,
            Collection<String> companies,
            Links links,
            OptionTables options,
            Expressions expressions,
            Faults faults,
            Notes notes) {
        this.entities = entities;
        this.configuredCompanies = companies;
        this.links = links;
        this.options = options;
        this.expressions = expressions;
        this.faults = faults;
        this.notes = notes;
    }

    /** The compiled mapping, or nothing where it cannot even be begun. */
    Optional<Mapping> compile(MappingDefinition definition) {
        String company = company(definition);
        Ends ends = new Ends(entity(Side.ERP, definition.erp()), entity(Side.CRM, definition.crm()));
        TieCompiler ties = ties(company, definition, ends, notes);
        definition.fieldsOn().forEach(ties::compile);
        ties.noteLimits(definition.place(), notes);
        // What is off must be right as well, each field by itself: it is nothing that others could contradict.
        definition.fields().stream()
                .filter(field -> !field.enabled().on())
                .forEach(field -> ties(company, definition, ends, new Notes()).compile(field));
        List<Mapping.MatchGroup> match = new MatchCompiler(ends, faults).compile(definition.match());
        Optional<Mapping.End> erp = end(Side.ERP, definition, ends, ties);
        Optional<Mapping.End> crm = end(Side.CRM, definition, ends, ties);
        return erp.flatMap(e -> crm.map(c -> new Mapping(
                        definition.label(), Set.of(company), e, c, match, definition.policies(), ties.rules())))
                .map(mapping -> definition.isOn() ? mapping : mapping.off());
    }

    private TieCompiler ties(String company, MappingDefinition definition, Ends ends, Notes heard) {
        return new TieCompiler(
                ends,
                entities,
                new ConversionCompiler(company, links, options, expressions, faults),
                new DerivationCompiler(definition.label(), ends, expressions, faults),
                new LossCheck(faults, heard),
                faults);
    }

    private Optional<Mapping.End> end(Side side, MappingDefinition definition, Ends ends, TieCompiler ties) {
        return ends.entity(side).map(entity -> {
            Mapping.Filter filter = definition
                    .filter(side)
                    .flatMap(text -> expressions.filter(definition.label(), text, side, entity))
                    .orElse(Mapping.Filter.ALL);
            // The CRM's records refer to each other by id.
            String businessKey = side == Side.ERP ? entity.businessKey() : null;
            return new Mapping.End(entity.name(), filter, businessKey, ties.constants(side), ties.derived(side));
        });
    }

    private Optional<Entity> entity(Side side, Optional<Word> name) {
        return name.flatMap(word -> entities.find(side, word, faults));
    }

    /** The one company whose records take part; several are for a later version. */
    private String company(MappingDefinition definition) {
        for (Word company : definition.companies()) {
            if (!configuredCompanies.contains(company.text())) {
                faults.add(
                        company.place(),
                        "company '" + company.text() + "' is not configured",
                        Suggestion.forWord(company.text(), configuredCompanies));
            }
        }
        List<String> companies = definition.companies().isEmpty()
                ? List.copyOf(configuredCompanies)
                : definition.companies().stream().map(Word::text).distinct().toList();
        if (companies.size() != 1) {
            faults.add(
                    definition.companies().stream().map(Word::place).findFirst().orElse(definition.place()),
                    "a mapping for "
                            + (companies.isEmpty()
                                    ? "no company"
                                    : "several companies (" + String.join(", ", companies) + ") is not possible yet"),
                    "name one with 'companies: [<company>]'");
        }
        return companies.isEmpty() ? "?" : companies.get(0);
    }
}
