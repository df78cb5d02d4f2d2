package io.couplet.api;

import static io.couplet.harness.Contracts.NOON;
import static io.couplet.harness.Contracts.poison;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Catalogue;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.InMemoryRegistry;
import io.couplet.contract.wire.SchemaRegistration;
import io.couplet.harness.LocalBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

final class PublicViewsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final LocalBroker broker = LocalBroker.get();
    private final Catalogue catalogue = new Catalogue("views", EntityCatalogue.shipped());

    @Test
    void nothingIsLostOrCountedTwiceWhileTopicsAndRegistryAreAway() {
        InMemoryRegistry schemas = new InMemoryRegistry();
        new SchemaRegistration(schemas).register(catalogue);
        FlakyRegistry registry = new FlakyRegistry(schemas);
        registry.isAway = true;
        try (PublicViews views = PublicViews.start(consumer(), catalogue, registry, List.of());
                Producer<String, byte[]> producer = broker.producer()) {
            assertThat(views.refresh(Duration.ofMillis(100))).isFalse();
            broker.create(catalogue);
            AvroEncoder<DeadLetter> encoder = AvroEncoder.specific(schemas, catalogue.deadLetters());
            for (int i = 0; i < 20; i++) {
                var unused = producer.send(
                        new ProducerRecord<>(catalogue.deadLetters().name(), "key" + i, encoder.encode(poison(NOON))));
            }
            producer.flush();
            assertThat(views.refresh(Duration.ofSeconds(3))).isFalse();

            registry.isAway = false;

            assertThat(views.refresh(LIMIT)).isTrue();
            assertThat(views.deadLetterCount()).isEqualTo(20);
        }
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "allow.auto.create.topics", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
