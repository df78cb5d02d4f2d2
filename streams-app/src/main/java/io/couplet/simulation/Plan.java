package io.couplet.simulation;

import io.couplet.domain.mapping.Mapping;
import java.util.List;

/**
 * What a seed decides before anything happens.
 *
 * @param style what its history is full of
 * @param transactional whether the two steps run under exactly_once_v2; at_least_once otherwise
 * @param partitions how many partitions each topic has
 * @param mappings the rules in force
 * @param erp what capture of the ERP sees
 * @param crm what capture of the CRM sees
 * @param derivesCities whether the ERP sets the city itself wherever a postal code changes
 */
record Plan(
        Style style,
        boolean transactional,
        int partitions,
        List<Mapping> mappings,
        CaptureMode erp,
        CaptureMode crm,
        boolean derivesCities) {

    static Plan of(Chance chance) {
        Style style = chance.of(Style.values());
        return new Plan(
                style,
                chance.oneIn(3),
                1 + chance.below(3),
                WorldMappings.of(chance),
                CaptureMode.of(chance, style),
                CaptureMode.of(chance, style),
                chance.oneIn(3));
    }

    /** The processing guarantee by its name in Kafka. */
    String processing() {
        return transactional ? "exactly_once_v2" : "at_least_once";
    }

    /** Worlds like this one in which less is unusual. */
    List<Plan> simpler() {
        return List.of(
                new Plan(style, transactional, 1, mappings, erp, crm, derivesCities),
                new Plan(style, transactional, 1, mappings, CaptureMode.FULL, crm, derivesCities),
                new Plan(style, transactional, 1, mappings, CaptureMode.FULL, CaptureMode.FULL, derivesCities),
                new Plan(style, transactional, 1, mappings, CaptureMode.FULL, CaptureMode.FULL, false));
    }

    /** The same with other mappings. */
    Plan with(List<Mapping> others) {
        return new Plan(style, transactional, partitions, others, erp, crm, derivesCities);
    }
}
