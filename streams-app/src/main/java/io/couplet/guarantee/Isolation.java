package io.couplet.guarantee;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Standing;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A refused or poisonous record holds up only itself and what refers to it: who waits at the end names what it waits for, and that is not
 * known; who is set aside says why.
 *
 * <p>Says nothing of a recording that did not fall silent: what is waited for may be on its way.
 */
public final class Isolation extends Guarantee {

    /** The promise. */
    public Isolation() {
        super("G6 isolation");
    }

    @Override
    void check(Evidence evidence, Findings findings) {
        if (!evidence.recording.silent()) {
            return;
        }
        for (CouplingFact coupling : evidence.recording.couplings()) {
            if (coupling.standing() == Standing.SET_ASIDE
                    && (coupling.reason() == null || coupling.reason().isBlank())) {
                findings.add("coupling ", coupling.id(), " is set aside for no reason");
            }
            boolean parked = coupling.standing() == Standing.PARKED;
            if (parked || !coupling.waitsFor().isEmpty()) {
                checkWaits(coupling, parked, evidence, findings);
            }
        }
        for (Row row : evidence.rows()) {
            for (Member member : row.members()) {
                if (member.coupling == null) {
                    checkAlone(member, evidence, findings);
                }
            }
        }
    }

    /** A record without a coupling never waits at the end; a person is asked only if there is somebody it could be coupled with. */
    private static void checkAlone(Member member, Evidence evidence, Findings findings) {
        if (member.said() == ChangeOutcome.PARKED) {
            findings.add(member, " waits under ", member.rules.mapping.name(), " although it belongs to no coupling");
        } else if (member.said() == ChangeOutcome.SET_ASIDE && member.inScope() && !matches(member, evidence)) {
            findings.add(
                    member,
                    " is set aside under ",
                    member.rules.mapping.name(),
                    " although nobody on the other side matches it");
        }
    }

    private static boolean matches(Member member, Evidence evidence) {
        List<String> keys = member.matchKeys(member.row.last());
        for (Row row : evidence.rows()) {
            boolean candidate = row.side != member.row.side && row.alive();
            for (Member other : row.members()) {
                if (candidate
                        && other.rules == member.rules
                        && !Collections.disjoint(keys, other.matchKeys(row.last()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void checkWaits(CouplingFact coupling, boolean parked, Evidence evidence, Findings findings) {
        Set<Name> missing = new HashSet<>();
        boolean holdsUp = false;
        for (Side from : Side.values()) {
            Member member = evidence.member(coupling, from);
            if (member != null && member.row.alive()) {
                holdsUp |= findMissing(member, evidence, missing);
            }
        }
        for (Name name : coupling.waitsFor()) {
            if (!missing.contains(name)) {
                findings.add("coupling ", coupling.id(), " waits for ", name, ", which is known or not referred to");
            }
        }
        if (parked && !holdsUp) {
            findings.add("coupling ", coupling.id(), " is parked although nothing that it requires is missing");
        }
    }

    /** Adds the names that a record refers to and nobody knows; whether one of them is required. */
    private static boolean findMissing(Member member, Evidence evidence, Set<Name> missing) {
        Conversions conversions = evidence.conversions();
        boolean required = false;
        for (Rule rule : member.rules.mapping.rules()) {
            boolean flows = rule.direction().allows(member.row.side.other());
            if (flows
                    && conversions.convert(rule, member.row.side, member.now(rule))
                            instanceof Converted.Unresolved unknown) {
                missing.addAll(unknown.names());
                required |= rule.required();
            }
        }
        return required;
    }
}
