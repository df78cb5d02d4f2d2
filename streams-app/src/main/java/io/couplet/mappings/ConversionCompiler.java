package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.model.Side;
import java.util.Optional;

/** Makes the conversions of one mapping's ties. Reports what does not fit; what it then gives back is never used. */
final class ConversionCompiler {
    private final String company;
    private final Links links;
    private final Expressions expressions;
    private final Faults faults;

    ConversionCompiler(String company, Links links, Expressions expressions, Faults faults) {
        this.company = company;
        this.links = links;
        this.expressions = expressions;
        this.faults = faults;
    }

    /** How the tie's values go to {@code target}. */
    Conversion towards(Side target, FieldDefinition.Tie tie, MappableField erp, MappableField crm, Entities entities) {
        if (!tie.direction().allows(target)) {
            return Conversion.AS_IS;
        }
        if (tie.reference().isPresent()) {
            return reference(target, tie.reference().get(), entities);
        }
        MappableField from = target == Side.ERP ? crm : erp;
        MappableField to = target == Side.ERP ? erp : crm;
        Optional<Conversion> conversion = tie.convert(target).isPresent()
                ? expressions.conversion(tie.convert(target).get(), from, to)
                : implied(target, tie, from, to);
        return conversion.orElse(Conversion.AS_IS);
    }

    private Optional<Conversion> implied(Side target, FieldDefinition.Tie tie, MappableField from, MappableField to) {
        Optional<Conversion> conversion = ImpliedConversion.of(from, to);
        if (conversion.isEmpty()) {
            String key = "to-" + target.word();
            faults.add(
                    tie.field(target).place(),
                    "type error: '" + from.name() + "' holds a " + from.kind().words() + ", '" + to.name() + "' a "
                            + to.kind().words(),
                    "say how with 'convert: {" + key + ": <expression>}' or leave that way out with 'direction'");
        }
        return conversion;
    }

    private Conversion reference(Side target, Word mapping, Entities entities) {
        Optional<Entity> referred = links.entityOf(mapping, Side.ERP).flatMap(name -> entities.find(Side.ERP, name));
        String key = referred.map(Entity::businessKey).orElse(null);
        if (referred.isEmpty() || key == null) {
            return Conversion.AS_IS;
        }
        return target == Side.CRM
                ? new ReferenceToCrm(mapping.text(), company, referred.get().name(), key)
                : new ReferenceToErp(
                        mapping.text(),
                        "crm/" + links.entityOf(mapping, Side.CRM).orElse("?"));
    }

    /** Reports a reference whose mapping does not tie what the fields refer to, and two references without a mapping. */
    void checkReference(FieldDefinition.Tie tie, Side side, MappableField field) {
        if (tie.reference().isEmpty()) {
            return;
        }
        Word mapping = tie.reference().get();
        Optional<String> tied = links.entityOf(mapping, side).map(name -> side.word() + "/" + name);
        if (tied.isEmpty()) {
            return;
        }
        if (field.reference().isEmpty()) {
            faults.add(
                    tie.field(side).place(),
                    "'" + field.name() + "' refers to no other record",
                    "leave out 'reference: " + mapping.text()
                            + "', or give the field's schema the property 'reference'");
        } else if (!field.reference().get().equals(tied.get())) {
            faults.add(
                    mapping.place(),
                    "'" + field.name() + "' refers to " + field.reference().get() + ", but mapping '" + mapping.text()
                            + "' ties " + tied.get(),
                    "name the mapping that ties " + field.reference().get());
        }
    }
}
