package io.couplet.cli;

import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.Coupling;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.Ownership;
import io.couplet.contract.SetAside;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroCodec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.contract.wire.Undecodable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the compacted public topics say now, read from the broker itself. Of what is read only what is asked for is kept in memory, since a company may
 * have more records than a command has room for. Used by one thread.
 */
final class PublicRecords {

    private final Target target;
    private final EntityCatalogue entities;
    private final Catalogue topics;
    private final SchemaRegistry registry;

    PublicRecords(Target target) {
        this.target = target;
        entities = target.entities();
        topics = new Catalogue(target.prefix(), entities);
        registry = new ConfluentRegistry(target.registry());
    }

    /** The entities of this Couplet. */
    EntityCatalogue entities() {
        return entities;
    }

    /** The coupling of that id. */
    Optional<Coupling> coupling(String id) {
        return ofKey(topics.couplings(), Coupling.class, id);
    }

    /** The couplings of those ids, as far as they are there. */
    List<Coupling> couplings(Set<String> ids) {
        return read(new TopicReader(consumer(), topics.couplings().name()), Coupling.class, ids::contains);
    }

    /** What a coupling waits for or what a person may decide about it. */
    Optional<SetAside> open(String coupling) {
        return ofKey(topics.setAside(), SetAside.class, coupling);
    }

    /** Everything that waits for something or for somebody, the oldest first. */
    List<SetAside> allOpen() {
        List<SetAside> open = read(new TopicReader(consumer(), topics.setAside().name()), SetAside.class, key -> true);
        open.sort(Comparator.comparing(SetAside::getSince).thenComparing(SetAside::getSubject));
        return open;
    }

    /** What the Directory decided for a record, one entry for each mapping that has seen it. */
    List<Ownership> ownership(String ref) {
        String begin = ref + "@";
        return read(
                new TopicReader(consumer(), topics.ownership().name()), Ownership.class, key -> key.startsWith(begin));
    }

    /**
     * What the Directory decided for all records, one entry for each mapping that has seen one.
     *
     * @param kept what is to be known of an entry, if anything
     */
    <T> List<T> allOwnership(Function<Ownership, Optional<T>> kept) {
        return read(
                new TopicReader(consumer(), topics.ownership().name()),
                AvroDecoder.specific(registry, Ownership.class),
                key -> true,
                kept);
    }

    /**
     * The newest versions of an entity's records; deleted ones and markers are left out.
     *
     * @param refs which records
     * @param kept what is to be known of a version, if anything
     */
    <T> List<T> changes(String entity, Predicate<String> refs, Function<Change, Optional<T>> kept) {
        TopicSpec topic = topics.changes(entity);
        AvroDecoder<GenericRecord> decoder = AvroCodec.generic(registry, topic).decoder();
        return read(new TopicReader(consumer(), topic.name()), decoder, refs, value -> {
            Change change = Change.of(value);
            return change.after() == null ? Optional.empty() : kept.apply(change);
        });
    }

    private <T extends SpecificRecord> Optional<T> ofKey(TopicSpec topic, Class<T> type, String key) {
        TopicReader reader = TopicReader.ofKey(consumer(), topic.name(), key);
        return read(reader, type, key::equals).stream().findFirst();
    }

    private org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer() {
        return TopicReader.consumer(target.bootstrap());
    }

    private <T extends SpecificRecord> List<T> read(TopicReader reader, Class<T> type, Predicate<String> keys) {
        return read(reader, AvroDecoder.specific(registry, type), keys, Optional::of);
    }

    private static <V, T> List<T> read(
            TopicReader reader, AvroDecoder<V> decoder, Predicate<String> keys, Function<V, Optional<T>> kept) {
        Map<String, T> newest = new HashMap<>();
        try (reader) {
            reader.eachFromStart(record -> {
                if (record.key() != null && keys.test(record.key())) {
                    Optional.ofNullable(record.value())
                            .flatMap(bytes -> decode(decoder, bytes))
                            .flatMap(kept)
                            .ifPresentOrElse(
                                    value -> newest.put(record.key(), value), () -> newest.remove(record.key()));
                }
            });
        }
        return new ArrayList<>(newest.values());
    }

    private static <T> Optional<T> decode(AvroDecoder<T> decoder, byte[] bytes) {
        try {
            return Optional.of(decoder.decode(bytes));
        } catch (Undecodable e) {
            // What was put on the topic by hand is nobody's business here.
            return Optional.empty();
        }
    }
}
