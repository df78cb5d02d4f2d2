package io.couplet.simulation;

import io.couplet.domain.mapping.Mapping;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a seed decides before anything happens.
 *
 * @param style what its history is full of
 * @param transactional whether the two steps run under exactly_once_v2; at_least_once otherwise
 * @param partitions how many partitions each topic has
 * @param mappings the rules in force
 * @param erp what capture of the ERP sees
 * @param crm what capture of the CRM sees
 * @param automations what the systems do by themselves
 */
record Plan(
        Style style,
        boolean transactional,
        int partitions,
        List<Mapping> mappings,
        CaptureMode erp,
        CaptureMode crm,
        Set<Automation> automations) {

    /** Copies the set. */
    Plan {
        automations = Set.copyOf(automations);
    }

    static Plan of(Chance chance) {
        Style style = chance.of(Style.values());
        return new Plan(
                style,
                chance.oneIn(3),
                1 + chance.below(3),
                WorldMappings.of(chance),
                CaptureMode.of(chance, style),
                CaptureMode.of(chance, style),
                automations(chance));
    }

    private static Set<Automation> automations(Chance chance) {
        Set<Automation> some = EnumSet.noneOf(Automation.class);
        if (chance.oneIn(3)) {
            some.add(Automation.CITIES);
        }
        if (chance.oneIn(4)) {
            some.add(Automation.TERMS);
        }
        if (chance.oneIn(12)) {
            some.add(Automation.ANSWERS);
        }
        return some;
    }

    /** The processing guarantee by its name in Kafka. */
    String processing() {
        return transactional ? "exactly_once_v2" : "at_least_once";
    }

    /** Worlds like this one in which less is unusual. */
    List<Plan> simpler() {
        return List.of(
                new Plan(style, transactional, 1, mappings, erp, crm, automations),
                new Plan(style, transactional, 1, mappings, CaptureMode.FULL, crm, automations),
                new Plan(style, transactional, 1, mappings, CaptureMode.FULL, CaptureMode.FULL, automations),
                new Plan(style, transactional, 1, mappings, CaptureMode.FULL, CaptureMode.FULL, Set.of()));
    }

    /** The same with other mappings. */
    Plan with(List<Mapping> others) {
        return new Plan(style, transactional, partitions, others, erp, crm, automations);
    }
}
