package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of couplings that ended. */
class DissolvedTest {
    private static final String CURRENCIES = "currency";

    private final TopologyHarness harness = new TopologyHarness();
    private String currency = "";
    private String coupling = "";

    @BeforeEach
    void aDissolvedCoupling() {
        harness.snapshotsEnd();
        currency = harness.erp.insert("currency", "bjorn", Map.of("code", "DKK", "description", "Kroner"));
        harness.settle();
        coupling = only().getId();
        uncouple();
        assertThat(only().getState()).isEqualTo(CouplingState.DISSOLVED);
    }

    @AfterEach
    void close() {
        assertThat(harness.deadLetters()).isEmpty();
        harness.close();
    }

    private Coupling only() {
        assertThat(harness.couplings()).hasSize(1);
        return harness.couplings().values().iterator().next();
    }

    private void uncouple() {
        harness.request(new Control(
                "r",
                CURRENCIES,
                ControlAction.UNCOUPLE,
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
    void itIsRememberedForItsLifetime() {
        harness.advance(Pipes.LIFETIME.minusMinutes(1));
        harness.advance(Duration.ofSeconds(50));

        assertThat(harness.knows(coupling)).isTrue();
        assertThat(harness.couplings()).containsKey(coupling);
    }

    @Test
    void thenItIsWithdrawnAndForgotten() {
        harness.advance(Pipes.LIFETIME.plusSeconds(1));
        assertThat(harness.couplings()).isEmpty();
        assertThat(harness.knows(coupling)).as("until that is committed").isTrue();

        harness.advance(Duration.ofMinutes(1));
        assertThat(harness.knows(coupling)).isFalse();
    }

    @Test
    void whatIsSaidOfItMeanwhileIsWithdrawnAsWell() {
        harness.advance(Pipes.LIFETIME.plusSeconds(1));
        uncouple();
        assertThat(only().getState()).isEqualTo(CouplingState.DISSOLVED);

        harness.advance(Duration.ofMinutes(1));
        assertThat(harness.knows(coupling)).isTrue();
        assertThat(harness.couplings()).isEmpty();
        harness.advance(Duration.ofMinutes(1));
        assertThat(harness.knows(coupling)).isFalse();
    }

    @Test
    void itsRecordsStayDetached() {
        harness.advance(Pipes.LIFETIME.plusSeconds(1));
        harness.advance(Duration.ofMinutes(1));
        harness.erp.update(currency, "bjorn", Map.of("description", "Danish kroner"));

        assertThat(harness.settle()).isZero();
        assertThat(harness.crm.all("transactioncurrency")).hasSize(1);
    }

    @Test
    void livingOnesStay() {
        harness.erp.insert("currency", "bjorn", Map.of("code", "SEK", "description", "Kronor"));
        harness.settle();
        harness.advance(Pipes.LIFETIME.multipliedBy(2));

        assertThat(harness.couplings().values()).extracting(Coupling::getState).containsExactly(CouplingState.ACTIVE);
    }
}
