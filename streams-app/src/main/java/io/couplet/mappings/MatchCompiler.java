package io.couplet.mappings;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the groups by which one mapping matches. Reports what does not fit; what it then gives back is never used. */
final class MatchCompiler {
    private final Ends ends;
    private final Faults faults;

    MatchCompiler(Ends ends, Faults faults) {
        this.ends = ends;
        this.faults = faults;
    }

    List<Mapping.MatchGroup> compile(List<MappingDefinition.MatchGroup> definitions) {
        List<Mapping.MatchGroup> groups = new ArrayList<>();
        for (MappingDefinition.MatchGroup definition : definitions) {
            groups.add(group(definition));
        }
        reportGroupsWithoutWork(definitions, groups);
        return groups;
    }

    private Mapping.MatchGroup group(MappingDefinition.MatchGroup definition) {
        List<Mapping.MatchKey> keys = new ArrayList<>();
        boolean texts = false;
        for (MappingDefinition.MatchPair pair : definition.keys()) {
            Optional<MappableField> erp = ends.field(Side.ERP, pair.erp(), faults);
            Optional<MappableField> crm = ends.field(Side.CRM, pair.crm(), faults);
            if (erp.isEmpty() || crm.isEmpty()) {
                texts = true;
                continue;
            }
            texts |= erp.get().kind() == FieldKind.TEXT;
            checkPair(pair, erp.get(), crm.get());
            Mapping.MatchKey key =
                    new Mapping.MatchKey(erp.get().name(), crm.get().name());
            if (keys.contains(key)) {
                faults.add(pair.erp().place(), "this pair is in the group already", "leave it out");
            }
            keys.add(key);
        }
        if (definition.caseSensitive().isPresent() && !texts) {
            faults.add(
                    definition.caseSensitive().get(),
                    "'caseSensitive' says nothing of a group without texts",
                    "leave it out");
        }
        return new Mapping.MatchGroup(keys, definition.caseSensitive().isPresent());
    }

    private void checkPair(MappingDefinition.MatchPair pair, MappableField erp, MappableField crm) {
        if (erp.kind() != crm.kind()) {
            faults.add(
                    pair.crm().place(),
                    "type error: '" + erp.name() + "' holds a " + erp.kind().words() + ", '" + crm.name() + "' a "
                            + crm.kind().words(),
                    "match by fields that hold the same kind of value");
        } else if (!erp.references().isEmpty() && !crm.references().isEmpty()) {
            faults.add(
                    pair.crm().place(),
                    "the two systems never say the same here: '" + erp.name() + "' names "
                            + erp.referred()
                            + " by its business key, '" + crm.name() + "' names "
                            + crm.referred() + " by its id",
                    "match by fields whose values both systems write alike");
        }
    }

    /** Records that are equal by all keys of a group are also equal by some of them, so that the group with those has decided before. */
    private void reportGroupsWithoutWork(
            List<MappingDefinition.MatchGroup> definitions, List<Mapping.MatchGroup> groups) {
        for (int later = 1; later < groups.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (covers(groups.get(earlier), groups.get(later))) {
                    faults.add(
                            definitions.get(later).place(),
                            "this group never decides: whom it would find, the group of line "
                                    + definitions.get(earlier).place().line() + " has found before",
                            "put it before that one, or leave it out");
                    break;
                }
            }
        }
    }

    private static boolean covers(Mapping.MatchGroup earlier, Mapping.MatchGroup later) {
        Set<Mapping.MatchKey> keys = new HashSet<>(later.keys());
        return !earlier.keys().isEmpty()
                && keys.containsAll(earlier.keys())
                && (later.caseSensitive() || !earlier.caseSensitive());
    }
}
