package io.couplet.guarantee;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of values on the other side, by what is known of records at the end or was known before. For one thread. */
final class Conversions {
    private final Evidence evidence;
    private final References known;
    private @Nullable KnownOnce knownOnce;

    Conversions(Evidence evidence) {
        this.evidence = evidence;
        this.known = new Known(evidence);
    }

    /** What a value becomes on the other side. */
    Converted convert(Rule rule, Side from, Value value) {
        return rule.to(from.other()).convert(value, known);
    }

    /** Whether a value of one side and a value of the other are the same, converted in a direction that the rule allows. */
    boolean agree(Rule rule, Side side, Value here, Value there) {
        return agree(rule, side, here, there, known);
    }

    /** Whether they were the same at any time, whatever became since then of the records that they refer to. */
    boolean agreedOnce(Rule rule, Side side, Value here, Value there) {
        if (agree(rule, side, here, there)) {
            return true;
        }
        KnownOnce once = knownOnce == null ? new KnownOnce(evidence) : knownOnce;
        knownOnce = once;
        for (int turn = 0; turn < once.turns(); turn++) {
            once.take(turn);
            if (agree(rule, side, here, there, once)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value cannot go to the other side by rule: there is no such value, or a required one would be blanked. */
    boolean stays(Rule rule, Side from, Value value) {
        Converted converted = convert(rule, from, value);
        return converted instanceof Converted.Unknown
                || (converted instanceof Converted.To to
                        && rule.required()
                        && rule.saysNothing(from.other(), to.value()));
    }

    /** Whether the value that a field has at a place, or that of one that moves with it, cannot go to the other side by rule. */
    boolean stays(Member member, Rule rule, int place) {
        for (Rule each : member.rules.mapping.movingWith(rule)) {
            if (stays(each, member.row.side, member.column(each).value(place))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value that a field has at a place, or that of one that moves with it, waits for one of these names. */
    boolean waits(Member member, Rule rule, int place, Set<Name> names) {
        if (names.isEmpty() || !rule.direction().allows(member.row.side.other())) {
            return false;
        }
        for (Rule each : member.rules.mapping.movingWith(rule)) {
            Converted converted =
                    convert(each, member.row.side, member.column(each).value(place));
            if (converted instanceof Converted.Unresolved unresolved
                    && unresolved.names().stream().anyMatch(names::contains)) {
                return true;
            }
        }
        return false;
    }

    private static boolean agree(Rule rule, Side side, Value here, Value there, References references) {
        return becomes(rule, side, here, there, references) || becomes(rule, side.other(), there, here, references);
    }

    private static boolean becomes(Rule rule, Side from, Value value, Value wanted, References references) {
        return rule.direction().allows(from.other())
                && rule.to(from.other()).convert(value, references) instanceof Converted.To to
                && to.value().equals(wanted);
    }
}
