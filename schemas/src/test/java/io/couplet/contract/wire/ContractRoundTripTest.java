package io.couplet.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Audit;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Command;
import io.couplet.contract.Control;
import io.couplet.contract.Coupling;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.DirectoryInput;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.Job;
import io.couplet.contract.Ownership;
import io.couplet.contract.PairInput;
import io.couplet.contract.SetAside;
import io.couplet.contract.Side;
import io.couplet.contract.TopicSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;

final class ContractRoundTripTest {

    private final Catalogue catalogue = new Catalogue("couplet", EntityCatalogue.shipped());
    private final List<TopicSpec> topics =
            catalogue.all().stream().filter(topic -> topic.value().isPresent()).toList();
    private final Map<TopicSpec, Class<? extends SpecificRecord>> generated = Map.ofEntries(
            Map.entry(catalogue.pairInputs(), PairInput.class),
            Map.entry(catalogue.directoryInputs(), DirectoryInput.class),
            Map.entry(catalogue.commands(Side.ERP), Command.class),
            Map.entry(catalogue.couplings(), Coupling.class),
            Map.entry(catalogue.ownership(), Ownership.class),
            Map.entry(catalogue.setAside(), SetAside.class),
            Map.entry(catalogue.audit(), Audit.class),
            Map.entry(catalogue.control(), Control.class),
            Map.entry(catalogue.jobs(), Job.class),
            Map.entry(catalogue.deadLetters(), DeadLetter.class));
    private final InMemoryRegistry registry = new InMemoryRegistry();

    ContractRoundTripTest() {
        int subjects = new SchemaRegistration(registry).register(catalogue);
        assertThat(subjects).isEqualTo(topics.size());
    }

    @Property(tries = 600)
    void whatIsWrittenIsRead(@ForAll("values") Value value) {
        AvroCodec<GenericRecord> codec = AvroCodec.generic(registry, value.topic());

        GenericRecord read = codec.decode(codec.encode(value.record()));

        // Avro's own equals does not know our representation of moments and decimals
        assertThat(RandomRecords.model()
                        .compare(read, value.record(), value.topic().valueSchema()))
                .isZero();
    }

    @Property(tries = 600)
    void generatedClassesAndGenericRecordsWriteTheSameBytes(@ForAll("generatedValues") Value value) {
        byte[] bytes = AvroCodec.generic(registry, value.topic()).encode(value.record());

        assertThat(throughClass(value.topic(), bytes)).isEqualTo(bytes);
    }

    @Provide
    Arbitrary<Value> values() {
        return Arbitraries.of(topics).flatMap(ContractRoundTripTest::ofTopic);
    }

    @Provide
    Arbitrary<Value> generatedValues() {
        return Arbitraries.of(generated.keySet()).flatMap(ContractRoundTripTest::ofTopic);
    }

    private static Arbitrary<Value> ofTopic(TopicSpec topic) {
        return RandomRecords.of(topic.valueSchema()).map(record -> new Value(topic, record));
    }

    private byte[] throughClass(TopicSpec topic, byte[] bytes) {
        return throughClass(topic, Objects.requireNonNull(generated.get(topic)), bytes);
    }

    private <T extends SpecificRecord> byte[] throughClass(TopicSpec topic, Class<T> type, byte[] bytes) {
        AvroCodec<T> codec = AvroCodec.specific(registry, topic, type);
        return codec.encode(codec.decode(bytes));
    }

    record Value(TopicSpec topic, GenericRecord record) {}
}
