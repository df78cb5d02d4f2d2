package io.couplet.cli;

import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.contract.wire.Undecodable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The newest records of a topic, read from the broker itself, so that they can be had while the applications are down.
 *
 * @param <T> the topic's values
 */
final class NewestRecords<T extends SpecificRecord> {

    private final Target target;
    private final String topic;
    private final AvroDecoder<T> decoder;

    NewestRecords(Target target, TopicSpec topic, Class<T> type) {
        this.target = target;
        this.topic = topic.name();
        this.decoder = AvroDecoder.specific(new ConfluentRegistry(target.registry()), type);
    }

    /** The newest ones of all keys, the oldest of them first. */
    <E> List<E> read(int most, Function<T, E> entry, Function<E, Instant> at) {
        return read(most, most, record -> true, entry, at);
    }

    /** The newest ones of one key, the oldest of them first. Reads the whole topic. */
    <E> List<E> ofKey(String key, int most, Function<T, E> entry, Function<E, Instant> at) {
        return read(Integer.MAX_VALUE, most, record -> key.equals(record.key()), entry, at);
    }

    private <E> List<E> read(
            int reach,
            int most,
            Predicate<ConsumerRecord<String, byte[]>> which,
            Function<T, E> entry,
            Function<E, Instant> at) {
        try (TopicReader reader = new TopicReader(TopicReader.consumer(target.bootstrap()), topic)) {
            List<E> entries = reader.newest(reach).stream()
                    .filter(which)
                    .flatMap(record -> decode(record).stream())
                    .map(entry)
                    .sorted(Comparator.comparing(at))
                    .toList();
            return entries.subList(Math.max(0, entries.size() - most), entries.size());
        }
    }

    private Optional<T> decode(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? Optional.empty() : Optional.of(decoder.decode(record.value()));
        } catch (Undecodable e) {
            // What was put on the topic by hand is not for this list.
            return Optional.empty();
        }
    }
}
