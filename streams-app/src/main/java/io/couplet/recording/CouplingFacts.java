package io.couplet.recording;

import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.NeededName;
import io.couplet.contract.RuleSide;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Standing;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Couplings as their topic tells. */
final class CouplingFacts {
    private CouplingFacts() {}

    /** What is known of a coupling. */
    static CouplingFact of(Coupling coupling) {
        return new CouplingFact(
                coupling.getId(),
                coupling.getMapping(),
                ref(coupling.getErp().getRef()),
                ref(coupling.getCrm().getRef()),
                standing(coupling.getState()),
                coupling.getReason(),
                waitsFor(coupling.getWaitsFor()),
                coupling.getDrift().stream().map(RuleSide::getRule).collect(Collectors.toSet()),
                coupling.getLetGo().stream().map(RecordRef::new).collect(Collectors.toSet()));
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

    private static SortedSet<Name> waitsFor(List<NeededName> names) {
        SortedSet<Name> waitsFor = new TreeSet<>();
        names.forEach(name -> waitsFor.add(new Name(name.getMapping(), name.getName())));
        return waitsFor;
    }

    private static @Nullable RecordRef ref(@Nullable String text) {
        return text == null ? null : new RecordRef(text);
    }
}
