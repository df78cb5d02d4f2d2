package io.couplet.wire;

import io.couplet.contract.Audit;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.Control;
import io.couplet.contract.Coupling;
import io.couplet.contract.DirectoryInput;
import io.couplet.contract.Ownership;
import io.couplet.contract.PairInput;
import io.couplet.contract.SetAside;
import io.couplet.contract.SumInput;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroCodec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The values of the topics, between bytes and what the processors work with. Deserializers throw {@link
 * io.couplet.contract.wire.Undecodable}, {@link UnknownMapping} or {@link IllegalArgumentException} for values that nobody can use. Safe for
 * any thread.
 */
public final class TopicCodecs {
    private final SchemaRegistry registry;
    private final Catalogue topics;
    private final PairInputs pairInputs;
    private final DirectoryInputs directoryInputs;
    private final ControlRequests requests;
    private final SumInputs sumInputs;

    /** The values of these topics, about these mappings and aggregates. */
    public TopicCodecs(
            SchemaRegistry registry, Catalogue topics, LoadedMappings mappings, LoadedAggregates aggregates) {
        this.registry = registry;
        this.topics = topics;
        this.pairInputs = new PairInputs(mappings);
        this.directoryInputs = new DirectoryInputs(mappings);
        this.requests = new ControlRequests(mappings);
        this.sumInputs = new SumInputs(aggregates);
    }

    /** Of all change topics. */
    public Deserializer<DirectoryInbox> changes() {
        Map<String, Deserializer<DirectoryInbox>> byTopic = new HashMap<>();
        topics.changes().forEach((entity, topic) -> {
            AvroCodec<GenericRecord> codec = AvroCodec.generic(registry, topic);
            byTopic.put(
                    topic.name(),
                    reading(
                            codec.decoder(),
                            record -> new DirectoryInbox.Captured(new CapturedChange(entity, Change.of(record)))));
        });
        return (topic, bytes) -> {
            Deserializer<DirectoryInbox> deserializer = byTopic.get(topic);
            if (deserializer == null) {
                throw new IllegalStateException(topic + " is not a change topic");
            }
            return deserializer.deserialize(topic, bytes);
        };
    }

    /** Of directory-inputs. */
    public Deserializer<DirectoryInbox> directoryInputs() {
        return reading(AvroDecoder.specific(registry, DirectoryInput.class), directoryInputs::fromAvro);
    }

    /** Of directory-inputs. */
    public Serializer<DirectoryInbox.Told> toDirectory() {
        return writing(topics.directoryInputs(), DirectoryInputs::toAvro);
    }

    /** Of control. */
    public Deserializer<DirectoryInbox> control() {
        return reading(AvroDecoder.specific(registry, Control.class), requests::fromAvro);
    }

    /** Of pair-inputs. */
    public Deserializer<PairInbox> pairInputs() {
        return reading(AvroDecoder.specific(registry, PairInput.class), pairInputs::fromAvro);
    }

    /** Of pair-inputs. */
    public Serializer<PairInbox> toPair() {
        return writing(topics.pairInputs(), PairInputs::toAvro);
    }

    /** Of sum-inputs. */
    public Deserializer<SumInbox> sumInputs() {
        return reading(AvroDecoder.specific(registry, SumInput.class), sumInputs::fromAvro);
    }

    /** Of sum-inputs. */
    public Serializer<SumInbox> toSums() {
        return writing(topics.sumInputs(), SumInputs::toAvro);
    }

    /** Of the change topics in which sums are shown. */
    public Serializer<ShownSums> sums() {
        Map<String, AvroEncoder<GenericRecord>> encoders = new ConcurrentHashMap<>();
        return (name, shown) -> {
            TopicSpec topic = shown.topic(topics);
            return encoders.computeIfAbsent(name, unknown -> AvroEncoder.generic(registry, topic))
                    .encode(shown.change(topic).toRecord(topic.valueSchema()));
        };
    }

    /** Of the commands to one side. */
    public Serializer<Command> commands(Side target) {
        io.couplet.contract.Side side = io.couplet.contract.Side.valueOf(target.name());
        return writing(topics.commands(side), Commands::toAvro);
    }

    /** Of couplings. */
    public Serializer<Coupling> couplings() {
        return writing(topics.couplings(), value -> value);
    }

    /** Of ownership. */
    public Serializer<Ownership> ownership() {
        return writing(topics.ownership(), value -> value);
    }

    /** Of set-aside. */
    public Serializer<SetAside> setAside() {
        return writing(topics.setAside(), value -> value);
    }

    /** Of audit. */
    public Serializer<Audit> audit() {
        return writing(topics.audit(), value -> value);
    }

    private static <A, D> Deserializer<D> reading(AvroDecoder<A> decoder, Function<A, ? extends D> meaning) {
        return (topic, bytes) -> bytes == null ? null : meaning.apply(decoder.decode(bytes));
    }

    private <A extends SpecificRecord, D> Serializer<D> writing(TopicSpec topic, Function<D, ? extends A> form) {
        AvroEncoder<A> encoder = AvroEncoder.specific(registry, topic);
        return (name, value) -> value == null ? null : encoder.encode(form.apply(value));
    }
}
