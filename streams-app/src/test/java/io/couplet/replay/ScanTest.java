package io.couplet.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What lies before an agreed end, and nothing else. */
class ScanTest {
    private static final TopicPartition HERE = new TopicPartition("here", 0);
    private static final TopicPartition THERE = new TopicPartition("there", 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> seen = new ArrayList<>();

    @Test
    void endsWhereItWasAgreed() {
        has(HERE, 0, 1, 2, 3);
        Scan scan = new Scan(consumer, Map.of(HERE, 3L));

        assertThat(scan.read(Map.of("here", (key, value) -> seen.add(key)))).isEqualTo(3);
        assertThat(seen).containsExactly("here@0", "here@1", "here@2");
    }

    @Test
    void readsOnlyTheTopicsOfItsReaders() {
        has(HERE, 0);
        Scan scan = new Scan(consumer, Map.of(HERE, 1L, THERE, 7L));

        assertThat(scan.read(Map.of("here", (key, value) -> seen.add(key)))).isEqualTo(1);
        assertThat(consumer.assignment()).isEqualTo(Set.of(HERE));
    }

    @Test
    void emptyTopicsHaveBeenRead() {
        has(HERE);
        assertThat(new Scan(consumer, Map.of(HERE, 0L)).read(Map.of("here", (key, value) -> seen.add(key))))
                .isZero();
    }

    private void has(TopicPartition partition, long... offsets) {
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.schedulePollTask(() -> {
            for (long offset : offsets) {
                consumer.addRecord(new ConsumerRecord<>(
                        partition.topic(),
                        partition.partition(),
                        offset,
                        partition.topic() + "@" + offset,
                        new byte[0]));
            }
        });
    }
}
