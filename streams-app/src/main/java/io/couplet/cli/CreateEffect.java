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
final class CreateEffect implements Effect {

    /** One that waits for another record may go on at any moment: most wait for a few milliseconds, until they are told who that is. */
    private static final Set<CouplingState> ON_ITS_WAY =
            Set.of(CouplingState.INCOMPLETE, CouplingState.CREATING, CouplingState.PARKED, CouplingState.DISSOLVING);

    private final String ref;
    private final String mapping;
    private @Nullable String refusal;
    private @Nullable Coupling now;

    /**
     * Expects a counterpart.
     *
     * @param ref the record that is alone
     * @param mapping under which it is
     */
    CreateEffect(String ref, String mapping) {
        this.ref = ref;
        this.mapping = mapping;
    }

    @Override
    public boolean see(News news) {
        if (news instanceof News.Decided decided && decided.about().equals(ref)) {
            refusal = CouplingEffect.refused(decided.decision())
                    ? decided.decision().getDecision()
                    : refusal;
            return true;
        } else if (news instanceof News.Coupled coupled && mine(coupled.coupling())) {
            now = coupled.coupling();
            return true;
        }
        return now != null && news.about().equals(now.getId());
    }

    /** The one that the record founds now; of a former one nothing but its end is heard. */
    private boolean mine(Coupling coupling) {
        return now == null
                ? ref.equals(coupling.getLead())
                        && mapping.equals(coupling.getMapping())
                        && coupling.getState() != CouplingState.DISSOLVED
                : coupling.getId().equals(now.getId());
    }

    @Override
    public boolean ended() {
        return refusal != null || (now != null && !ON_ITS_WAY.contains(now.getState()));
    }

    private boolean created() {
        return now != null
                && now.getState() != CouplingState.DISSOLVED
                && counterpart(ref, now).isPresent();
    }

    /** The other record of a coupling, once it is there: what is to be created has its name before. */
    static Optional<String> counterpart(String ref, Coupling coupling) {
        CoupledSide other = ref.equals(coupling.getErp().getRef()) ? coupling.getCrm() : coupling.getErp();
        return other.getObservedVersion() > 0 && !other.getDeleted()
                ? Optional.ofNullable(other.getRef())
                : Optional.empty();
    }

    @Override
    public String words() {
        if (refusal != null) {
            return refusal;
        } else if (now == null) {
            return "asked, and not answered yet";
        }
        String coupling = now.getId() + " (" + CouplingEffect.word(now.getState()) + ")";
        if (!ended()) {
            return now.getWaitsFor().isEmpty()
                    ? "under way: " + coupling
                    : "waits for " + waitsFor(now) + ", and is created when that is there: " + coupling;
        }
        return created()
                ? "created: " + counterpart(ref, now).orElseThrow() + ", " + coupling
                : "not created: " + Objects.requireNonNullElse(now.getReason(), "no reason given") + ": " + coupling;
    }

    private static String waitsFor(Coupling coupling) {
        return coupling.getWaitsFor().stream().map(NeededName::getName).collect(Collectors.joining(", "));
    }

    @Override
    public int exit() {
        if (!ended()) {
            return Outcomes.GAVE_UP;
        }
        return refusal == null && created() ? Outcomes.DONE : Outcomes.REFUSED;
    }
}
