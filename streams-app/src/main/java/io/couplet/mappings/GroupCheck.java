package io.couplet.mappings;

import io.couplet.contract.Suggestion;
import io.couplet.domain.mapping.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks the groups of fields that move together: one winner for all needs one direction and one policy for all. */
final class GroupCheck {
    private GroupCheck() {}

    /** Reports groups of one field, and fields that differ from the first one of their group. */
    static void check(Collection<FieldDefinition> fields, Faults faults) {
        Map<String, List<FieldDefinition.Tie>> groups = new TreeMap<>();
        for (FieldDefinition field : fields) {
            if (field instanceof FieldDefinition.Tie tie) {
                tie.group()
                        .ifPresent(name -> groups.computeIfAbsent(name.text(), any -> new ArrayList<>())
                                .add(tie));
            }
        }
        groups.forEach((name, ties) -> {
            if (ties.size() == 1) {
                reportLoner(ties.get(0).group().orElseThrow(), groups.keySet(), faults);
            }
            ties.forEach(tie -> compare(tie, ties.get(0), faults));
        });
    }

    private static void reportLoner(Word name, Collection<String> groups, Faults faults) {
        List<String> others =
                groups.stream().filter(group -> !group.equals(name.text())).toList();
        faults.add(
                name.place(),
                "group '" + name.text() + "' has this field only",
                Suggestion.near(name.text(), others)
                        .orElse("put another field into it, or leave out 'group': a field alone moves alone"));
    }

    private static void compare(FieldDefinition.Tie tie, FieldDefinition.Tie first, Faults faults) {
        if (tie.direction() != first.direction()) {
            report(tie, first, "direction", Choices.word(tie.direction()), Choices.word(first.direction()), faults);
        } else if (tie.direction() == Direction.BOTH && tie.conflict() != first.conflict()) {
            report(tie, first, "conflict", Choices.word(tie.conflict()), Choices.word(first.conflict()), faults);
        } else if (tie.direction() != Direction.BOTH && tie.oneWay() != first.oneWay()) {
            report(tie, first, "oneWay", Choices.word(tie.oneWay()), Choices.word(first.oneWay()), faults);
        }
    }

    private static void report(
            FieldDefinition.Tie tie,
            FieldDefinition.Tie first,
            String word,
            String mine,
            String theirs,
            Faults faults) {
        Word name = tie.group().orElseThrow();
        faults.add(
                name.place(),
                "the fields of group '" + name.text() + "' move together, but '" + word + "' is " + mine + " here and "
                        + theirs + " in line " + first.place().line(),
                "give all of them the same '" + word + "'");
    }
}
