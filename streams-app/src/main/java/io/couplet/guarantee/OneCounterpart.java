package io.couplet.guarantee;

import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.mapping.Policies.OnTaken;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * No crash, retry, redelivery or race creates a second record: a record has one place, and what we create belongs to a coupling and is the
 * only one of its kind. Nothing is created for a record that was there before the first capture if another one was, too, that matches it;
 * said only where neither of them ever changed in what matters for that, so that nobody could be mistaken.
 *
 * <p>A second creation is right where the first record was deleted and the mapping, or an operator, did not dissolve the coupling for that;
 * where the record it is made for was deleted and came back, which is a new life; and where an operator wanted that record coupled by hand,
 * which makes it eligible again when it comes to nothing. As often as an operator asked for a counterpart, one more may be created, also where
 * the mapping creates none by itself; not one more.
 */
public final class OneCounterpart extends Guarantee {

    /** Why a coupling ends that never began. */
    private static final String REFUSED = "refused";

    /** The promise. */
    public OneCounterpart() {
        super("G4 one counterpart");
    }

    @Override
    void check(Evidence evidence, Findings findings) {
        checkPlaces(evidence, findings);
        Map<String, Effect> byCoupling = new HashMap<>();
        Map<Member, Effect> byOrigin = new HashMap<>();
        Map<Member, Integer> asked = new HashMap<>();
        for (Effect effect : evidence.effects) {
            if (effect.is(Operation.CREATE)) {
                Effect first = byCoupling.put(effect.command.coupling() + effect.row.side, effect);
                if (first != null && !restores(effect, first, evidence)) {
                    findings.add(effect, " creates for its coupling what was created by ", first);
                }
                checkOrigin(effect, byOrigin, asked, evidence, findings);
                checkNamed(effect, evidence, findings);
                checkFound(effect, evidence, findings);
            }
        }
    }

    private static void checkPlaces(Evidence evidence, Findings findings) {
        for (CouplingFact coupling : evidence.recording.couplings()) {
            if (coupling.standing() != Standing.DISSOLVED) {
                for (Side side : Side.values()) {
                    Member member = evidence.member(coupling, side);
                    CouplingFact other = member == null ? null : member.coupling;
                    if (member != null && other != null && !other.id().equals(coupling.id())) {
                        findings.add(
                                member,
                                " is in two couplings of ",
                                coupling.mapping(),
                                ": ",
                                other.id(),
                                ", ",
                                coupling.id());
                    }
                }
            }
        }
    }

    private static boolean restores(Effect again, Effect first, Evidence evidence) {
        Rules rules = evidence.rules(again.command.mapping());
        int until = first.row == again.row ? again.place : first.row.last();
        return rules != null && mayRestore(again, rules, evidence) && first.row.removedBetween(first.place, until);
    }

    /** Whether the coupling may go on where one of its records was deleted, and create that one again. */
    private static boolean mayRestore(Effect effect, Rules rules, Evidence evidence) {
        return !rules.mapping.policies().delete().always(Delete.UNCOUPLE)
                || evidence.requests.resolved(effect.command.coupling());
    }

    /** {@code asked} counts, of each record, the creations that are right only since an operator asked for them. */
    private static void checkOrigin(
            Effect effect,
            Map<Member, Effect> byOrigin,
            Map<Member, Integer> asked,
            Evidence evidence,
            Findings findings) {
        Rules rules = evidence.rules(effect.command.mapping());
        if (rules == null || effect.source == null) {
            return;
        }
        Member origin = effect.source.member(rules);
        Effect first = byOrigin.put(origin, effect);
        boolean right = first == null
                ? rules.mapping.createsCounterpartOf(effect.source.side) || mayRestore(effect, rules, evidence)
                : first.command.coupling().equals(effect.command.coupling()) || beganAnew(effect.source, first, effect);
        if (!right
                && !evidence.requests.coupled(effect.source)
                && asked.merge(origin, 1, Integer::sum) > evidence.requests.created(effect.source)) {
            if (first == null) {
                findings.add(effect, " creates a record for ", effect.source, " that nobody asked for");
            } else {
                findings.add(effect, " creates a second record for ", effect.source, " after ", first);
            }
        }
    }

    /** Whether a record was deleted and came back between two creations for it. */
    private static boolean beganAnew(Row row, Effect first, Effect again) {
        return row.removedBetween(Math.min(first.seen(), again.seen()), Math.max(first.seen(), again.seen()));
    }

    private static void checkNamed(Effect effect, Evidence evidence, Findings findings) {
        Rules rules = evidence.rules(effect.command.mapping());
        boolean stands = effect.row.alive() && !effect.row.removedBetween(effect.place, effect.row.last());
        if (rules != null && evidence.recording.silent() && stands && !effect.row.member(rules).named) {
            findings.add(effect.row, " was created by ", effect, " and no coupling knows it");
        }
    }

    private static void checkFound(Effect effect, Evidence evidence, Findings findings) {
        Rules rules = evidence.rules(effect.command.mapping());
        Row source = effect.source;
        if (rules == null
                || source == null
                || !matchDecides(rules.mapping.policies())
                || !isFound(source, effect, evidence)) {
            return;
        }
        List<String> keys = lastingKeys(source.member(rules), effect.seen());
        for (Row row : keys.isEmpty() ? List.<Row>of() : evidence.rows()) {
            for (Member other : row.side == effect.row.side ? row.members() : List.<Member>of()) {
                if (other.rules == rules
                        && !Collections.disjoint(keys, lastingKeys(other, lastBefore(effect, row)))
                        && isFound(row, effect, evidence)) {
                    findings.add(effect, " creates for ", source, ", which ", row, " has matched from the beginning");
                }
            }
        }
    }

    /** Whether a record that matches another one is never to get a counterpart of its own. */
    private static boolean matchDecides(Policies policies) {
        return policies.onTaken() == OnTaken.ASK && policies.delete().always(Delete.UNCOUPLE);
    }

    /** Whether a person had created it before the first capture, and neither an operator nor a coupling, now dissolved, had a hand in it. */
    private static boolean isFound(Row row, Effect effect, Evidence evidence) {
        Recording recording = evidence.recording;
        return recording.before().contains(row.ref)
                && !Objects.equals(row.row(0).createdBy(), recording.accounts().get(row.side))
                && !evidence.requests.coupled(row)
                && evidence.requests.created(row) == 0
                && recording.couplings().stream()
                        .noneMatch(coupling -> coupling.standing() == Standing.DISSOLVED
                                && !REFUSED.equals(coupling.reason())
                                && !coupling.id().equals(effect.command.coupling())
                                && row.ref.equals(coupling.ref(row.side)));
    }

    /** The place of a row's last version that its system stored before it carried out a command. */
    private static int lastBefore(Effect effect, Row row) {
        int last = row.last();
        while (last >= 0
                && row.version(last).row() > effect.row.version(effect.place).row()) {
            last--;
        }
        return last;
    }

    /** The match keys that it had all the time up to a place. */
    private static List<String> lastingKeys(Member member, int until) {
        List<String> keys = until < 0 ? List.of() : new ArrayList<>(member.matchKeys(0));
        for (int place = 1; place <= until && !keys.isEmpty(); place++) {
            keys.retainAll(member.matchKeys(place));
        }
        return keys;
    }
}
