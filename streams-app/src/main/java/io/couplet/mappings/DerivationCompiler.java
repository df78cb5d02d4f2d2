package io.couplet.mappings;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the derivations of one mapping's expressions. Used once. */
final class DerivationCompiler {
    private final String mapping;
    private final Ends ends;
    private final Expressions expressions;
    private final Faults faults;
    private final Map<Side, Map<String, Mapping.Derivation>> derived =
            Map.of(Side.ERP, new HashMap<>(), Side.CRM, new HashMap<>());

    DerivationCompiler(String mapping, Ends ends, Expressions expressions, Faults faults) {
        this.mapping = mapping;
        this.ends = ends;
        this.expressions = expressions;
        this.faults = faults;
    }

    /** Takes a field in; reports an expression that is wrong, and one that would have to know another system's ids. */
    void compile(FieldDefinition.Derived definition, MappableField target) {
        if (definition.target() == Side.CRM && !target.references().isEmpty()) {
            faults.add(
                    definition.place(),
                    "'" + target.name() + "' refers to " + target.referred() + " by its id",
                    "tie it to a field of the ERP with 'reference: <mapping>'");
        }
        Side source = definition.target().other();
        Optional<Entity> entity = ends.entity(source);
        entity.flatMap(known -> expressions.derivation(mapping, definition.expression(), source, known, target))
                .ifPresent(derivation -> derived(source).put(definition.source(), derivation));
    }

    /** What rules read of one side besides its records' own fields. */
    Map<String, Mapping.Derivation> derived(Side side) {
        return derived.getOrDefault(side, Map.of());
    }
}
