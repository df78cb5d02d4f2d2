package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Catalogue;
import io.couplet.harness.LocalBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatientConsumerIT {
    private static final int MUCH = 6_000;
    private static final int ENOUGH = 2_000;
    private static final int AT_A_TIME = 100;
    private static final Catalogue TOPICS = new Catalogue("patient", Pipes.ENTITIES);

    private final TopicPartition messages = partition(TOPICS.pairInputs().name());
    private final TopicPartition customers =
            partition(TOPICS.changes("erp/customer").name());
    private final TopicPartition contacts =
            partition(TOPICS.changes("erp/contact").name());
    private final Producer<String, byte[]> producer = LocalBroker.get().producer();
    private final List<TopicPartition> read = new ArrayList<>();
    private PatientConsumer consumer = consumer();

    @BeforeAll
    static void topics() {
        LocalBroker.get().create(TOPICS);
    }

    @BeforeEach
    void atTheEnd() {
        List<TopicPartition> all = List.of(messages, customers, contacts);
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    @AfterEach
    void close() {
        consumer.close();
        producer.close();
    }

    @Test
    void changesWaitWhileMuchIsLeftOfWhatOthersHaveCaused() {
        write(messages, MUCH);
        readUntil(messages, 1);
        write(customers, 10);
        readUntil(customers, 10);

        assertThat(before(customers, messages)).isGreaterThanOrEqualTo(MUCH - ENOUGH - AT_A_TIME);
        readUntil(messages, MUCH);
    }

    @Test
    void changesWaitForThoseOfWhatTheyReferTo() {
        write(customers, MUCH);
        readUntil(customers, 1);
        write(contacts, 10);
        readUntil(contacts, 10);

        assertThat(before(contacts, customers)).isGreaterThanOrEqualTo(MUCH - ENOUGH - AT_A_TIME);
    }

    @Test
    void littleIsWaitedForByNobody() {
        write(messages, ENOUGH / 2);
        readUntil(messages, 1);
        write(customers, 10);
        readUntil(customers, 10);
        readUntil(messages, ENOUGH / 2);

        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void whatItsOwnerPausesStaysPaused() {
        write(messages, MUCH);
        readUntil(messages, 2 * AT_A_TIME);
        assertThat(consumer.paused()).contains(customers, contacts);

        consumer.pause(List.of(customers));
        readUntil(messages, MUCH);

        assertThat(consumer.paused()).containsExactly(customers);
        write(customers, 10);
        consumer.resume(List.of(customers));
        readUntil(customers, 10);
    }

    private static PatientConsumer consumer() {
        return new PatientConsumer(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        LocalBroker.get().bootstrap(),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        AT_A_TIME),
                List.of(
                        TOPICS.changes("erp/customer").name(),
                        TOPICS.changes("erp/contact").name()));
    }

    private static TopicPartition partition(String topic) {
        return new TopicPartition(topic, 0);
    }

    private void write(TopicPartition to, int count) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(producer.send(new ProducerRecord<>(to.topic(), to.partition(), "key", new byte[] {1})));
        }
        producer.flush();
        assertThat(sent).allSatisfy(future -> assertThat(future).succeedsWithin(Duration.ZERO));
    }

    private void readUntil(TopicPartition from, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    consumer.poll(Duration.ofMillis(100))
                            .forEach(record -> read.add(new TopicPartition(record.topic(), record.partition())));
                    return read.stream().filter(from::equals).count() >= count;
                });
    }

    /** How many records of the one were read before the first of the other. */
    private long before(TopicPartition first, TopicPartition counted) {
        return read.stream()
                .takeWhile(each -> !each.equals(first))
                .filter(counted::equals)
                .count();
    }
}
