package io.couplet.recording;

import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Standing;
import io.couplet.wire.LoadedMappings;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Couplings as their topic tells.
 *
 * @param mappings the rules in force
 */
record CouplingFacts(LoadedMappings mappings) {

    /** What is known of a coupling. */
    CouplingFact of(Coupling coupling) {
        return new CouplingFact(
                coupling.getId(),
                coupling.getMapping(),
                ref(coupling.getErp().getRef()),
                ref(coupling.getCrm().getRef()),
                standing(coupling.getState()),
                coupling.getReason(),
                waitsFor(coupling.getWaitsFor()),
                Set.copyOf(coupling.getDrift()));
    }

    /** Whether something that it asked for is still to come. */
    static boolean isUnderWay(Coupling coupling) {
        return coupling.getState() == CouplingState.CREATING || coupling.getState() == CouplingState.DISSOLVING;
    }

    private static Standing standing(CouplingState state) {
        return switch (state) {
            case ACTIVE -> Standing.IN_STEP;
            case INCOMPLETE, CREATING -> Standing.INCOMPLETE;
            case SUSPENDED -> Standing.SUSPENDED;
            case PARKED -> Standing.PARKED;
            case SET_ASIDE -> Standing.SET_ASIDE;
            case DISSOLVING, DISSOLVED -> Standing.DISSOLVED;
        };
    }

    private SortedMap<String, String> waitsFor(List<String> names) {
        SortedMap<String, String> waitsFor = new TreeMap<>();
        for (String name : names) {
            mappings.covering(new RecordRef(withoutValue(name))).stream()
                    .map(Mapping::name)
                    .findFirst()
                    .ifPresent(mapping -> waitsFor.put(name, mapping));
        }
        return waitsFor;
    }

    /** An alias ends with a value, which may hold anything; what stands before it has the form of a reference. */
    private static String withoutValue(String name) {
        int value = name.indexOf('=');
        return value < 0 ? name : name.substring(0, value);
    }

    private static @Nullable RecordRef ref(@Nullable String text) {
        return text == null ? null : new RecordRef(text);
    }
}
