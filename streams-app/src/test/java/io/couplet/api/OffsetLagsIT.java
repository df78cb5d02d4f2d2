package io.couplet.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Catalogue;
import io.couplet.contract.EntityCatalogue;
import io.couplet.harness.LocalBroker;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetLagsIT {
    private static final String PREFIX = "lags";
    private static final Catalogue TOPICS = new Catalogue(PREFIX, EntityCatalogue.shipped());

    /** While members come and go, a partition may be nobody's for a while; if nothing was read of it yet, nobody has committed anything either. */
    @Test
    void aPartitionThatNobodyHasAndNobodyEverReadCounts() throws ExecutionException, InterruptedException {
        LocalBroker.get().create(TOPICS);
        String topic = TOPICS.control().name();
        try (Producer<String, byte[]> producer = LocalBroker.get().producer();
                Admin admin = admin()) {
            for (int partition = 0; partition < 2; partition++) {
                producer.send(new ProducerRecord<>(topic, partition, "key", new byte[0]))
                        .get();
            }
            admin.alterConsumerGroupOffsets(
                            PREFIX + "-group", Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(1)))
                    .all()
                    .get();

            OffsetLags lags = new OffsetLags(admin, PREFIX, Duration.ofSeconds(20));

            assertThat(lags.read().stream().filter(lag -> lag.lag() > 0))
                    .singleElement()
                    .satisfies(lag -> assertThat(lag.partition()).isEqualTo(1));
        }
    }

    private static Admin admin() {
        Properties settings = new Properties();
        settings.setProperty(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, LocalBroker.get().bootstrap());
        return Admin.create(settings);
    }
}
