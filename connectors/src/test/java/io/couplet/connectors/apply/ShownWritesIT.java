package io.couplet.connectors.apply;

import static io.couplet.connectors.apply.Commands.creating;
import static io.couplet.connectors.apply.Commands.creatingCurrency;
import static io.couplet.connectors.apply.Commands.creatingOrder;
import static io.couplet.connectors.apply.Commands.deletingOrder;
import static io.couplet.connectors.apply.Commands.updatingOrder;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.connectors.harness.Testbed;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What capture is sent of our own writes. */
class ShownWritesIT {
    private static final String ID = "6f5e3c1a-0000-4000-8000-000000000001";
    private static final String OTHER_ID = "6f5e3c1a-0000-4000-8000-000000000002";

    private Testbed testbed;

    @BeforeEach
    void slotThatLeavesOriginsOut() throws Exception {
        testbed = Testbed.fresh();
        testbed.owner("SELECT pg_replication_origin_create('couplet')"
                + " WHERE NOT EXISTS (SELECT FROM pg_replication_origin WHERE roname = 'couplet')");
        testbed.owner("GRANT EXECUTE ON FUNCTION pg_replication_origin_session_setup(text) TO couplet");
        testbed.owner("SELECT pg_create_logical_replication_slot('shown', 'pgoutput')");
    }

    @AfterEach
    void dropSlot() {
        testbed.dropSlots();
    }

    @Test
    void captureIsSentWhatTheBindingSaysIsShownAndNothingElse() throws Exception {
        List<CommandResult> results = carryOut(
                creatingCurrency(ID).with("code", "EUR").as("1"),
                creating(OTHER_ID).with("name", "Adatum").as("2"));

        assertThat(results).extracting(result -> result.getCommand().getId()).containsExactly("1", "2");
        assertThat(sent()).contains("CRONUS$Currency", "EUR").doesNotContain("CRONUS$Customer", "Adatum");
    }

    @Test
    void whereExistenceIsShownCaptureIsSentWhatIsCreatedAndDeletedButNotWhatIsChanged() throws Exception {
        long created = version(
                carryOut(creatingOrder(ID).with("yourReference", "ENTERED").as("1")));
        assertThat(sent()).contains("CRONUS$Sales Header", "ENTERED");

        long updated = version(carryOut(
                updatingOrder(ID, created).with("yourReference", "CHANGED").as("2")));
        assertThat(sent()).doesNotContain("CRONUS$Sales Header", "CHANGED");

        carryOut(deletingOrder(ID, updated).as("3"));
        assertThat(sent()).contains("CRONUS$Sales Header");
    }

    private List<CommandResult> carryOut(Command... commands) throws Exception {
        try (TargetPools databases = TargetPools.of("erp", testbed.config("couplet"))) {
            PostgresTarget target = new PostgresTarget(
                    testbed.system(), databases, new ApplyMeters("erp", new SimpleMeterRegistry()), Clock.systemUTC());
            List<CommandResult> results = target.carryOut(List.of(commands));
            assertThat(results).extracting(CommandResult::getOutcome).containsOnly(Outcome.APPLIED);
            return results;
        }
    }

    private static long version(List<CommandResult> results) {
        return requireNonNull(results.get(0).getRow()).getRowVersion();
    }

    /** What capture would be sent since this was asked last. */
    private String sent() throws Exception {
        return String.valueOf(testbed.ask("SELECT string_agg(encode(data, 'escape'), ' ')"
                + " FROM pg_logical_slot_get_binary_changes('shown', NULL, NULL,"
                + " 'proto_version', '1', 'publication_names', 'couplet', 'origin', 'none')"));
    }
}
