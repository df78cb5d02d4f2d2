package io.couplet.guarantee;

import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Standing;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When inputs stop, every coupling agrees on its mapped fields, or is listed with what keeps it from that; and every record is where its
 * Directory believes it to be. Two values agree that are equal after conversion, and two of which one became the other by a write of ours,
 * whatever the target made of it. Values that refer to records agree also where those were counterparts once: what becomes of a coupling
 * later does not rewrite the records that refer to it.
 *
 * <p>Says nothing of a recording that did not fall silent: it has no end.
 */
public final class Convergence extends Guarantee {

    /** The promise. */
    public Convergence() {
        super("G3 convergence");
    }

    @Override
    void check(Evidence evidence, Findings findings) {
        if (!evidence.recording.silent()) {
            return;
        }
        for (CouplingFact coupling : evidence.recording.couplings()) {
            checkStanding(coupling, evidence, findings);
        }
        checkOwners(evidence, findings);
        for (Row row : evidence.rows()) {
            for (Member member : row.members()) {
                if (member.forgotten()) {
                    findings.add(
                            row, " has no counterpart under ", member.rules.mapping.name(), " and is listed nowhere");
                }
            }
        }
    }

    private static void checkStanding(CouplingFact coupling, Evidence evidence, Findings findings) {
        Member erp = stored(coupling, Side.ERP, evidence);
        Member crm = stored(coupling, Side.CRM, evidence);
        boolean settled = coupling.standing() == Standing.IN_STEP
                || coupling.standing() == Standing.INCOMPLETE
                || coupling.standing() == Standing.SUSPENDED;
        if (!settled || (erp == null && crm == null)) {
            return; // listed, or only told of a refusal
        }
        if (erp == null || crm == null) {
            checkOneSided(coupling, erp == null ? crm : erp, findings);
        } else if (!erp.row.alive() || !crm.row.alive()) {
            findings.add(name(coupling), " goes on although ", erp.row.alive() ? crm : erp, " is gone");
        } else if (coupling.standing() == Standing.IN_STEP) {
            checkAgreement(coupling, erp, crm, evidence, findings);
        } else if (erp.inScope() && crm.inScope()) {
            findings.add(name(coupling), " is ", word(coupling), " although both records are inside the filter");
        }
    }

    /** The record in one place, null where that is empty, or was reserved for a record that was never created. */
    private static @Nullable Member stored(CouplingFact coupling, Side side, Evidence evidence) {
        Member member = evidence.member(coupling, side);
        return member == null || member.row.size() == 0 ? null : member;
    }

    private static void checkOneSided(CouplingFact coupling, @Nullable Member only, Findings findings) {
        if (only == null) {
            return;
        }
        if (!only.row.alive()) {
            findings.add(name(coupling), " goes on although its only record ", only, " is gone");
        } else if (only.inScope() && only.rules.mapping.createsCounterpartOf(only.row.side)) {
            findings.add(name(coupling), " is ", word(coupling), " with ", only, " alone");
        }
    }

    private static void checkAgreement(
            CouplingFact coupling, Member erp, Member crm, Evidence evidence, Findings findings) {
        for (Rule rule : erp.rules.mapping.rules()) {
            Value onErp = erp.now(rule);
            Value onCrm = crm.now(rule);
            boolean listed = coupling.drift().contains(rule.name());
            if (listed
                    || agreedByWrite(erp, crm, rule, onErp, onCrm)
                    || agreedByWrite(crm, erp, rule, onCrm, onErp)
                    || saysNothing(rule, onErp, onCrm)) {
                continue;
            }
            Conversions conversions = evidence.conversions();
            if (!conversions.agreedOnce(rule, Side.ERP, onErp, onCrm)
                    && !conversions.waits(erp, rule, erp.row.last(), coupling.waitsFor())
                    && !conversions.waits(crm, rule, crm.row.last(), coupling.waitsFor())) {
                findings.add(
                        name(coupling),
                        " differs in ",
                        rule.name(),
                        ": ",
                        onErp,
                        " in ",
                        erp,
                        ", ",
                        onCrm,
                        " in ",
                        crm);
            }
        }
    }

    /** Whether the source of a field says nothing, and the target may keep what it has. */
    private static boolean saysNothing(Rule rule, Value onErp, Value onCrm) {
        return rule.mayBeFilledIn()
                && (rule.direction() == Direction.TO_CRM
                        ? rule.saysNothing(Side.ERP, onErp)
                        : rule.saysNothing(Side.CRM, onCrm));
    }

    /** Whether the target's value is what it made of the source's value when that was last written. What a create leaves to it was not. */
    private static boolean agreedByWrite(Member source, Member target, Rule rule, Value here, Value there) {
        Written written = target.written(rule);
        return written != null
                && written.source() == source
                && written.effect().carries(written.write().field())
                && written.write().sourceValue().equals(here)
                && written.stored().equals(there);
    }

    /**
     * A record that believes to belong to a coupling has its place there, and the other way round. One that never was is not asked: a coupling
     * names the record that it is about to create, and may forget that by a crash.
     */
    private static void checkOwners(Evidence evidence, Findings findings) {
        Map<String, String> owners = evidence.recording.owners();
        int home = 0;
        for (Map.Entry<String, String> entry : owners.entrySet()) {
            CouplingFact coupling = evidence.coupling(entry.getValue());
            if (coupling != null && coupling.standing() != Standing.DISSOLVED && holds(coupling, entry.getKey())) {
                home++;
            } else if (evidence.everWas(entry.getKey())) {
                findings.add(entry.getKey(), " believes to belong to ", entry.getValue(), ", which does not hold it");
            }
        }
        if (home < evidence.places()) {
            findStrangers(owners, evidence, findings);
        }
    }

    private static void findStrangers(Map<String, String> owners, Evidence evidence, Findings findings) {
        for (CouplingFact coupling : evidence.recording.couplings()) {
            for (Side side : Side.values()) {
                RecordRef ref = coupling.standing() == Standing.DISSOLVED ? null : coupling.ref(side);
                String owner = ref == null ? null : owners.get(ref.text() + "@" + coupling.mapping());
                if (ref != null && !coupling.id().equals(owner)) {
                    findings.add(
                            name(coupling),
                            " holds ",
                            ref,
                            ", which believes to belong to ",
                            owner == null ? "none" : owner);
                }
            }
        }
    }

    private static boolean holds(CouplingFact coupling, String key) {
        return holds(coupling.erp(), coupling.mapping(), key) || holds(coupling.crm(), coupling.mapping(), key);
    }

    private static boolean holds(@Nullable RecordRef ref, String mapping, String key) {
        return ref != null
                && key.length() == ref.text().length() + 1 + mapping.length()
                && key.startsWith(ref.text())
                && key.endsWith(mapping);
    }

    private static String name(CouplingFact coupling) {
        return "coupling " + coupling.id() + " of " + coupling.mapping();
    }

    private static String word(CouplingFact coupling) {
        return coupling.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
