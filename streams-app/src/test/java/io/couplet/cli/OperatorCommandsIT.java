package io.couplet.cli;

import static io.couplet.harness.Contracts.CUSTOMERS;
import static io.couplet.harness.Contracts.NOON;
import static io.couplet.harness.Contracts.arrived;
import static io.couplet.harness.Contracts.coupling;
import static io.couplet.harness.Contracts.lostPhone;
import static io.couplet.harness.Contracts.parked;
import static io.couplet.harness.Contracts.poison;
import static io.couplet.harness.Contracts.rejected;
import static io.couplet.harness.Contracts.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.ChangeSchemas;
import io.couplet.contract.CouplingState;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.Outcome;
import io.couplet.contract.Side;
import io.couplet.contract.wire.InMemoryRegistry;
import io.couplet.contract.wire.SchemaRegistration;
import io.couplet.harness.HttpRegistry;
import io.couplet.harness.LocalBroker;
import io.couplet.ops.Operations;
import io.couplet.ops.OperationsSettings;
import io.javalin.Javalin;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands against a real broker, the real endpoints of streams-app, and what connectors would answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OperatorCommandsIT {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorCommandsIT.class);

    private static final String CONNECTORS = """
            {"systems":{
              "erp":{"capture":{"state":"streaming","snapshotComplete":true,"nonce":"n","captured":812,"deadLettered":0,"error":null},
                     "apply":{"state":"running","applied":12,"stale":1,"rejected":0,"exists":0,"notFound":0,"repeated":2,"error":null}},
              "crm":{"capture":{"state":"streaming","snapshotComplete":true,"nonce":"n","captured":790,"deadLettered":0,"error":null},
                     "apply":{"state":"running","applied":40,"stale":0,"rejected":1,"exists":0,"notFound":0,"repeated":0,"error":null}}}}
            """;

    @TempDir
    private static Path state;

    private final LocalBroker broker = LocalBroker.get();
    private final Catalogue catalogue = new Catalogue("couplet", EntityCatalogue.shipped());
    private final InMemoryRegistry schemas = new InMemoryRegistry();
    private final HttpRegistry registry = HttpRegistry.of(schemas);
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Javalin connectors = Javalin.create(config -> config.showJavalinBanner = false)
            .get("/status", context -> context.contentType("application/json").result(CONNECTORS))
            .get("/metrics", context -> context.result(""));

    @SuppressWarnings("NullAway.Init") // set before the first test
    private KafkaStreams streams;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private Operations operations;

    @BeforeAll
    void start() {
        new SchemaRegistration(schemas).register(catalogue);
        broker.create(catalogue);
        connectors.start("localhost", 0);
        streams = streams();
        operations = Operations.start(
                new OperationsSettings(0, broker.bootstrap(), "couplet", List.of(CUSTOMERS, "currency")),
                streams,
                catalogue,
                schemas,
                metrics);
        streams.start();
        fill();
    }

    @AfterAll
    void stop() {
        operations.close();
        streams.close(Duration.ofSeconds(10));
        connectors.stop();
        registry.close();
    }

    private void fill() {
        Duration delay = Duration.ofMillis(9);
        Timer.builder("couplet.lag")
                .tags("stage", "committed-to-applied", "mapping", CUSTOMERS, "direction", "erp-to-crm")
                .serviceLevelObjectives(Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25))
                .register(metrics)
                .record(delay);
        metrics.counter("couplet.changes", "mapping", CUSTOMERS, "side", "erp", "outcome", "applied")
                .increment(7);
        try (Writer to = new Writer(broker.producer(), schemas)) {
            to.write(catalogue.couplings(), "1", coupling("1", CouplingState.ACTIVE, 1, 2));
            to.write(catalogue.couplings(), "2", coupling("2", CouplingState.PARKED, 0, 0));
            to.write(catalogue.setAside(), "2", parked("2"));
            to.write(catalogue.setAside(), "3", rejected("3", "name: at most 100 characters"));
            to.write(catalogue.audit(), "1", lostPhone("1", NOON));
            to.write(catalogue.audit(), "4", lostPhone("4", NOON.plusSeconds(1)));
            to.write(catalogue.changes("erp/itemavailability"), stock("itemavailability", "1", 1, "", "5"));
            to.write(catalogue.changes("erp/itemavailability"), stock("itemavailability", "1", 2, "", "12.5"));
            to.write(
                    catalogue.changes("erp/itemlocationavailability"),
                    stock("itemlocationavailability", "2", 1, "EAST", "10"));
            to.write(catalogue.deadLetters(), "erp/CRONUS/customer/1", poison(NOON));
            for (int i = 0; i < 9; i++) {
                Instant committed = NOON.plusMillis(100L * i);
                to.write(
                        catalogue.pairInputs(),
                        "id-" + i,
                        arrived("id-" + i, "Adatum " + i, committed, committed.plus(delay), "name", "telephone1"));
            }
            to.write(catalogue.pairInputs(), "x", result("x", "Stale", Outcome.STALE, NOON, NOON, "name"));
        }
    }

    private Change stock(String entity, String id, long version, String location, String inventory) {
        Schema schema = ChangeSchemas.after(catalogue.changes("erp/" + entity).valueSchema());
        GenericRecord after = new GenericData.Record(schema);
        after.put("id", id);
        after.put("itemNo", "1000");
        after.put("inventory", new BigDecimal(inventory).setScale(10));
        if (!location.isEmpty()) {
            after.put("locationCode", location);
        }
        String ref = "erp/CRONUS/" + entity + "/" + id;
        return new Change(ChangeOp.UPDATED, ref, version, version, null, null, null, NOON, NOON, NOON, after);
    }

    @Test
    void availabilityIsShownInAllAndAtEachLocation() {
        Run run = Run.of(target(), "availability", "1000");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("CRONUS, item 1000: 12.5, last posted ")
                .containsPattern("EAST +10\n")
                .containsPattern("\\(none\\) +2.5\n");
    }

    @Test
    void anItemWithoutEntriesIsSaidToHaveNone() {
        Run run = Run.of(target(), "availability", "9999");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("nothing was posted for item 9999");
    }

    @Test
    void statusShowsBothApplications() {
        awaitRunning();
        Run status = Run.of(target(), "status");

        assertThat(status.exit()).isZero();
        assertThat(status.out())
                .contains("ERP", "streaming", "812", CUSTOMERS)
                .containsPattern("erp/CRONUS/customer/2 +waits for erp/CRONUS/salesperson/code=JO")
                .containsPattern("rejected: name: at most 100 characters")
                .contains("Dead letters 1");
    }

    @Test
    void statusForScriptsHasTheFiguresOfBoth() throws IOException {
        awaitRunning();
        Run run = Run.of(target(), "status", "--json");

        JsonNode status = new ObjectMapper().readTree(run.out());
        assertThat(run.exit()).isZero();
        assertThat(status.at("/healthy").asBoolean()).isTrue();
        assertThat(status.at("/commands/toErp").asLong()).isEqualTo(1);
        assertThat(status.at("/commands/toCrm").asLong()).isEqualTo(2);
        assertThat(status.at("/mappings/1/couplings/parked").asLong()).isEqualTo(1);
        assertThat(status.at("/parked/0/waitsFor/0").asText()).isEqualTo("erp/CRONUS/salesperson/code=JO");
        assertThat(status.at("/setAside/0/kind").asText()).isEqualTo("rejected");
        assertThat(status.at("/deadLetters").asLong()).isEqualTo(1);
        assertThat(status.at("/outcomes/applied").asLong()).isEqualTo(7);
        assertThat(status.at("/lag/couplet-streams/total").isNumber()).isTrue();
        assertThat(status.at("/systems/crm/apply/rejected").asLong()).isEqualTo(1);
        assertThat(status.at("/inStep").isNull())
                .as("appliers have no groups here")
                .isTrue();
    }

    @Test
    void statusSaysWhatIsUnreachableAndShowsTheRest() {
        Target half = new Target(
                target().streams(),
                URI.create("http://localhost:1"),
                broker.bootstrap(),
                registry.url(),
                "couplet",
                null);
        Run run = Run.of(half, "status");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out())
                .contains("connectors at http://localhost:1 does not answer")
                .contains(CUSTOMERS);
    }

    @Test
    void lagShowsOffsetsAndStages() {
        awaitRunning();
        Run run = Run.of(target(), "lag");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("couplet-streams +couplet.erp.commands +0")
                .containsPattern("ERP -> CRM +committed-to-applied +1 +\\d");
    }

    @Test
    void topicsSaysWhatIsWhere() {
        Run run = Run.of(target(), "topics");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("couplet.pair-inputs +3 +delete +10 ")
                .containsPattern("couplet.erp.customer +3 +compact +0 ")
                .contains("couplet.capture-offsets");
    }

    @Test
    void tailFromStartTellsWhatArrivedInTheOrderOfTime() {
        Run run = Run.of(target(), "tail", "--from-start", "--limit", "9");

        assertThat(run.exit()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(9);
        for (int i = 0; i < 9; i++) {
            assertThat(lines.get(i))
                    .contains("ERP -> CRM", CUSTOMERS, "Adatum " + i, "name, telephone1", "anna", "9 ms");
        }
    }

    @Test
    void auditShowsTheLoser() {
        Run run = Run.of(target(), "audit", "--limit", "1");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("erp/CRONUS/customer/4")
                .contains("telephone1: +45 1 of crm lost to +45 2 (latest-wins)")
                .doesNotContain("erp/CRONUS/customer/1");
        assertThat(Run.of(target(), "audit", "--coupling", "1").out()).contains("erp/CRONUS/customer/1");
    }

    @Test
    void deadLettersSayWhereAndWhy() {
        Run run = Run.of(target(), "dead-letters");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("couplet.erp.customer-1 at 42", "not in the registry's wire format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "lag", "topics", "tail", "audit", "dead-letters", "replay"})
    void withoutAnythingThereEachCommandEndsWithFourAndSaysWhatIsMissing(String command) {
        URI nowhere = URI.create("http://localhost:1");
        Run run = Run.of(new Target(nowhere, nowhere, "localhost:1", nowhere.toString(), "couplet", null), command);

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out() + run.err()).contains("localhost:1").contains("does not answer");
    }

    @Test
    void metricsTellLagAndViews() {
        awaitRunning();
        HttpSource streamsApp = new HttpSource("streams-app", target().streams());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Exposition.parse(streamsApp.get("/metrics")))
                        .extracting(Sample::name)
                        .contains(
                                "couplet_offset_lag",
                                "couplet_parked",
                                "couplet_parked_oldest_seconds",
                                "couplet_set_aside",
                                "couplet_couplings",
                                "couplet_commands_applied_total",
                                "couplet_dead_letters_kept",
                                "jvm_memory_used_bytes",
                                "kafka_stream_thread_process_rate"));
    }

    private void awaitRunning() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> streams.state() == KafkaStreams.State.RUNNING);
    }

    private Target target() {
        return new Target(
                URI.create("http://localhost:" + operations.port()),
                URI.create("http://localhost:" + connectors.port()),
                broker.bootstrap(),
                registry.url(),
                "couplet",
                null);
    }

    private KafkaStreams streams() {
        StreamsBuilder topology = new StreamsBuilder();
        topology.stream(
                        catalogue.commands(Side.ERP).name(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("read"))
                .foreach((key, value) -> LOG.atTrace().log("a record"), Named.as("forget"));
        Properties settings = new Properties();
        settings.setProperty("application.id", "couplet-streams");
        settings.setProperty("bootstrap.servers", broker.bootstrap());
        settings.setProperty("state.dir", state.toString());
        settings.setProperty("commit.interval.ms", "100");
        return new KafkaStreams(topology.build(), settings);
    }
}
