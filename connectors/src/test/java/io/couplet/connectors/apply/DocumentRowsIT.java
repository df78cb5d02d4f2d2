package io.couplet.connectors.apply;

import static io.couplet.connectors.apply.Commands.creatingOrder;
import static io.couplet.connectors.apply.Commands.updatingOrder;
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

/** A document is written with its lines, whole or not at all. */
class DocumentRowsIT {
    private static final String ID = "6f5e3c1a-0000-4000-8000-000000000001";
    private static final String OTHER_ID = "6f5e3c1a-0000-4000-8000-000000000002";
    private static final String LINES = "[{\"type\":2,\"no\":\"1000\",\"description\":\"Bicycle\",\"quantity\":2.5},"
            + "{\"type\":0,\"description\":\"red\"}]";

    private Testbed testbed;
    private TargetPools databases;
    private PostgresTarget target;

    @BeforeEach
    void start() throws Exception {
        testbed = Testbed.fresh();
        databases = TargetPools.of("erp", testbed.config());
        target = new PostgresTarget(
                testbed.system(), databases, new ApplyMeters("erp", new SimpleMeterRegistry()), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        databases.close();
    }

    private CommandResult send(Command command) throws Exception {
        return target.carryOut(List.of(command)).get(0);
    }

    private String lines() {
        return testbed.ask(
                "SELECT coalesce(string_agg(l.\"Type\" || ' ' || l.\"No_\" || ' ' || l.\"Description\" || ' '"
                        + " || trim_scale(l.\"Quantity\"), '; ' ORDER BY \"Line No_\"), '') FROM \"CRONUS$Sales Line\" l"
                        + " JOIN \"CRONUS$Sales Header\" h ON h.\"No_\" = l.\"Document No_\"");
    }

    @Test
    void linesAreWrittenWithTheirHeadUnderItsNumber() throws Exception {
        CommandResult result = send(creatingOrder(ID)
                .with("yourReference", "ORD-1")
                .with("lines", LINES)
                .as("k/create"));

        assertThat(result.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(lines()).isEqualTo("2 1000 Bicycle 2.5; 0  red 0");
    }

    @Test
    void aCreateThatComesAgainWritesNoSecondLines() throws Exception {
        Command command = creatingOrder(ID).with("lines", LINES).as("k/create");
        send(command);
        CommandResult again = send(command);

        assertThat(again.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(lines()).isEqualTo("2 1000 Bicycle 2.5; 0  red 0");
    }

    @Test
    void aLineThatIsRefusedRefusesTheDocumentAndNoOther() throws Exception {
        List<CommandResult> results = target.carryOut(List.of(
                creatingOrder(ID).with("lines", LINES.replace("1000", "9999")).as("1"),
                creatingOrder(OTHER_ID).with("lines", LINES).as("2")));

        assertThat(results).extracting(CommandResult::getOutcome).containsExactly(Outcome.REJECTED, Outcome.APPLIED);
        assertThat(results.get(0).getReason()).contains("there is no item 9999");
        assertThat(testbed.ask("SELECT count(*) FROM \"CRONUS$Sales Header\"")).isEqualTo("1");
        assertThat(lines()).isEqualTo("2 1000 Bicycle 2.5; 0  red 0");
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws Exception {
        assertThat(send(creatingOrder(ID).with("lines", "[{\"nr\":1}]").as("1")).getReason())
                .isEqualTo("the entity erp/salesline has no field nr here");
        assertThat(send(creatingOrder(ID).with("lines", "no json").as("2")).getReason())
                .startsWith("the rows are no JSON");
        long version =
                send(creatingOrder(ID).with("lines", LINES).as("3")).getRow().getRowVersion();
        assertThat(send(updatingOrder(ID, version).with("lines", "[]").as("4")).getReason())
                .isEqualTo(
                        "lines of erp/salesheader are written with the record and not changed later; change them in the erp");
        assertThat(lines()).isEqualTo("2 1000 Bicycle 2.5; 0  red 0");
    }
}
