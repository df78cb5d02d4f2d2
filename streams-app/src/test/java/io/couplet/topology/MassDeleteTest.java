package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.CouplingState;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import io.couplet.domain.mapping.Policies.Breakers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many deletes at once are stopped, and go on when a person says so. */
class MassDeleteTest {
    private static final int MAY_GO = Breakers.DEFAULT.deletedAtLeast();
    private static final int TOO_MANY = 3;

    private final TopologyHarness harness = new TopologyHarness();
    private final List<String> currencies = new ArrayList<>();

    @BeforeEach
    void manyCouplings() {
        harness.snapshotsEnd();
        for (int i = 0; i < MAY_GO + TOO_MANY + 10; i++) {
            currencies.add(harness.erp.insert("currency", "bjorn", Map.of("code", "C" + i, "description", "No. " + i)));
        }
        harness.settle();
    }

    @AfterEach
    void close() {
        assertThat(harness.deadLetters()).isEmpty();
        harness.close();
    }

    private void delete(int from, int to) {
        currencies.subList(from, to).forEach(harness.erp::delete);
        harness.settle();
    }

    private long dissolved() {
        return harness.couplings().values().stream()
                .filter(coupling -> coupling.getState() == CouplingState.DISSOLVED)
                .count();
    }

    private void retry(String coupling) {
        harness.request(new Control(
                "r-" + coupling,
                "currency",
                ControlAction.RETRY,
                coupling,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                "ops",
                Instant.EPOCH));
    }

    @Test
    void whatIsTooMuchWaitsForAPersonWhoLetsItGo() {
        delete(0, MAY_GO + TOO_MANY);

        assertThat(dissolved()).isEqualTo(MAY_GO);
        Map<String, SetAside> held = harness.setAside();
        assertThat(held.values())
                .extracting(SetAside::getKind)
                .hasSize(TOO_MANY)
                .containsOnly(SetAsideKind.MASS_DELETE);

        held.keySet().forEach(this::retry);
        assertThat(dissolved()).isEqualTo(MAY_GO + TOO_MANY);
        assertThat(harness.setAside()).isEmpty();
    }

    @Test
    void nothingGoesOnByItselfJustBecauseTimeHasPassed() {
        delete(0, MAY_GO + 1);
        assertThat(harness.setAside()).hasSize(1);
        harness.advance(Duration.ofDays(1));

        String survivor = harness.crm.all("transactioncurrency").get(MAY_GO);
        harness.crm.update(survivor, "anna", Map.of("currencyname", "Still here"));
        harness.settle();

        assertThat(dissolved()).isEqualTo(MAY_GO);
    }

    @Test
    void afterAWhileOthersMayGoAgain() {
        delete(0, MAY_GO + 1);
        assertThat(dissolved()).isEqualTo(MAY_GO);
        harness.advance(Breakers.DEFAULT.deletedWithin().plusSeconds(1));

        delete(MAY_GO + 1, MAY_GO + 3);
        assertThat(dissolved()).isEqualTo(MAY_GO + 2);
    }
}
