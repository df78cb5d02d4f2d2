package io.couplet.api;

import static io.couplet.harness.Contracts.CUSTOMERS;
import static io.couplet.harness.Contracts.coupling;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.CouplingState;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CouplingsViewTest {

    private final CouplingsView view = new CouplingsView(List.of(CUSTOMERS, "currency"));

    @Test
    void configuredMappingIsShownWithoutAnyCoupling() {
        assertThat(view.mappings()).extracting(MappingStatus::name).containsExactly("currency", CUSTOMERS);
    }

    @Test
    void newVersionOfACouplingReplacesItsShare() {
        view.accept("1", coupling("1", CouplingState.CREATING, 0, 0));
        view.accept("2", coupling("2", CouplingState.PARKED, 0, 0));
        view.accept("1", coupling("1", CouplingState.ACTIVE, 1, 2));

        MappingStatus customers = customers();
        assertThat(customers.couplings().creating()).isZero();
        assertThat(customers.couplings().active()).isEqualTo(1);
        assertThat(customers.couplings().parked()).isEqualTo(1);
        assertThat(customers.commands()).isEqualTo(new CommandCounts(1, 2));
    }

    @Test
    void recordThatComesAgainCountsOnce() {
        view.accept("1", coupling("1", CouplingState.ACTIVE, 3, 4));
        view.accept("1", coupling("1", CouplingState.ACTIVE, 3, 4));

        assertThat(customers().commands()).isEqualTo(new CommandCounts(3, 4));
        assertThat(customers().couplings().active()).isEqualTo(1);
    }

    @Test
    void tombstoneTakesTheShareAway() {
        view.accept("1", coupling("1", CouplingState.DISSOLVED, 3, 4));
        view.accept("1", null);
        view.accept("unknown", null);

        assertThat(customers().commands()).isEqualTo(CommandCounts.NONE);
        assertThat(customers().couplings().dissolved()).isZero();
    }

    private MappingStatus customers() {
        return view.mappings().stream()
                .filter(mapping -> mapping.name().equals(CUSTOMERS))
                .findFirst()
                .orElseThrow();
    }
}
