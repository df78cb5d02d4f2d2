package io.couplet.guarantee;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of one mapping, found by name and by field. */
final class Rules {
    final Mapping mapping;

    /** Its place among the recording's mappings. */
    final int index;

    private final Map<String, Rule> byName = new HashMap<>();
    private final Map<Side, Map<String, List<Rule>>> byField = new EnumMap<>(Side.class);

    Rules(Mapping mapping, int index) {
        this.mapping = mapping;
        this.index = index;
        for (Side side : Side.values()) {
            byField.put(side, new HashMap<>());
        }
        for (Rule rule : mapping.rules()) {
            byName.put(rule.name(), rule);
            byField.forEach((side, rules) -> rules.computeIfAbsent(rule.field(side), field -> new ArrayList<>(1))
                    .add(rule));
        }
    }

    int count() {
        return mapping.rules().size();
    }

    /** The rule of that name; null for a constant, which follows none. */
    @Nullable
    Rule named(String name) {
        return byName.get(name);
    }

    /** The rules that a field of one side takes part in. */
    List<Rule> about(Side side, String field) {
        Map<String, List<Rule>> rules = byField.get(side);
        return rules == null ? List.of() : rules.getOrDefault(field, List.of());
    }
}
