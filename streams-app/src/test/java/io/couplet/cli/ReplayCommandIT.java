package io.couplet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.contract.Catalogue;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.Ownership;
import io.couplet.contract.Side;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.InMemoryRegistry;
import io.couplet.contract.wire.SchemaRegistration;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.harness.HttpRegistry;
import io.couplet.harness.LocalBroker;
import io.couplet.mappings.MappingFiles;
import io.couplet.processor.StoreNames;
import io.couplet.replay.OwnedRecord;
import io.couplet.wire.RecordRecords;
import io.couplet.wire.RecordStateForm;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code couplet replay} against a real broker, on topics that hold what a pipeline would have written. */
class ReplayCommandIT {
    private static final URI NOWHERE = URI.create("http://localhost:1");
    private static final RecordRef ACCOUNT = new RecordRef("crm/account/1");

    private final LocalBroker broker = LocalBroker.get();
    private final String prefix = "replay" + System.nanoTime();
    private final Catalogue topics = new Catalogue(prefix, EntityCatalogue.shipped());
    private final InMemoryRegistry schemas = new InMemoryRegistry();
    private final HttpRegistry registry = HttpRegistry.of(schemas);
    private final Mapping customers = new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS"))
            .catalogue().stream()
                    .filter(mapping -> mapping.name().equals("customer-account"))
                    .findFirst()
                    .orElseThrow();

    @BeforeEach
    void create() throws ExecutionException, InterruptedException {
        new SchemaRegistration(schemas).register(topics);
        broker.create(topics);
        try (Admin admin = admin()) {
            admin.createTopics(List.of(
                            new NewTopic(changelog(StoreNames.PAIRS), 3, (short) 1),
                            new NewTopic(changelog(StoreNames.RECORDS), 3, (short) 1)))
                    .all()
                    .get();
        }
        publish("K1");
        keep("K1");
        read(0);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void whatWasRebuiltIsWhatRuns() throws IOException {
        long commands = ends(topics.commands(Side.CRM)) + ends(topics.commands(Side.ERP));

        Run run = replay("--compare");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("customer-account", "same", "1 events", "No command was written");

        JsonNode json =
                new ObjectMapper().readTree(replay("--compare", "--json").out());
        assertThat(json.at("/same").booleanValue()).isTrue();
        assertThat(json.at("/replay/events").intValue()).isEqualTo(1);
        assertThat(json.at("/consumption/events").intValue()).isEqualTo(1);
        for (JsonNode mapping : json.at("/mappings")) {
            assertThat(mapping.at("/live")).isEqualTo(mapping.at("/rebuilt"));
            assertThat(mapping.at("/records").intValue())
                    .isEqualTo(mapping.at("/mapping").asText().equals(customers.name()) ? 1 : 0);
        }
        assertThat(ends(topics.commands(Side.CRM)) + ends(topics.commands(Side.ERP)))
                .isEqualTo(commands);
    }

    @Test
    void whatDiffersIsNamedAndEndsWithOne() {
        keep("K2");

        Run run = replay("--compare");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("different: 1")
                .contains("customer-account record crm/account/1: owner is K2 live, K1 rebuilt");
    }

    @Test
    void withoutCompareNothingIsSaidOfWhatRuns() {
        keep("K2");

        Run run = replay();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("customer-account").doesNotContain("same", "different");
    }

    @Test
    void aPipelineThatIsBehindIsWaitedForAndThenGivenUp() {
        publish("K1");
        read(-1);

        Run run = replay("--compare", "--wait", "1");
        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.err()).contains(prefix + "-streams is ", " records behind", "--wait");
    }

    @Test
    void whereNothingEverRanItSaysSo() {
        Target other = new Target(NOWHERE, NOWHERE, broker.bootstrap(), registry.url(), "nobody", null);
        Run run = Run.of(other, "replay", "--compare");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("Has Couplet been started there?");
    }

    @Test
    void faultyMappingFilesEndWithThree() {
        Run run = replay("--config", "/no/such/directory");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("/no/such/directory");
    }

    @Test
    void wrongArgumentsEndWithTwo() {
        assertThat(replay("--wait", "-1").exit()).isEqualTo(2);
        assertThat(replay("--wait", "soon").exit()).isEqualTo(2);
    }

    private Run replay(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "replay";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Run.of(new Target(NOWHERE, NOWHERE, broker.bootstrap(), registry.url(), prefix, null), all);
    }

    /** The Directory has told the public to whom the account belongs. */
    private void publish(String coupling) {
        Ownership ownership = RecordRecords.ownership(customers, ACCOUNT, OwnedRecord.by(coupling));
        try (Writer writer = new Writer(broker.producer(), schemas)) {
            writer.write(topics.ownership(), RecordRecords.key(customers, ACCOUNT), ownership);
        }
    }

    /** The Directory's store has it so. */
    private void keep(String coupling) {
        byte[] state = new RecordStateForm(customers, ACCOUNT.side()).toBytes(OwnedRecord.by(coupling));
        try (Producer<String, byte[]> producer = broker.producer()) {
            var unused = producer.send(new ProducerRecord<>(
                    changelog(StoreNames.RECORDS), customers.name() + StoreNames.SEPARATOR + ACCOUNT.text(), state));
        }
    }

    /** All groups have read one topic up to so many records before its end, of which it has two or more. */
    private void read(long behind) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        endsByPartition(topics.ownership())
                .forEach(
                        (partition, end) -> positions.put(partition, new OffsetAndMetadata(Math.max(0, end + behind))));
        try (Admin admin = admin()) {
            for (String group : List.of("-streams", "-apply-erp", "-apply-crm")) {
                admin.alterConsumerGroupOffsets(prefix + group, positions).all().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long ends(TopicSpec topic) {
        return endsByPartition(topic).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private Map<TopicPartition, Long> endsByPartition(TopicSpec topic) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < 3; partition++) {
            wanted.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (Admin admin = admin()) {
            admin.listOffsets(wanted).all().get().forEach((partition, info) -> ends.put(partition, info.offset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return ends;
    }

    private String changelog(String store) {
        return prefix + "-streams-" + store + "-changelog";
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    }
}
