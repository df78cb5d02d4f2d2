package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Policies.Conflict;
import io.couplet.domain.mapping.Policies.OneWay;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fields that differ and move together: all are taken from one side, none is written while another one cannot be. Most fields move alone,
 * in a group of one. All have the same direction and the same conflict policy.
 */
final class FieldGroup {
    private final List<FieldMerge> fields;
    private final Side preferred;
    private final @Nullable Side chosen;
    private final Guards guards;

    /**
     * A group.
     *
     * @param fields those that differ, at least one
     * @param preferred who wins a tie in time
     * @param chosen the side that a person chose, null where nobody did
     */
    FieldGroup(List<FieldMerge> fields, Side preferred, @Nullable Side chosen, Guards guards) {
        this.fields = fields;
        this.preferred = preferred;
        this.chosen = chosen;
        this.guards = guards;
    }

    /** What is to happen with each field. */
    List<FieldDecision> decide() {
        Direction direction = rule().direction();
        Side choice = chosen;
        if (choice != null) {
            return direction.allows(choice.other())
                    ? take(choice, FieldMerge.RESOLVED)
                    : all(field -> FieldMerge.leave(choice));
        }
        if (direction != Direction.BOTH) {
            return oneWay(direction == Direction.TO_CRM ? Side.ERP : Side.CRM);
        }
        if (!guards.hold(Guard.MERGE_BY_BASE)) {
            return take(latest(), null);
        }
        if (!changed(Side.CRM)) {
            return take(Side.ERP, null);
        }
        if (!changed(Side.ERP)) {
            return take(Side.CRM, null);
        }
        return conflict();
    }

    private List<FieldDecision> oneWay(Side source) {
        Side target = source.other();
        boolean news = false;
        boolean overwrites = false;
        boolean firstContact = false;
        for (FieldMerge field : fields) {
            FieldMerge.Part part = field.part(source);
            firstContact |= field.firstContact();
            news |= part.changed() && !(field.firstContact() && field.saysNothing(source));
            overwrites |= !field.firstContact() && field.ownWay(target);
        }
        if (news) {
            return take(source, overwrites ? "one-way" : null);
        }
        if (!guards.hold(Guard.ONE_WAY_ENFORCED)) {
            return all(field -> FieldDecision.NOTHING);
        }
        boolean enforced = rule().oneWay() == OneWay.ENFORCE && !firstContact;
        return enforced ? take(source, "one-way") : all(field -> FieldMerge.leave(target));
    }

    private List<FieldDecision> conflict() {
        boolean firstContact = fields.stream().allMatch(FieldMerge::firstContact);
        if (firstContact && (saysNothing(Side.ERP) || saysNothing(Side.CRM))) {
            return take(saysNothing(Side.ERP) ? Side.CRM : Side.ERP, null);
        }
        Conflict policy = rule().conflict();
        return switch (policy) {
            case ASK -> all(field -> FieldDecision.QUESTION);
            case ERP_WINS -> take(Side.ERP, policy.word());
            case CRM_WINS -> take(Side.CRM, policy.word());
            case LATEST_WINS -> take(latest(), policy.word());
        };
    }

    /** Takes every field from one side; if one of them cannot go, none does. */
    private List<FieldDecision> take(Side winner, @Nullable String policy) {
        List<FieldDecision> decisions = all(field -> field.take(winner, policy));
        for (FieldDecision decision : decisions) {
            if (!(decision instanceof FieldDecision.Write) && guards.hold(Guard.GROUPS_TOGETHER)) {
                return all(field -> decision);
            }
        }
        return decisions;
    }

    private Side latest() {
        int order = since(Side.ERP).compareTo(since(Side.CRM));
        return order == 0 ? preferred : order > 0 ? Side.ERP : Side.CRM;
    }

    private Instant since(Side side) {
        Instant latest = Instant.MIN;
        for (FieldMerge field : fields) {
            FieldMerge.Part part = field.part(side);
            if (part.changed() && part.since().isAfter(latest)) {
                latest = part.since();
            }
        }
        return latest;
    }

    private boolean changed(Side side) {
        for (FieldMerge field : fields) {
            if (field.part(side).changed()) {
                return true;
            }
        }
        return false;
    }

    private boolean saysNothing(Side side) {
        for (FieldMerge field : fields) {
            if (!field.saysNothing(side)) {
                return false;
            }
        }
        return true;
    }

    private List<FieldDecision> all(Function<FieldMerge, FieldDecision> decide) {
        List<FieldDecision> decisions = new ArrayList<>(fields.size());
        for (FieldMerge field : fields) {
            decisions.add(decide.apply(field));
        }
        return decisions;
    }

    private Rule rule() {
        return fields.get(0).rule();
    }
}
