package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes rules and constants of one mapping's fields. Used once. */
final class TieCompiler {
    private final Ends ends;
    private final Entities entities;
    private final ConversionCompiler conversions;
    private final DerivationCompiler derivations;
    private final LossCheck losses;
    private final LimitNotes limits = new LimitNotes();
    private final Faults faults;
    private final Set<String> written = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<Side, Map<String, Value>> constants =
            Map.of(Side.ERP, new HashMap<>(), Side.CRM, new HashMap<>());

    TieCompiler(
            Ends ends,
            Entities entities,
            ConversionCompiler conversions,
            DerivationCompiler derivations,
            LossCheck losses,
            Faults faults) {
        this.ends = ends;
        this.entities = entities;
        this.conversions = conversions;
        this.derivations = derivations;
        this.losses = losses;
        this.faults = faults;
    }

    void compile(FieldDefinition definition) {
        if (definition instanceof FieldDefinition.Constant constant) {
            compile(constant);
        } else if (definition instanceof FieldDefinition.Tie tie) {
            compile(tie);
        } else if (definition instanceof FieldDefinition.Derived field) {
            compile(field);
        }
    }

    /** Notes which of the fields hold less than may be sent to them. */
    void noteLimits(Place place, Notes notes) {
        limits.report(place, notes);
    }

    List<Rule> rules() {
        return rules;
    }

    Map<String, Value> constants(Side side) {
        return constants.getOrDefault(side, Map.of());
    }

    private void compile(FieldDefinition.Constant constant) {
        ends.field(constant.side(), constant.field(), faults).ifPresent(field -> {
            checkWrite(constant.side(), constant.field(), field, "leave it out");
            field.value(constant.value(), "the constant '" + constant.value().text() + "'", faults)
                    .ifPresent(value -> constants
                            .getOrDefault(constant.side(), new HashMap<>())
                            .put(field.name(), value));
        });
    }

    Map<String, Mapping.Derivation> derived(Side side) {
        return derivations.derived(side);
    }

    private void compile(FieldDefinition.Derived definition) {
        Side target = definition.target();
        ends.field(target, definition.field(), faults).ifPresent(field -> {
            checkWrite(target, definition.field(), field, "leave it out");
            derivations.compile(definition, field);
            String erp = target == Side.ERP ? field.name() : definition.source();
            String crm = target == Side.CRM ? field.name() : definition.source();
            rules.add(new Rule(
                    rules.size(),
                    erp + "=" + crm,
                    erp,
                    crm,
                    target == Side.ERP ? Direction.TO_ERP : Direction.TO_CRM,
                    Policies.Conflict.LATEST_WINS,
                    definition.oneWay(),
                    null,
                    false,
                    Conversion.AS_IS,
                    Conversion.AS_IS));
        });
    }

    private void compile(FieldDefinition.Tie tie) {
        Optional<MappableField> erp = ends.field(Side.ERP, tie.erp(), faults);
        Optional<MappableField> crm = ends.field(Side.CRM, tie.crm(), faults);
        erp.ifPresent(field -> check(tie, Side.ERP, field));
        crm.ifPresent(field -> check(tie, Side.CRM, field));
        if (erp.isEmpty() || crm.isEmpty()) {
            return;
        }
        checkPlainReference(tie, erp.get(), crm.get());
        String name = tie.erp().text() + "=" + tie.crm().text();
        if (!names.add(name)) {
            faults.add(tie.place(), "the pair " + name + " is given twice", "say it in one entry");
        }
        Optional<Way> toErp = conversions.way(Side.ERP, tie, erp.get(), crm.get());
        Optional<Way> toCrm = conversions.way(Side.CRM, tie, erp.get(), crm.get());
        toErp.ifPresent(there -> toCrm.ifPresent(back -> losses.check(tie, there, back)));
        toErp.ifPresent(way -> limits.see(Side.ERP, way));
        toCrm.ifPresent(way -> limits.see(Side.CRM, way));
        rules.add(new Rule(
                rules.size(),
                name,
                erp.get().name(),
                crm.get().name(),
                tie.direction(),
                tie.conflict(),
                tie.oneWay(),
                tie.group().map(Word::text).orElse(null),
                tie.required(),
                conversions.towards(Side.ERP, tie, erp.get(), toErp, entities),
                conversions.towards(Side.CRM, tie, erp.get(), toCrm, entities)));
    }

    private void check(FieldDefinition.Tie tie, Side side, MappableField field) {
        conversions.checkReferences(tie, side, field);
        if (tie.direction().allows(side)) {
            checkWrite(
                    side,
                    tie.field(side),
                    field,
                    "use 'direction: to-" + side.other().word() + "' to read it only");
        }
    }

    /** The two systems name records differently, so that such a value means nothing on the other side. */
    private void checkPlainReference(FieldDefinition.Tie tie, MappableField erp, MappableField crm) {
        boolean writesId = !crm.references().isEmpty() && tie.direction().allows(Side.CRM);
        boolean readsId = !crm.references().isEmpty() && !erp.references().isEmpty();
        if ((writesId || readsId)
                && tie.references().isEmpty()
                && tie.options().isEmpty()
                && tie.toCrm().isEmpty()
                && tie.toErp().isEmpty()) {
            faults.add(
                    tie.place(),
                    "'" + crm.name() + "' refers to " + crm.referred() + " by its id",
                    "add 'reference: <mapping>' with the mapping that ties it");
        }
    }

    private void checkWrite(Side side, Word word, MappableField field, String remedy) {
        field.readOnly()
                .ifPresent(why ->
                        faults.add(word.place(), "'" + field.name() + "' cannot be written: it is " + why, remedy));
        if (!written.add(side.word() + "." + field.name())) {
            faults.add(
                    word.place(),
                    "'" + field.name() + "' of the " + side.word() + " is written by another entry already",
                    "keep one of them");
        }
    }
}
