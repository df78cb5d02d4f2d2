package io.couplet.connectors.capture;

import io.couplet.connectors.kafka.DeadLetters;
import io.couplet.connectors.kafka.DeadLetters.Remains;
import io.couplet.connectors.kafka.Delivery;
import io.couplet.connectors.kafka.Outbox;
import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.SchemaRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Publishes changes to their topics, keyed by record. */
final class KafkaChangeSink implements ChangeSink {

    static final String STAGE = "capture";
    private static final int FROM_DATABASE = -1;

    private final Outbox outbox;
    private final SchemaRegistry registry;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final Map<String, AvroEncoder<GenericRecord>> encoders = new HashMap<>();

    KafkaChangeSink(Outbox outbox, SchemaRegistry registry, DeadLetters deadLetters, Clock clock) {
        this.outbox = outbox;
        this.registry = registry;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    @Override
    public void publish(TopicSpec topic, Change change) {
        outbox.send(topic.name(), change.ref(), encode(topic, change));
    }

    private byte[] encode(TopicSpec topic, Change change) {
        return encoders.computeIfAbsent(topic.name(), unknown -> AvroEncoder.generic(registry, topic))
                .encode(change.toRecord(topic.valueSchema()));
    }

    @Override
    public void deadLetter(TopicSpec topic, SourceRecord row, String cause) {
        long position =
                row.value() instanceof Struct value ? new SourceEvent(value, value.getStruct("source")).position() : 0L;
        Remains remains = new Remains(topic.name(), FROM_DATABASE, position, null, RowJson.of(row));
        deadLetters.send(outbox, remains, STAGE, cause);
    }

    @Override
    public void endSnapshot(Iterable<CapturedTable> tables, long position) {
        Map<String, TopicSpec> topics = new LinkedHashMap<>();
        tables.forEach(table -> topics.put(table.table().entityName(), table.topic()));
        topics.forEach((entity, topic) -> {
            for (int partition = 0; partition < outbox.partitions(topic.name()); partition++) {
                Change marker = marker(entity + "/snapshot-end/" + partition, position);
                outbox.send(topic.name(), partition, marker.ref(), encode(topic, marker));
            }
        });
    }

    private Change marker(String key, long position) {
        Instant now = clock.instant();
        return new Change(ChangeOp.SNAPSHOT_END, key, position, 0, null, null, null, null, now, now, null);
    }

    @Override
    public Delivery sealed() {
        return outbox.sealed();
    }

    @Override
    public void throwIfFailed() {
        outbox.throwIfFailed();
    }

    @Override
    public void flush() {
        outbox.flush();
    }
}
