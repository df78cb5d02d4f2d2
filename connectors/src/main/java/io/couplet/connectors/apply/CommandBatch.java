package io.couplet.connectors.apply;

import io.couplet.contract.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought.
 *
 * @param entries in the order of each partition
 * @param next where to go on in each partition when all of them are done; also past the ends of transactions, which are no messages
 */
record CommandBatch(List<Entry> entries, Map<TopicPartition, OffsetAndMetadata> next) {

    /** One message. */
    sealed interface Entry permits Usable, Unusable {
        /** Where it was read. */
        ConsumerRecord<byte[], byte[]> origin();
    }

    /**
     * A command.
     *
     * @param origin where it was read
     * @param command decoded
     */
    record Usable(ConsumerRecord<byte[], byte[]> origin, Command command) implements Entry {}

    /**
     * Bytes that are no command.
     *
     * @param origin where they were read
     * @param cause why they are none
     */
    record Unusable(ConsumerRecord<byte[], byte[]> origin, String cause) implements Entry {}

    /** Reads one message. */
    interface Decoder {
        Entry decode(ConsumerRecord<byte[], byte[]> message);
    }

    CommandBatch {
        entries = List.copyOf(entries);
        next = Map.copyOf(next);
    }

    static CommandBatch of(ConsumerRecords<byte[], byte[]> records, Decoder decoder) {
        List<Entry> entries = new ArrayList<>(records.count());
        records.forEach(each -> entries.add(decoder.decode(each)));
        return new CommandBatch(entries, records.nextOffsets());
    }

    /** What is left of it when only these partitions are still ours: the others' commands come to somebody else. */
    CommandBatch within(Set<TopicPartition> ours) {
        if (ours.containsAll(next.keySet())) {
            return this;
        }
        Map<TopicPartition, OffsetAndMetadata> left = new HashMap<>(next);
        left.keySet().retainAll(ours);
        return new CommandBatch(
                entries.stream()
                        .filter(each -> ours.contains(new TopicPartition(
                                each.origin().topic(), each.origin().partition())))
                        .toList(),
                left);
    }

    List<Command> commands() {
        return entries.stream()
                .filter(Usable.class::isInstance)
                .map(entry -> ((Usable) entry).command())
                .toList();
    }

    List<Unusable> unusable() {
        return entries.stream()
                .filter(Unusable.class::isInstance)
                .map(Unusable.class::cast)
                .toList();
    }
}
