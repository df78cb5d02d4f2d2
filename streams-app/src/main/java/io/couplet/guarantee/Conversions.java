package io.couplet.guarantee;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.Map;

/** What becomes of values on the other side, by what is known at the end. */
final class Conversions {
    private final References known;

    Conversions(References known) {
        this.known = known;
    }

    /** What a value becomes on the other side. */
    Converted convert(Rule rule, Side from, Value value) {
        return rule.to(from.other()).convert(value, known);
    }

    /** Whether a value of one side and a value of the other are the same, converted in a direction that the rule allows. */
    boolean agree(Rule rule, Side side, Value here, Value there) {
        return becomes(rule, side, here, there) || becomes(rule, side.other(), there, here);
    }

    /**
     * Whether the value that a field has at a place cannot go to the other side by rule: there is no such value, or a required one would be
     * blanked, in this field or in one that moves with it.
     */
    boolean stays(Member member, Rule rule, int place) {
        for (Rule each : member.rules.group(rule)) {
            Converted converted =
                    convert(each, member.row.side, member.column(each).value(place));
            boolean blanks = converted instanceof Converted.To to && to.value().isBlank() && each.required();
            if (blanks || converted instanceof Converted.Unknown) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value that a field has at a place, or that of one that moves with it, waits for one of these names. */
    boolean waits(Member member, Rule rule, int place, Map<String, String> names) {
        if (names.isEmpty() || !rule.direction().allows(member.row.side.other())) {
            return false;
        }
        for (Rule each : member.rules.group(rule)) {
            Converted converted =
                    convert(each, member.row.side, member.column(each).value(place));
            if (converted instanceof Converted.Unresolved unresolved && names.containsKey(unresolved.about())) {
                return true;
            }
        }
        return false;
    }

    private boolean becomes(Rule rule, Side from, Value value, Value wanted) {
        return rule.direction().allows(from.other())
                && convert(rule, from, value) instanceof Converted.To to
                && to.value().equals(wanted);
    }
}
