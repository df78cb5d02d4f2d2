package io.couplet.cli;

import io.couplet.contract.Change;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.SchemaRegistry;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes records to topics, as the applications do. */
record Writer(Producer<String, byte[]> producer, SchemaRegistry registry) implements AutoCloseable {

    <T extends SpecificRecord> void write(TopicSpec topic, String key, T value) {
        AvroEncoder<T> encoder = AvroEncoder.specific(registry, topic);
        var unused = producer.send(new ProducerRecord<>(topic.name(), key, encoder.encode(value)));
    }

    /** One version of a record. */
    void write(TopicSpec topic, Change change) {
        AvroEncoder<GenericRecord> encoder = AvroEncoder.generic(registry, topic);
        byte[] value = encoder.encode(change.toRecord(topic.valueSchema()));
        var unused = producer.send(new ProducerRecord<>(topic.name(), change.ref(), value));
    }

    @Override
    public void close() {
        producer.close();
    }
}
