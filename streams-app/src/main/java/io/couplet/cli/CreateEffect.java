package io.couplet.cli;

import io.couplet.contract.CoupledSide;
import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.NeededName;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of the wish for a counterpart. */
final class CreateEffect extends FoundingEffect {

    /** One that waits for another record may go on at any moment: most wait for a few milliseconds, until they are told who that is. */
    private static final Set<CouplingState> ON_ITS_WAY =
            Set.of(CouplingState.INCOMPLETE, CouplingState.CREATING, CouplingState.PARKED, CouplingState.DISSOLVING);

    private final String ref;
    private final String mapping;

    /**
     * Expects a counterpart.
     *
     * @param ref the record that is alone
     * @param mapping under which it is
     */
    CreateEffect(String ref, String mapping) {
        super(ref, ON_ITS_WAY);
        this.ref = ref;
        this.mapping = mapping;
    }

    /** The one that the record founds now; of a former one nothing but its end is heard. */
    @Override
    boolean isMeant(Coupling coupling, @Nullable Coupling known) {
        return known == null
                ? ref.equals(coupling.getLead())
                        && mapping.equals(coupling.getMapping())
                        && coupling.getState() != CouplingState.DISSOLVED
                : coupling.getId().equals(known.getId());
    }

    @Override
    boolean succeeded(Coupling coupling) {
        return coupling.getState() != CouplingState.DISSOLVED
                && counterpart(ref, coupling).isPresent();
    }

    /** The other record of a coupling, once it is there: what is to be created has its name before. */
    static Optional<String> counterpart(String ref, Coupling coupling) {
        CoupledSide other = ref.equals(coupling.getErp().getRef()) ? coupling.getCrm() : coupling.getErp();
        return other.getObservedVersion() > 0 && !other.getDeleted()
                ? Optional.ofNullable(other.getRef())
                : Optional.empty();
    }

    @Override
    String words(Coupling coupling) {
        if (!ended()) {
            return coupling.getWaitsFor().isEmpty()
                    ? "under way: " + named(coupling)
                    : "waits for " + waitsFor(coupling) + ", and is created when that is there: " + named(coupling);
        }
        return succeeded(coupling)
                ? "created: " + counterpart(ref, coupling).orElseThrow() + ", " + named(coupling)
                : "not created: " + Objects.requireNonNullElse(coupling.getReason(), "no reason given") + ": "
                        + named(coupling);
    }

    private static String waitsFor(Coupling coupling) {
        return coupling.getWaitsFor().stream().map(NeededName::getName).collect(Collectors.joining(", "));
    }
}
