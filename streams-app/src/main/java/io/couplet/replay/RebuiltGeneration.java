package io.couplet.replay;

import static java.util.Objects.requireNonNull;

import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroCodec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.RegistryUnreachable;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.wire.CapturedChange;
import io.couplet.wire.LoadedMappings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * A new generation of all states, made of what the topics hold: the decisions on {@code couplings} and {@code ownership}, and the newest
 * version of each record on its change topic. Changes that the running pipeline could not use either are left out.
 */
public final class RebuiltGeneration implements Generation {
    private final LoadedMappings mappings;
    private final Catalogue topics;
    private final SchemaRegistry registry;
    private final PublishedOnDisk published;
    private long unusable;

    /** Without states. */
    public RebuiltGeneration(LoadedMappings mappings, Catalogue topics, SchemaRegistry registry, Tables tables) {
        this.mappings = mappings;
        this.topics = topics;
        this.registry = registry;
        this.published = new PublishedOnDisk(mappings.all(), registry, tables);
    }

    /** Who is to read which topic. Throws {@link io.couplet.contract.wire.RegistryUnreachable} while reading if that is so. */
    public Map<String, Scan.Reader> readers() {
        Map<String, Scan.Reader> readers = new HashMap<>();
        readers.put(topics.couplings().name(), published::coupling);
        readers.put(topics.ownership().name(), published::ownership);
        topics.changes().forEach((entity, topic) -> {
            if (!mappings.of(entity).isEmpty()) {
                readers.put(topic.name(), changes(entity, topic));
            }
        });
        return readers;
    }

    private Scan.Reader changes(String entity, TopicSpec topic) {
        AvroDecoder<GenericRecord> decoder = AvroCodec.generic(registry, topic).decoder();
        return (key, value) -> {
            for (Seen seen : seen(entity, decoder, key, value)) {
                published.captured(seen.mapping(), seen.ref(), seen.image());
            }
        };
    }

    /** What one mapping sees of a change. */
    private record Seen(Mapping mapping, RecordRef ref, Image image) {}

    /** As in the running pipeline: whatever goes wrong is laid at the door of the one change, and what was seen before stands. */
    private List<Seen> seen(
            String entity, AvroDecoder<GenericRecord> decoder, @Nullable String key, byte @Nullable [] value) {
        List<Seen> seen = new ArrayList<>(1);
        try {
            CapturedChange change = new CapturedChange(entity, Change.of(decoder.decode(requireNonNull(value))));
            if (!change.endsSnapshot()) {
                see(change, key, seen);
            }
        } catch (RegistryUnreachable e) {
            throw e;
        } catch (RuntimeException e) {
            unusable++;
        }
        return seen;
    }

    private void see(CapturedChange change, @Nullable String key, List<Seen> seen) {
        RecordRef ref = change.ref();
        if (!ref.text().equals(key) || !ref.entity().equals(change.entity())) {
            throw new IllegalArgumentException("the record's key, reference and topic name different records");
        }
        for (Mapping mapping : mappings.covering(ref)) {
            seen.add(new Seen(mapping, ref, change.image(mapping)));
        }
    }

    /** How many changes could not be used. */
    public long unusable() {
        return unusable;
    }

    @Override
    public void into(States states) {
        new Rebuild(mappings.all(), published).into(states);
    }
}
