package io.couplet.connectors.apply;

import io.couplet.connectors.kafka.DeadLetters;
import io.couplet.connectors.kafka.DeadLetters.Remains;
import io.couplet.connectors.kafka.Delivery;
import io.couplet.connectors.kafka.Outbox;
import io.couplet.contract.Catalogue;
import io.couplet.contract.CommandResult;
import io.couplet.contract.PairInput;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.SchemaRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Sends answers to the couplings that asked. */
final class KafkaResultSink implements ResultSink {

    static final String STAGE = "apply";

    private final Outbox outbox;
    private final String topic;
    private final AvroEncoder<PairInput> encoder;
    private final DeadLetters deadLetters;

    KafkaResultSink(Outbox outbox, Catalogue catalogue, SchemaRegistry registry, DeadLetters deadLetters) {
        this.outbox = outbox;
        this.topic = catalogue.pairInputs().name();
        this.encoder = AvroEncoder.specific(registry, catalogue.pairInputs());
        this.deadLetters = deadLetters;
    }

    @Override
    public Delivery publish(List<CommandResult> results, List<CommandBatch.Unusable> unusable) {
        for (CommandResult result : results) {
            PairInput input = new PairInput(result.getCommand().getMapping(), result);
            outbox.send(topic, result.getCommand().getCoupling(), encoder.encode(input));
        }
        for (CommandBatch.Unusable each : unusable) {
            ConsumerRecord<byte[], byte[]> origin = each.origin();
            deadLetters.send(
                    outbox,
                    new Remains(origin.topic(), origin.partition(), origin.offset(), origin.key(), origin.value()),
                    STAGE,
                    each.cause());
        }
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
