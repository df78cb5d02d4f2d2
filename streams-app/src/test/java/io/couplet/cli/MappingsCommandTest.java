package io.couplet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.couplet.api.CommandCounts;
import io.couplet.api.CouplingCounts;
import io.couplet.api.MappingStatus;
import io.couplet.api.StatusReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MappingsCommandTest {
    private static final URI NOBODY = URI.create("http://localhost:9");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void allAreListedInTheOrderOfAFullSynchronization() {
        assertThat(run(NOBODY)).isZero();

        assertThat(out.toString()
                        .lines()
                        .map(line -> line.replaceFirst("^ *[^ ]+ +", "").replaceFirst(" .*", "")))
                .containsExactly(
                        "mapping",
                        "company-company",
                        "company-company@FABRIKAM",
                        "salesperson-user",
                        "salesperson-user@FABRIKAM",
                        "currency",
                        "currency@FABRIKAM",
                        "local-currency",
                        "local-currency@FABRIKAM",
                        "customer-statistics",
                        "customer-statistics@FABRIKAM",
                        "customer-account",
                        "customer-account@FABRIKAM",
                        "vendor-account",
                        "vendor-account@FABRIKAM",
                        "contact-contact",
                        "contact-contact@FABRIKAM",
                        "default-price-list",
                        "default-price-list@FABRIKAM",
                        "unit-of-measure",
                        "unit-of-measure@FABRIKAM",
                        "unit-group",
                        "unit-group@FABRIKAM",
                        "item-unit",
                        "item-unit@FABRIKAM",
                        "item-product",
                        "item-product@FABRIKAM",
                        "item-availability",
                        "item-availability@FABRIKAM",
                        "item-default-price",
                        "item-default-price@FABRIKAM",
                        "opportunity",
                        "opportunity@FABRIKAM",
                        "sales-order",
                        "sales-order@FABRIKAM",
                        "sales-order-status",
                        "sales-order-status@FABRIKAM",
                        "posted-invoice",
                        "posted-invoice@FABRIKAM",
                        "posted-invoice-item-line",
                        "posted-invoice-item-line@FABRIKAM",
                        "resource-unit",
                        "resource-unit@FABRIKAM",
                        "resource-product",
                        "resource-product@FABRIKAM",
                        "posted-invoice-resource-line",
                        "posted-invoice-resource-line@FABRIKAM",
                        "posted-invoice-write-in",
                        "posted-invoice-write-in@FABRIKAM",
                        "price-group-price-list",
                        "price-group-price-list@FABRIKAM",
                        "price-list-header",
                        "price-list-header@FABRIKAM",
                        "price-list-item-line",
                        "price-list-item-line@FABRIKAM",
                        "price-list-resource-line",
                        "price-list-resource-line@FABRIKAM",
                        "resource-default-price",
                        "resource-default-price@FABRIKAM",
                        "sales-order-line-status",
                        "sales-order-line-status@FABRIKAM",
                        "sales-price-line",
                        "sales-price-line@FABRIKAM");
        assertThat(out.toString())
                .containsPattern("customer-account +CRONUS +customer +<-> +account +on +erp.blocked == 0")
                .containsPattern("customer-account@FABRIKAM +FABRIKAM +customer")
                .containsPattern("currency +CRONUS +currency +-> +transactioncurrency")
                .containsPattern("currency@FABRIKAM +FABRIKAM +currency +- +transactioncurrency");
        assertThat(err.toString()).contains("How they are doing is not known");
    }

    @Test
    void howTheyAreDoingIsAskedOfARunningCouplet() throws IOException {
        CouplingCounts couplings = new CouplingCounts(1, 0, 17, 2, 0, 3, 0, 9);
        StatusReport report = new StatusReport(
                "RUNNING",
                true,
                true,
                List.of(new MappingStatus("currency", couplings, new CommandCounts(0, 0), 0)),
                new CommandCounts(0, 0),
                Map.of(),
                List.of(),
                List.of(),
                0,
                Map.of(),
                Map.of());
        HttpServer streamsApp = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        streamsApp.createContext("/status", exchange -> {
            byte[] body = Json.print(report).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        streamsApp.start();
        try {
            URI address =
                    URI.create("http://localhost:" + streamsApp.getAddress().getPort());

            assertThat(run(address)).isZero();
        } finally {
            streamsApp.stop(0);
        }

        assertThat(out.toString()).contains("on, 17 active, 1 moving, 2 suspended, 3 set aside");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void oneIsShownWithItsFields() {
        assertThat(run(NOBODY, "customer-account")).isZero();

        assertThat(out.toString())
                .contains("customer-account: erp/customer <-> crm/account")
                .containsPattern("filter of the CRM +crm.customertypecode == 3 && \\(crm.statecode == 0")
                .containsPattern("match +eMail = emailaddress1")
                .containsPattern("salespersonCode +<-> +ownerid +latest-wins +reference salesperson-user, required")
                .containsPattern("-> +customertypecode +- +constant 3")
                .containsPattern("creditLimitLcy +-> +creditlimit +-");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatIsOffIsShownWithItsCondition() throws IOException {
        Path mappings = Files.createDirectories(directory.resolve("mappings"));
        Files.writeString(directory.resolve("settings.yaml"), "phones: false\n");
        Files.writeString(mappings.resolve("switches.yaml"), "settings: switches\nvalues: {phones: true}\n");
        Files.writeString(mappings.resolve("people.yaml"), """
            mapping: people
            erp: contact
            crm: contact
            enabled: settings.phones
            fields: [{erp: phoneNo, crm: telephone1, enabled: settings.phones}]
            """);
        String[] files = {"--config", directory.toString()};

        assertThat(run(NOBODY, files)).isZero();
        assertThat(out.toString()).containsPattern("people +CRONUS +contact +<-> +contact +off ");
        assertThat(run(NOBODY, files[0], files[1], "people")).isZero();
        assertThat(out.toString())
                .containsPattern("state +off")
                .containsPattern("on if +settings.phones")
                .contains("off: settings.phones");
    }

    @Test
    void namesOfACompanysMappingsStayWithinIt() {
        assertThat(run(NOBODY, "customer-account@FABRIKAM")).isZero();

        assertThat(out.toString())
                .containsPattern("company +FABRIKAM")
                .containsPattern("needs +company-company@FABRIKAM, salesperson-user@FABRIKAM, currency@FABRIKAM")
                .contains("reference salesperson-user@FABRIKAM, required");
    }

    @Test
    void otherCompaniesCanBeNamed() {
        assertThat(run(NOBODY, "--company", "CRONUS AG", "--company", "CRONUS UK", "currency@CRONUS%20UK"))
                .isZero();

        assertThat(out.toString()).containsPattern("company +CRONUS UK");
    }

    @Test
    void scriptsReadJson() {
        assertThat(run(NOBODY, "--json", "currency")).isZero();

        assertThat(out.toString()).contains("\"name\" : \"currency\"").contains("\"direction\" : \"to-crm\"");
    }

    @Test
    void anUnknownNameIsWrongUsageAndNamesTheOthers() {
        assertThat(run(NOBODY, "customers")).isEqualTo(2);

        assertThat(err.toString())
                .contains("there is no mapping 'customers'; there are company-company, company-company@FABRIKAM,");
    }

    @Test
    void faultsOfFilesAreListed() throws IOException {
        Path file = Files.createDirectories(directory.resolve("mappings")).resolve("bad.yaml");
        Files.writeString(file, "mapping: m\nerp: customr\ncrm: account\nfields:\n  - {erp: name, crm: name}\n");

        assertThat(run(NOBODY, "--config", directory.toString())).isEqualTo(3);

        assertThat(err.toString()).contains(file + ":2:6: the erp has no entity 'customr'");
    }

    private int run(URI streamsApp, String... arguments) {
        Target target = new Target(streamsApp, NOBODY, "localhost:9", "http://localhost:9", "couplet", null);
        return new CommandLine(new MappingsCommand(() -> target))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
