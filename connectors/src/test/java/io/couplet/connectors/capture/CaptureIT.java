package io.couplet.connectors.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.config.ConfigException;
import io.couplet.connectors.harness.Testbed;
import io.couplet.connectors.harness.TopicReader;
import io.couplet.connectors.harness.TopicReader.Message;
import io.couplet.connectors.lifecycle.Lifecycle;
import io.couplet.contract.TopicSpec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.Producer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Capture of a real database into a real broker. */
class CaptureIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Testbed testbed;
    private Producer<String, byte[]> producer;
    private CaptureCounts counts = new CaptureCounts();
    private Lifecycle lifecycle = new Lifecycle("erp.capture");
    private @Nullable CaptureSupervisor capture;

    @BeforeEach
    void freshSystem() throws Exception {
        testbed = Testbed.fresh();
        producer = testbed.kafka().producer("test-capture");
    }

    @AfterEach
    void stop() throws Exception {
        stopCapture();
        producer.close();
        testbed.dropSlots();
    }

    @Test
    void rowsAreReadThenChangesFollowThenEndsAreStatedOncePerPartition() throws Exception {
        testbed.anna("INSERT INTO \"CRONUS$Customer\" (\"No_\", \"Name\", \"Credit Limit (LCY)\")"
                + " VALUES ('10000', 'Adatum', 12.50)");
        start();
        awaitThat(() -> counts.snapshotComplete());

        testbed.anna("UPDATE \"CRONUS$Customer\" SET \"Name\" = 'Adatum Ltd' WHERE \"No_\" = '10000'");
        testbed.anna("UPDATE \"CRONUS$Customer\" SET \"No_\" = '10001' WHERE \"No_\" = '10000'");
        testbed.anna("DELETE FROM \"CRONUS$Customer\" WHERE \"No_\" = '10001'");
        awaitBarrier();

        List<Message> messages = read(customers());
        List<GenericRecord> changes = rows(messages);
        assertThat(changes)
                .extracting(change -> change.get("op").toString())
                .containsExactly("READ", "UPDATED", "UPDATED", "DELETED");
        GenericRecord read = (GenericRecord) changes.get(0).get("after");
        assertThat(read.get("name")).isEqualTo("Adatum");
        assertThat(read.get("eMail")).as("blank is null").isNull();
        assertThat(read.get("company")).isEqualTo("CRONUS");
        assertThat((BigDecimal) read.get("creditLimitLcy")).isEqualByComparingTo("12.50");
        assertThat(changes.get(0).get("createdBy")).isEqualTo("anna");
        assertThat(changes.get(1).get("previousVersion"))
                .isEqualTo(changes.get(0).get("rowVersion"));
        assertThat(changes.get(3).get("rowVersion"))
                .as("a delete carries the version of the row removed")
                .isEqualTo(changes.get(2).get("rowVersion"));
        assertThat(changes.get(3).get("after")).isNull();
        assertThat(changes)
                .extracting(change -> change.get("ref"))
                .containsOnly(messages.stream()
                        .map(Message::key)
                        .filter(key -> !key.contains("snapshot-end"))
                        .findFirst()
                        .orElseThrow());
        assertEndsOncePerPartition(messages, "erp/customer");
        assertEndsOncePerPartition(read(testbed.catalogue().changes("erp/currency")), "erp/currency");
    }

    @Test
    void theEndOfWhatWasReadIsStatedWhileOtherTablesAreRead() throws Exception {
        testbed.anna("INSERT INTO \"CRONUS$Currency\" (\"Code\") SELECT 'C' || i FROM generate_series(1, 5000) i");
        testbed.anna("INSERT INTO \"CRONUS$Customer\" (\"No_\") VALUES ('1')");
        start();
        awaitThat(() -> counts.snapshotComplete());

        List<Message> customers = read(customers());
        List<Message> currencies = read(testbed.catalogue().changes("erp/currency"));
        assertEndsOncePerPartition(customers, "erp/customer");
        assertEndsOncePerPartition(currencies, "erp/currency");
        Instant stated = (Instant) customers.get(customers.size() - 1).value().get("capturedAt");
        List<GenericRecord> read = rows(currencies);
        assertThat((Instant) read.get(read.size() - 1).get("capturedAt")).isAfter(stated);
    }

    @Test
    void nothingIsLostOrReadAgainAcrossARestart() throws Exception {
        testbed.anna("INSERT INTO \"CRONUS$Customer\" (\"No_\") VALUES ('1')");
        start();
        awaitThat(() -> counts.snapshotComplete());
        awaitBarrier();
        stopCapture();
        testbed.anna("INSERT INTO \"CRONUS$Customer\" (\"No_\") VALUES ('2')");

        start();
        testbed.anna("INSERT INTO \"CRONUS$Customer\" (\"No_\") VALUES ('3')");
        awaitBarrier();

        assertThat(counts.snapshotComplete()).isTrue();
        List<Message> messages = read(customers());
        assertThat(rows(messages))
                .extracting(change -> ((GenericRecord) change.get("after")).get("no"))
                .contains("1", "2", "3");
        assertThat(rows(messages))
                .filteredOn(change -> change.get("op").toString().equals("READ"))
                .hasSize(1);
        assertEndsOncePerPartition(messages, "erp/customer");
    }

    @Test
    void aRowThatCannotBeProjectedGoesToDeadLettersAndTheRestFlows() throws Exception {
        start();
        awaitThat(() -> counts.snapshotComplete());

        testbed.anna("INSERT INTO \"CRONUS$Currency\" (\"Code\", \"Currency Factor\")"
                + " VALUES ('EUR', '1.5'), ('XXX', 'no number'), ('USD', '1.1')");
        awaitBarrier();

        assertThat(rows(read(testbed.catalogue().changes("erp/currency"))))
                .extracting(change -> ((GenericRecord) change.get("after")).get("code"))
                .containsExactlyInAnyOrder("EUR", "USD");
        GenericRecord letter = read(testbed.catalogue().deadLetters()).get(0).value();
        assertThat(letter.get("stage")).isEqualTo("capture");
        assertThat(letter.get("cause").toString()).contains("Currency Factor").doesNotContain("no number");
        assertThat(StandardCharsets.UTF_8
                        .decode((ByteBuffer) letter.get("value"))
                        .toString())
                .contains("no number");
        assertThat(counts.deadLettered()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatGoesDownIsWaitedFor() throws Exception {
        start();
        awaitThat(() -> counts.snapshotComplete());
        awaitBarrier();

        testbed.database().goDown();
        awaitThat(() -> lifecycle.error() != null);
        testbed.database().comeBack();
        testbed.anna("INSERT INTO \"CRONUS$Customer\" (\"No_\") VALUES ('after')");
        awaitBarrier();

        assertThat(rows(read(customers())))
                .extracting(change -> ((GenericRecord) change.get("after")).get("no"))
                .contains("after");
        assertThat(lifecycle.state().word()).isEqualTo("streaming");
    }

    @Test
    void everythingThatIsWrongWithADatabaseIsNamedAtOnce() {
        testbed.owner("ALTER TABLE \"CRONUS$Customer\" REPLICA IDENTITY DEFAULT");
        testbed.owner("ALTER TABLE \"CRONUS$Currency\" RENAME COLUMN \"Description\" TO \"Text\"");
        testbed.owner("REVOKE SELECT ON \"CRONUS$Currency\" FROM couplet_capture");

        assertThatThrownBy(() -> new SourceCheck(testbed.system(), testbed.config()).check())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ALTER TABLE \"public\".\"CRONUS$Customer\" REPLICA IDENTITY FULL;")
                .hasMessageContaining("has no column \"Description\"")
                .hasMessageContaining("GRANT SELECT ON \"public\".\"CRONUS$Currency\"");
    }

    private void start() {
        BoundSystem system = testbed.system();
        counts = new CaptureCounts();
        lifecycle = new Lifecycle("erp.capture");
        Captures captures = new Captures(
                testbed.kafka(), testbed.catalogue(), testbed.registry(), new SimpleMeterRegistry(), Clock.systemUTC());
        CaptureSupervisor started = captures.capture(system, testbed.config(), producer, counts, lifecycle);
        started.start();
        capture = started;
    }

    private void stopCapture() throws InterruptedException {
        CaptureSupervisor running = capture;
        capture = null;
        if (running != null) {
            running.close();
        }
    }

    /** Waits until everything that was committed before has been published. */
    private void awaitBarrier() {
        String nonce = Long.toString(System.nanoTime());
        testbed.owner("UPDATE couplet.heartbeat SET nonce = '" + nonce + "' WHERE id = 1");
        awaitThat(() -> nonce.equals(counts.nonce()));
    }

    private static void awaitThat(Callable<Boolean> condition) {
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    private TopicSpec customers() {
        return testbed.catalogue().changes("erp/customer");
    }

    /** What has come before the barrier stands on the topic. */
    private List<Message> read(TopicSpec topic) {
        try (TopicReader reader = testbed.read(topic)) {
            return reader.all();
        }
    }

    private static List<GenericRecord> rows(List<Message> messages) {
        return messages.stream()
                .map(Message::value)
                .filter(value -> !value.get("op").toString().equals("SNAPSHOT_END"))
                .toList();
    }

    private static void assertEndsOncePerPartition(List<Message> messages, String entity) {
        List<Message> ends = messages.stream()
                .filter(message -> message.value().get("op").toString().equals("SNAPSHOT_END"))
                .toList();
        assertThat(ends).extracting(Message::partition).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(ends)
                .allSatisfy(end -> assertThat(end.key()).isEqualTo(entity + "/snapshot-end/" + end.partition()));
    }
}
