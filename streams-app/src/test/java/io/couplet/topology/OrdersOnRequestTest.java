package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Audit;
import io.couplet.contract.ConfigDirectory;
import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.CouplingState;
import io.couplet.contract.Ownership;
import io.couplet.contract.SetAside;
import io.couplet.mappings.CheckedCatalogue;
import io.couplet.wire.LoadedMappings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped mappings in a company that has decided to have the CRM's orders created in the ERP one by one, on request. */
class OrdersOnRequestTest {
    private static final String MAPPING = "sales-order";

    @TempDir
    Path directory = Path.of(".");

    private TopologyHarness harness = new TopologyHarness();
    private String account = "";
    private String user = "";
    private String currency = "";
    private String euro = "";

    /** What was published of records so far, the newest of each. */
    private final Map<String, Ownership> decisions = new HashMap<>();

    @BeforeEach
    void aCustomer() throws IOException {
        harness.close();
        harness = new TopologyHarness(mappings("on request"));
        harness.snapshotsEnd();
        harness.erp.insert("company", "bjorn", Map.of("name", "CRONUS", "lcyCode", "EUR"));
        euro = harness.crm.insert("transactioncurrency", "carla", Map.of("isocurrencycode", "EUR"));
        harness.erp.insert("currency", "bjorn", Map.of("code", "USD", "description", "US dollar"));
        user = harness.crm.insert(
                "systemuser",
                "carla",
                Map.of("fullname", "Jo Berg", "internalemailaddress", "jo@x.test", "islicensed", true));
        harness.settle();
        String salesperson = String.valueOf(harness.erp.get(only(harness.erp, "salesperson"), "code"));
        harness.erp.insert("customer", "bjorn", Map.of("name", "Adatum", "salespersonCode", salesperson));
        harness.settle();
        account = only(harness.crm, "account");
        currency = harness.crm.all("transactioncurrency").stream()
                .filter(each -> "USD".equals(harness.crm.get(each, "isocurrencycode")))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void close() {
        assertThat(harness.deadLetters()).isEmpty();
        harness.close();
    }

    private LoadedMappings mappings(String createSalesOrders) throws IOException {
        Files.writeString(
                directory.resolve("settings.yaml"),
                "createSalesOrders: '" + createSalesOrders + "'\ncustomerStatistics: 'off'\n");
        return new LoadedMappings(CheckedCatalogue.of(new ConfigDirectory(directory), List.of("CRONUS"))
                .mappings()
                .mappings());
    }

    @Test
    void aSubmittedOrderWaitsUntilSomebodyAsksForIt() {
        submit(order("ORD-1", account));
        assertThat(orders()).isEmpty();
        assertThat(waiting()).isEmpty();
        assertThat(decision().getEntry().getOutcome()).isEqualTo("pooled");

        ask(0);

        String created = only(harness.erp, "salesheader");
        assertThat(harness.erp.get(created, "yourReference")).isEqualTo("ORD-1");
        assertThat(String.valueOf(harness.erp.get(created, "lines"))).contains("1000", "Bell");
        assertThat(decision().getEntry().getOutcome()).isEqualTo("forwarded");
        assertThat(answers()).contains("asked by olga to create its counterpart");
        assertThat(harness.replaying().differences()).isEmpty();
    }

    @Test
    void itIsCreatedOnceHoweverOftenSomebodyAsks() {
        submit(order("ORD-1", account));
        ask(0);
        ask(0);
        ask(0);

        assertThat(orders()).hasSize(1);
        assertThat(answers())
                .filteredOn(answer -> answer.startsWith("not created: the record belongs to coupling"))
                .hasSize(2);
    }

    @Test
    void anOrderInTheLocalCurrencyNamesNoneInTheErp() throws IOException {
        harness.restartWith(mappings("automatic"));
        submit(order("ORD-1", account));
        assertThat(harness.erp.get(only(harness.erp, "salesheader"), "currencyCode"))
                .isEqualTo("USD");

        currency = euro;
        submit(order("ORD-2", account));
        assertThat(harness.erp.all("salesheader"))
                .extracting(header -> harness.erp.get(header, "currencyCode"))
                .containsExactlyInAnyOrder("USD", null);
    }

    @Test
    void anOrderThatWasCoupledSinceIsNotCreatedAgain() {
        submit(order("ORD-1", account));
        ask(0);
        harness.request(request(ControlAction.UNCOUPLE, decision().getRef()).build());
        harness.settle();

        ask(0);
        assertThat(orders()).hasSize(1);
        assertThat(answers()).anyMatch(answer -> answer.startsWith("not created: the record was coupled since"));

        ask(decision().getEntry().getIncarnation());
        assertThat(orders()).hasSize(2);
    }

    @Test
    void anOrderThatIsNotSubmittedIsRefused() {
        order("ORD-1", account);
        ask(0);

        assertThat(orders()).isEmpty();
        assertThat(answers())
                .containsExactly(
                        "not created: the record is outside the filter of mapping sales-order; change it, then ask"
                                + " again");
    }

    @Test
    void anOrderWaitsForItsCustomerAndComesWhenThatIsThere() {
        String other = harness.crm.insert("account", "carla", Map.of("name", "Fabrikam", "customertypecode", 1));
        submit(order("ORD-1", other));
        ask(0);
        assertThat(orders()).isEmpty();
        assertThat(waiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.getWaitsFor()).contains(other));
        assertThat(harness.couplings().values())
                .filteredOn(coupling -> coupling.getMapping().equals(MAPPING))
                .extracting(coupling -> coupling.getState())
                .containsExactly(CouplingState.PARKED);

        harness.crm.update(other, "carla", Map.of("customertypecode", 3, "ownerid", id(user)));
        harness.settle();
        assertThat(orders()).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void nothingIsCreatedOnTheSideThatNothingIsWrittenTo() {
        String header = harness.erp.insert("salesheader", "bjorn", Map.of("no", "1001", "documentType", 1));
        harness.request(request(ControlAction.CREATE, header).setIncarnation(0).build());
        harness.settle();

        assertThat(answers()).containsExactly("not created: mapping sales-order writes nothing to the CRM");
    }

    @Test
    void whatWaitsComesWithItsNextChangeOnceOrdersAreCreatedByThemselves() throws IOException {
        String order = order("ORD-1", account);
        submit(order);
        harness.restartWith(mappings("automatic"));
        assertThat(orders()).isEmpty();

        harness.crm.update(order, "carla", Map.of("name", "Bells"));
        harness.settle();
        assertThat(orders()).hasSize(1);
    }

    @Test
    void aMappingThatIsOffCreatesNothing() throws IOException {
        submit(order("ORD-1", account));
        assertThat(decision().getEntry().getOwner()).isNull();
        harness.restartWith(mappings("off"));
        ask(0);

        assertThat(orders()).isEmpty();
        assertThat(answers()).contains("not created: mapping sales-order is off; switch it on first");
    }

    // ---- what people do
    // ------------------------------------------------------------------------------------------------

    private String order(String number, String customer) {
        String order = harness.crm.insert(
                "salesorder",
                "carla",
                Map.of(
                        "name", "Bicycles",
                        "ordernumber", number,
                        "statecode", 0,
                        "customerid", id(customer),
                        "ownerid", id(user),
                        "transactioncurrencyid", id(currency),
                        "totallineitemamount", decimal(21)));
        harness.crm.update(order, "carla", Map.of("salesorderid", id(order)));
        harness.crm.insert(
                "salesorderdetail",
                "carla",
                Map.of(
                        "salesorderid",
                        id(order),
                        "sequencenumber",
                        1,
                        "productnumber",
                        "1000",
                        "couplet_producttypecode",
                        1,
                        "description",
                        "Bell",
                        "quantity",
                        decimal(2),
                        "extendedamount",
                        decimal(21)));
        return order;
    }

    private void submit(String order) {
        harness.crm.update(order, "carla", Map.of("statecode", 1));
        harness.settle();
    }

    /** Asks for the order's counterpart, as whoever saw it in that incarnation. */
    private void ask(int incarnation) {
        harness.request(request(ControlAction.CREATE, decision().getRef())
                .setIncarnation(incarnation)
                .build());
        harness.settle();
    }

    private static Control.Builder request(ControlAction action, String target) {
        return Control.newBuilder()
                .setId("r")
                .setMapping(MAPPING)
                .setAction(action)
                .setTarget(target)
                .setBy("olga")
                .setAt(Instant.EPOCH);
    }

    // ---- what is there
    // ------------------------------------------------------------------------------------------------

    /** What the Directory said last of the order. */
    private Ownership decision() {
        harness.replaying()
                .owners()
                .forEach(said -> decisions.put(said.getEntry().getMapping() + said.getRef(), said));
        List<Ownership> orders = decisions.values().stream()
                .filter(said -> said.getEntry().getMapping().equals(MAPPING))
                .filter(said -> said.getRef().startsWith("crm/"))
                .toList();
        assertThat(orders).hasSize(1);
        return orders.get(0);
    }

    /** What waits, or is set aside, among the orders. */
    private List<SetAside> waiting() {
        return harness.setAside().values().stream()
                .filter(each -> each.getMapping().equals(MAPPING))
                .toList();
    }

    private List<String> answers() {
        return harness.audit().stream().map(Audit::getDecision).toList();
    }

    private List<String> orders() {
        return harness.erp.all("salesheader");
    }

    private static String only(FakeSystem system, String entity) {
        List<String> all = system.all(entity);
        assertThat(all).as(entity).hasSize(1);
        return all.get(0);
    }

    private static String id(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    private static BigDecimal decimal(int number) {
        return BigDecimal.valueOf(number).setScale(10);
    }
}
