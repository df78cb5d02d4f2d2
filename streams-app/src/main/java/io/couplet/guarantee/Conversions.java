package io.couplet.guarantee;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;

/** Whether two values say the same under a rule, by what is known at the end. */
final class Conversions {
    private final References known;

    Conversions(References known) {
        this.known = known;
    }

    /** What a side's value becomes on the other side. */
    Converted convert(Rule rule, Side from, Value value) {
        return rule.to(from.other()).convert(value, known);
    }

    /** Whether a value of one side and a value of the other are the same, converted in a direction that the rule allows. */
    boolean agree(Rule rule, Side side, Value here, Value there) {
        return becomes(rule, side, here, there) || becomes(rule, side.other(), there, here);
    }

    /** Whether a value cannot go to the other side by rule: there is no such value, or a required one would be blanked. */
    boolean stays(Rule rule, Side from, Value value) {
        Converted converted = convert(rule, from, value);
        return converted instanceof Converted.Unknown
                || (converted instanceof Converted.To to && to.value().isBlank() && rule.required());
    }

    private boolean becomes(Rule rule, Side from, Value value, Value wanted) {
        return rule.direction().allows(from.other())
                && convert(rule, from, value) instanceof Converted.To to
                && to.value().equals(wanted);
    }
}
