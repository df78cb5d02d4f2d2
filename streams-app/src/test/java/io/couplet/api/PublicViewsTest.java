package io.couplet.api;

import static io.couplet.harness.Contracts.NOON;
import static io.couplet.harness.Contracts.coupling;
import static io.couplet.harness.Contracts.lostPhone;
import static io.couplet.harness.Contracts.parked;
import static io.couplet.harness.Contracts.poison;
import static io.couplet.harness.Contracts.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Catalogue;
import io.couplet.contract.CouplingState;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.InMemoryRegistry;
import io.couplet.contract.wire.SchemaRegistration;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PublicViewsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Catalogue catalogue = new Catalogue("couplet", EntityCatalogue.shipped());
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Map<String, Long> ends = new HashMap<>();
    private Optional<PublicViews> views = Optional.empty();

    @BeforeEach
    void topicsExist() {
        new SchemaRegistration(registry).register(catalogue);
        for (TopicSpec topic :
                List.of(catalogue.couplings(), catalogue.setAside(), catalogue.audit(), catalogue.deadLetters())) {
            TopicPartition partition = new TopicPartition(topic.name(), 0);
            consumer.updatePartitions(topic.name(), List.of(new PartitionInfo(topic.name(), 0, null, null, null)));
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, 0L));
        }
    }

    @AfterEach
    void close() {
        views.ifPresent(PublicViews::close);
    }

    @Test
    void everythingOnTheTopicsIsSeen() {
        PublicViews running = start();

        write(catalogue.couplings(), "1", coupling("1", CouplingState.ACTIVE, 1, 2));
        write(catalogue.setAside(), "1", parked("1"));
        write(catalogue.setAside(), "2", rejected("2", "name is too long"));
        write(catalogue.audit(), "1", lostPhone("1", NOON));
        write(catalogue.deadLetters(), "x", poison(NOON));

        assertThat(running.refresh(LIMIT)).isTrue();
        assertThat(running.mappings())
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.commands()).isEqualTo(new CommandCounts(1, 2)));
        assertThat(running.open()).extracting(OpenEntry::kind).containsExactly("parked", "rejected");
        assertThat(running.audit())
                .singleElement()
                .satisfies(entry -> assertThat(entry.losers())
                        .containsExactly(new AuditEntry.Lost("telephone1", "crm", "+45 1", "+45 2", "latest-wins")));
        assertThat(running.deadLetterCount()).isEqualTo(1);
        assertThat(running.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.bytes()).isEqualTo(3));
    }

    @Test
    void tombstoneClosesAnOpenEntry() {
        PublicViews running = start();
        write(catalogue.setAside(), "1", parked("1"));
        write(catalogue.setAside(), "1", null);

        assertThat(running.refresh(LIMIT)).isTrue();
        assertThat(running.open()).isEmpty();
    }

    @Test
    void bytesOfSomebodyElseAreLeftOut() {
        PublicViews running = start();
        add(catalogue.setAside(), "x", new byte[] {1, 2, 3});
        write(catalogue.setAside(), "1", parked("1"));

        assertThat(running.refresh(LIMIT)).isTrue();
        assertThat(running.open()).hasSize(1);
    }

    private PublicViews start() {
        PublicViews started = PublicViews.start(consumer, catalogue, registry, List.of("customer-account"));
        views = Optional.of(started);
        assertThat(started.refresh(LIMIT)).isTrue();
        return started;
    }

    private <T extends SpecificRecord> void write(TopicSpec topic, String key, @Nullable T value) {
        add(
                topic,
                key,
                value == null ? null : AvroEncoder.<T>specific(registry, topic).encode(value));
    }

    private void add(TopicSpec topic, String key, byte @Nullable [] value) {
        long offset = ends.merge(topic.name(), 1L, Long::sum) - 1;
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        synchronized (consumer) {
            consumer.addRecord(new ConsumerRecord<>(topic.name(), 0, offset, key, value));
            consumer.updateEndOffsets(Map.of(partition, offset + 1));
        }
    }
}
