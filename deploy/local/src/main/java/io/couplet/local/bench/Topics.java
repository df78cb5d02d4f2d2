package io.couplet.local.bench;

import io.couplet.contract.Catalogue;
import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.Side;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.local.stack.Endpoints;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** What the bench reads from the topics of the running pipeline. Not thread-safe. */
final class Topics implements AutoCloseable {
    private static final String PREFIX = "couplet";
    private static final String MAPPING = "customer-account";

    private final Catalogue catalogue = new Catalogue(PREFIX, EntityCatalogue.shipped());
    private final SchemaRegistry registry;
    private final TopicReader reader;

    Topics(Endpoints endpoints) {
        this.registry = new ConfluentRegistry(endpoints.registry());
        this.reader = new TopicReader(endpoints.bootstrap());
    }

    /** The customers and accounts that are coupled now. */
    List<Pair> coupledPairs() {
        String topic = catalogue.couplings().name();
        AvroDecoder<Coupling> decoder = AvroDecoder.specific(registry, Coupling.class);
        Map<String, Pair> pairs = new HashMap<>();
        reader.read(topic, reader.beginnings(List.of(topic)), reader.ends(List.of(topic)), message -> {
            Coupling coupling = message.value() == null ? null : decoder.decode(message.value());
            if (coupling != null
                    && coupling.getMapping().equals(MAPPING)
                    && coupling.getState() == CouplingState.ACTIVE) {
                pairs.put(message.key(), pair(coupling));
            } else {
                pairs.remove(message.key());
            }
        });
        return List.copyOf(pairs.values());
    }

    /** How the couplings came in step for the first time, by mapping, those that were first in front. */
    List<LoadRow> firstLoad() {
        String topic = catalogue.couplings().name();
        AvroDecoder<Coupling> decoder = AvroDecoder.specific(registry, Coupling.class);
        Set<UUID> seen = new HashSet<>();
        Map<String, LoadRow> rows = new HashMap<>();
        reader.read(topic, reader.beginnings(List.of(topic)), reader.ends(List.of(topic)), message -> {
            Coupling coupling = message.value() == null ? null : decoder.decode(message.value());
            if (coupling != null
                    && coupling.getState() == CouplingState.ACTIVE
                    && seen.add(UUID.fromString(message.key()))) {
                Instant at = Instant.ofEpochMilli(message.timestamp());
                rows.merge(
                        coupling.getMapping(),
                        new LoadRow(coupling.getMapping(), 1, at, at),
                        (row, one) -> row.and(at));
            }
        });
        return rows.values().stream()
                .sorted(Comparator.comparing(LoadRow::first))
                .toList();
    }

    /** How far the topics that tell about a run have come. */
    Map<TopicPartition, Long> mark() {
        return reader.ends(List.of(
                catalogue.pairInputs().name(),
                changes(Side.ERP).name(),
                changes(Side.CRM).name(),
                catalogue.setAside().name(),
                catalogue.deadLetters().name()));
    }

    /** Where the time went of what travelled that way since the mark. */
    StageTimes stages(Direction direction, Map<TopicPartition, Long> since) {
        Map<TopicPartition, Long> now = mark();
        StageReading reading = new StageReading(direction, registry);
        TopicSpec changes = changes(direction.source());
        reading.startChanges(changes);
        reader.read(changes.name(), since, now, message -> reading.change(message.value()));
        reader.read(catalogue.pairInputs().name(), since, now, message -> reading.pairInput(message.value()));
        return reading.times();
    }

    /** How many notes about records that cannot go on, or bytes that could not be used, have been written since the mark. */
    long troubles(Map<TopicPartition, Long> since) {
        List<String> topics =
                List.of(catalogue.setAside().name(), catalogue.deadLetters().name());
        return reader.ends(topics).entrySet().stream()
                .mapToLong(end -> end.getValue() - since.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    private TopicSpec changes(Side side) {
        return catalogue.changes(
                switch (side) {
                    case ERP -> "erp/customer";
                    case CRM -> "crm/account";
                });
    }

    private static Pair pair(Coupling coupling) {
        return new Pair(id(coupling.getErp().getRef()), id(coupling.getCrm().getRef()));
    }

    private static UUID id(String ref) {
        Objects.requireNonNull(ref, "an active coupling has both records");
        return UUID.fromString(ref.substring(ref.lastIndexOf('/') + 1));
    }

    @Override
    public void close() {
        reader.close();
    }
}
