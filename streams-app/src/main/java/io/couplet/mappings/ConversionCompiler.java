package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the conversions of one mapping's ties. Reports what does not fit; what it then gives back is never used. */
final class ConversionCompiler {
    /** The ERP's entity of companies, whose business key is their name. */
    private static final String COMPANIES = "company";

    private final Company company;
    private final Links links;
    private final OptionTables options;
    private final Expressions expressions;
    private final Faults faults;

    ConversionCompiler(Company company, Links links, OptionTables options, Expressions expressions, Faults faults) {
        this.company = company;
        this.links = links;
        this.options = options;
        this.expressions = expressions;
        this.faults = faults;
    }

    /** How the tie's values go to {@code target}; nothing where none go there, or after reporting a fault, or where they are references. */
    Optional<Way> way(Side target, FieldDefinition.Tie tie, MappableField erp, MappableField crm) {
        if (!tie.direction().allows(target) || !tie.references().isEmpty()) {
            return Optional.empty();
        }
        MappableField from = target == Side.ERP ? crm : erp;
        MappableField to = target == Side.ERP ? erp : crm;
        if (tie.options().isPresent()) {
            return options.find(tie.options().get()).map(table -> table.way(target, from, to, faults));
        }
        return tie.convert(target).isPresent()
                ? expressions.conversion(tie.convert(target).get(), from, to)
                : implied(target, tie, from, to);
    }

    /** What a rule does towards {@code target} with the way found. */
    Conversion towards(Side target, FieldDefinition.Tie tie, MappableField erp, Optional<Way> way, Entities entities) {
        if (!tie.direction().allows(target) || tie.references().isEmpty()) {
            return way.map(Way::conversion).orElse(Conversion.AS_IS);
        }
        Conversion reference = erp.references().size() > 1
                ? kinds(target, tie, entities)
                : reference(target, tie.references().get(0), tie.blank(), entities);
        return tie.convert(target)
                .flatMap(text -> expressions.conversion(text, erp, erp))
                .<Conversion>map(toKey -> new Then(toKey.conversion(), reference))
                .orElse(reference);
    }

    private Optional<Way> implied(Side target, FieldDefinition.Tie tie, MappableField from, MappableField to) {
        Optional<Way> way = ImpliedConversion.of(from, to);
        if (way.isEmpty()) {
            String key = "to-" + target.word();
            faults.add(
                    tie.field(target).place(),
                    "type error: '" + from.name() + "' holds a " + from.kind().words() + ", '" + to.name() + "' a "
                            + to.kind().words(),
                    "say how with 'convert: {" + key + ": <expression>}' or leave that way out with 'direction'");
        }
        return way;
    }

    /** Of a field whose values say what they name. */
    private Conversion kinds(Side target, FieldDefinition.Tie tie, Entities entities) {
        tie.blank()
                .ifPresent(word -> faults.add(
                        word.place(),
                        "'blank' says nothing of a field whose values say what they name",
                        "leave it out"));
        Map<String, Conversion> kinds = new LinkedHashMap<>();
        for (Word mapping : tie.references()) {
            String kind = links.entityOf(mapping, Side.ERP).orElse("?");
            if (kinds.put(kind, reference(target, mapping, Optional.empty(), entities)) != null) {
                faults.add(
                        mapping.place(),
                        "two of the mappings tie erp/" + kind + ", and a value does not say which of them is meant",
                        "leave one of them out");
            }
        }
        return target == Side.CRM ? new KindToCrm(kinds) : new KindToErp(kinds);
    }

    private Conversion reference(Side target, Word mapping, Optional<Word> blank, Entities entities) {
        Optional<Entity> referred = links.entityOf(mapping, Side.ERP).flatMap(name -> entities.find(Side.ERP, name));
        String key = referred.map(Entity::businessKey).orElse(null);
        if (referred.isEmpty() || key == null) {
            return Conversion.AS_IS;
        }
        String instance = company.instanceOf(mapping.text());
        @Nullable
        Name own = blank.flatMap(word -> companysOwn(word, mapping, entities)).orElse(null);
        return target == Side.CRM
                ? new ReferenceToCrm(instance, company.name(), referred.get().name(), key, own)
                : new ReferenceToErp(
                        instance, "crm/" + links.entityOf(mapping, Side.CRM).orElse("?"), own);
    }

    /** The name of the company's own record under a mapping of companies to what the reference is about; nothing after reporting that it is none. */
    private Optional<Name> companysOwn(Word blank, Word reference, Entities entities) {
        if (links.get(blank).isEmpty()) {
            return Optional.empty();
        }
        Optional<Entity> companies = links.entityOf(blank, Side.ERP)
                .filter(COMPANIES::equals)
                .flatMap(name -> entities.find(Side.ERP, name));
        String key = companies.map(Entity::businessKey).orElse(null);
        if (companies.isEmpty() || key == null) {
            faults.add(
                    blank.place(),
                    "'blank' names mapping '" + blank.text() + "', which is not about the ERP's companies",
                    "name one with 'erp: " + COMPANIES + "'");
            return Optional.empty();
        }
        if (!links.entityOf(blank, Side.CRM).equals(links.entityOf(reference, Side.CRM))) {
            faults.add(
                    blank.place(),
                    "mapping '" + blank.text() + "' ties crm/"
                            + links.entityOf(blank, Side.CRM).orElse("?") + ", but '" + reference.text() + "' ties crm/"
                            + links.entityOf(reference, Side.CRM).orElse("?"),
                    "name one that ties the same");
            return Optional.empty();
        }
        return Optional.of(new Name(
                company.instanceOf(blank.text()),
                Mapping.alias(company.name(), companies.get().name(), key, Value.text(company.name()))));
    }

    /** Reports references whose mapping does not tie what the fields refer to, and several of a field whose values do not say which they mean. */
    void checkReferences(FieldDefinition.Tie tie, Side side, MappableField field) {
        if (side == Side.ERP
                && field.references().size() == 1
                && tie.references().size() > 1) {
            faults.add(
                    tie.references().get(1).place(),
                    "'" + field.name() + "' refers to " + field.referred() + " alone",
                    "name one mapping");
            return;
        }
        for (Word mapping : tie.references()) {
            links.entityOf(mapping, side)
                    .map(name -> side.word() + "/" + name)
                    .ifPresent(tied -> checkReference(tie.field(side), mapping, tied, field));
        }
    }

    private void checkReference(Word tie, Word mapping, String tied, MappableField field) {
        if (field.references().isEmpty()) {
            faults.add(
                    tie.place(),
                    "'" + field.name() + "' refers to no other record",
                    "leave out 'reference: " + mapping.text()
                            + "', or give the field's schema the property 'reference'");
        } else if (!field.references().contains(tied)) {
            faults.add(
                    mapping.place(),
                    "'" + field.name() + "' refers to " + field.referred() + ", but mapping '" + mapping.text()
                            + "' ties " + tied,
                    "name the mapping that ties " + field.referred());
        }
    }
}
