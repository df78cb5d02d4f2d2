package io.couplet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.model.Side;
import io.couplet.topology.LiveTopology;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Records whose counterpart is created on request: how an operator finds them, asks, and what is said of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CreateRequestsIT {
    /** Firms get a counterpart when somebody asks for it. */
    private static final String FIRMS = """
            mapping: firms
            erp: customer
            crm: account
            filter: {erp: "erp.blocked == 0"}
            create: {erp: never, crm: "settings.newFirms == 'automatic'"}
            fields:
              - {erp: no, crm: accountnumber, direction: to-crm}
              - {erp: name, crm: name}
              - {erp: currencyCode, crm: transactioncurrencyid, reference: money, required: true}
            """;

    private static final String MONEY = """
            mapping: money
            erp: currency
            crm: transactioncurrency
            fields:
              - {erp: code, crm: isocurrencycode}
              - {erp: description, crm: currencyname}
            """;

    private static final String SETTINGS = """
            settings: ours
            values: {newFirms: ['on request', automatic]}
            """;

    @TempDir
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private LiveTopology couplet;

    private int firms;
    private String firm = "";
    private String number = "";

    @BeforeAll
    void start() throws IOException {
        Path mappings = Files.createDirectory(directory.resolve("mappings"));
        Files.writeString(mappings.resolve("money.yaml"), MONEY);
        Files.writeString(mappings.resolve("firms.yaml"), FIRMS);
        Files.writeString(mappings.resolve("ours.yaml"), SETTINGS);
        couplet = new LiveTopology("requested", directory.resolve("state"), mappings);
    }

    @AfterAll
    void stop() {
        couplet.close();
    }

    @BeforeEach
    void aFirmThatIsAlone() {
        firm = couplet.insert(Side.ERP, "customer", "bjorn", Map.of("name", "Firm " + ++firms));
        number = "erp/CRONUS/customer/no=" + couplet.get(firm, "no");
        listed("pooled");
    }

    private void listed(String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(run("uncoupled", "--mapping", "firms").out())
                                .containsPattern("firms +" + firm + " +" + state + " .*name=Firm " + firms));
    }

    @Test
    void isCreatedOnceNamedByItsNumber() {
        Run create = run("create", number);
        assertThat(create.out()).contains(firm + ": created: crm/account/", "(active)");
        assertThat(create.exit()).isZero();
        assertThat(accounts()).isEqualTo(1);
        assertThat(run("uncoupled", "--mapping", "firms").out()).doesNotContain(firm);

        Run again = run("create", firm);
        assertThat(again.out()).contains(firm + " has its counterpart: crm/account/");
        assertThat(again.exit()).isZero();
        assertThat(accounts()).isEqualTo(1);
        assertThat(run("audit", "--limit", "50").out()).contains("to create its counterpart");
    }

    @Test
    void isCreatedAgainOnlyForWhoHasSeenThatItIsAloneAgain() {
        assertThat(run("create", firm).exit()).isZero();
        assertThat(run("uncouple", firm).exit()).isZero();
        listed("detached");

        assertThat(run("create", firm).exit()).isZero();
        assertThat(accounts()).isEqualTo(2);
    }

    @Test
    void outsideTheFilterIsRefused() {
        couplet.update(firm, "bjorn", Map.of("blocked", 3));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !run("uncoupled").out().contains(firm));

        Run create = run("create", firm);
        assertThat(create.out()).contains("not created: the record is outside the filter of mapping firms");
        assertThat(create.exit()).isEqualTo(1);
    }

    @Test
    void whatTheOtherSystemRefusesIsToldInItsWords() {
        couplet.refuse("crm/account/");
        Run create = run("create", firm);
        couplet.acceptAll();

        assertThat(create.out()).contains("not created: the crm refused: not this one");
        assertThat(create.exit()).isEqualTo(1);
        assertThat(run("create", firm).err())
                .contains("whose other record is not there yet: couplet set-aside show " + firm);
        assertThat(run("retry", firm).exit()).isZero();
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void waitsForWhatItNeeds() {
        couplet.update(firm, "bjorn", Map.of("currencyCode", "F" + firms));
        Run create = run("create", firm, "--wait", "3");
        assertThat(create.out()).contains("waits for erp/CRONUS/currency/code=F" + firms);
        assertThat(create.exit()).isEqualTo(7);

        couplet.insert(Side.ERP, "currency", "bjorn", Map.of("code", "F" + firms, "description", "Franc"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(accounts()).isEqualTo(1));
    }

    private long accounts() {
        return couplet.all(Side.CRM, "account").stream()
                .filter(ref -> ("Firm " + firms).equals(couplet.get(ref, "name")))
                .count();
    }

    private Run run(String... arguments) {
        URI nowhere = URI.create("http://localhost:1");
        return Run.of(
                new Target(nowhere, nowhere, couplet.bootstrap(), couplet.registry(), "requested", null), arguments);
    }
}
