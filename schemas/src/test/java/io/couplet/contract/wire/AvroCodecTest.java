package io.couplet.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.ChangeSchemas;
import io.couplet.contract.DirectoryInput;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.ReleaseHeld;
import io.couplet.contract.TopicSpec;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AvroCodecTest {

    private final Catalogue catalogue = new Catalogue("couplet", EntityCatalogue.shipped());
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final TopicSpec topic = catalogue.directoryInputs();
    private final AvroCodec<DirectoryInput> codec = AvroCodec.specific(registry, topic, DirectoryInput.class);

    @BeforeEach
    void register() {
        new SchemaRegistration(registry).register(catalogue);
    }

    @Test
    void theBytesAreMagicThenIdThenAvro() {
        byte[] bytes = codec.encode(releaseHeld("m"));

        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        assertThat(buffer.get()).isZero();
        assertThat(buffer.getInt()).isEqualTo(registry.id(topic.subject(), topic.valueSchema()));
        // "m" has length 1 (zig-zag: 2); ReleaseHeld is branch 12 of the union (24); "bob" has length 3 (6)
        assertThat(Arrays.copyOfRange(bytes, 5, bytes.length)).containsExactly(2, 'm', 24, 6, 'b', 'o', 'b');
    }

    @Test
    void aLargeIdUsesAllFourBytes() {
        byte[] bytes = {0, (byte) 0x81, 0x02, (byte) 0xf3, 0x04};

        assertThat(WireFormat.readId(bytes)).isEqualTo(0x8102f304);
    }

    @Test
    void aChangeComesBackAsItWas() {
        TopicSpec customers = catalogue.changes("erp/customer");
        AvroCodec<GenericRecord> changes = AvroCodec.generic(registry, customers);
        GenericRecord customer = new GenericData.Record(ChangeSchemas.after(customers.valueSchema()));
        customer.put("name", "Adatum");
        customer.put("systemModifiedAt", Instant.parse("2026-11-20T10:00:00.123456Z"));
        customer.put("creditLimitLcy", new BigDecimal("12.5"));
        Instant now = Instant.parse("2026-11-20T10:00:01Z");
        Change change =
                new Change(ChangeOp.UPDATED, "erp/C/customer/1", 7, 8, 6L, null, "anna", now, now, now, customer);

        Change read = Change.of(changes.decode(changes.encode(change.toRecord(customers.valueSchema()))));

        assertThat(read.op()).isEqualTo(ChangeOp.UPDATED);
        assertThat(read.previousVersion()).isEqualTo(6L);
        assertThat(read.createdBy()).isNull();
        assertThat(read.modifiedAt()).isEqualTo(now);
        GenericRecord after = read.after();
        assertThat(after).isNotNull();
        assertThat(after.get("name")).isEqualTo("Adatum");
        assertThat(after.get("systemModifiedAt")).isEqualTo(Instant.parse("2026-11-20T10:00:00.123456Z"));
        assertThat((BigDecimal) after.get("creditLimitLcy")).isEqualByComparingTo("12.5");
    }

    @Test
    void bytesOfAnotherFormatAreRefused() {
        assertThatThrownBy(() -> codec.decode("{\"no\": \"avro\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(Undecodable.class)
                .hasMessageContaining("not written in the Confluent wire format");
        assertThatThrownBy(() -> codec.decode(new byte[] {0, 0, 1}))
                .isInstanceOf(Undecodable.class)
                .hasMessageContaining("only 3 bytes");
    }

    @Test
    void anUnknownIdIsRefused() {
        assertThatThrownBy(() -> codec.decode(new byte[] {0, 0, 0, 99, 2, 2}))
                .isInstanceOf(Undecodable.class)
                .hasMessageContaining("no schema has the id 25346");
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] bytes = codec.encode(releaseHeld("mapping"));

        IntStream.range(0, bytes.length)
                .forEach(length -> assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, length)))
                        .as("cut to " + length + " bytes")
                        .isInstanceOf(Undecodable.class));
    }

    @Test
    void bytesLeftOverAreRefused() {
        byte[] bytes = codec.encode(releaseHeld("mapping"));

        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(Undecodable.class)
                .hasMessageContaining("left over");
    }

    @Test
    void aLengthThatLiesDoesNotTakeTheMemory() {
        byte[] bytes = Arrays.copyOf(codec.encode(releaseHeld("mapping")), 12);
        // the length of the first text: 2^31 - 10
        System.arraycopy(new byte[] {(byte) 0xec, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f}, 0, bytes, 5, 5);

        assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(Undecodable.class);
    }

    @Test
    void aRecordOfAnotherContractIsRefused() {
        AvroCodec<GenericRecord> audits = AvroCodec.generic(registry, catalogue.audit());
        byte[] bytes = codec.encode(releaseHeld("mapping"));

        assertThatThrownBy(() -> audits.decode(bytes)).isInstanceOf(Undecodable.class);
    }

    @Test
    void aFailureDoesNotSpoilTheNextValue() {
        byte[] good = codec.encode(releaseHeld("good"));
        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(good, 8))).isInstanceOf(Undecodable.class);

        assertThat(codec.decode(good)).isEqualTo(releaseHeld("good"));
    }

    @Test
    void anIncompleteValueIsABugAndDoesNotSpoilTheNextOne() {
        Schema schema = topic.valueSchema();
        AvroCodec<GenericRecord> generic = AvroCodec.generic(registry, topic);
        GenericRecord incomplete = new GenericData.Record(schema);
        incomplete.put("mapping", "half");

        assertThatThrownBy(() -> generic.encode(incomplete))
                .isInstanceOfAny(AvroRuntimeException.class, NullPointerException.class);

        assertThat(codec.encode(releaseHeld("m"))).hasSize(12);
    }

    @Test
    void anOlderRecordIsReadWithThePresentSchema() {
        Schema old = version("a");
        Schema present = SchemaBuilder.record("R")
                .fields()
                .requiredString("a")
                .optionalString("b")
                .endRecord();
        int id = registry.register("r-value", old);
        registry.register("r-value", present);
        byte[] bytes = {0, 0, 0, 0, (byte) id, 2, 'x'};

        GenericRecord read = AvroDecoder.generic(registry, present).decode(bytes);

        assertThat(read.get("a")).isEqualTo("x");
        assertThat(read.get("b")).isNull();
        assertThat(AvroDecoder.asWritten(registry).decode(bytes).getSchema()).isEqualTo(old);
    }

    @Test
    void anUnregisteredContractIsNamed() {
        AvroCodec<DirectoryInput> unregistered =
                AvroCodec.specific(new InMemoryRegistry(), topic, DirectoryInput.class);

        assertThatThrownBy(() -> unregistered.encode(releaseHeld("m")))
                .isInstanceOf(SchemaNotRegistered.class)
                .hasMessageContaining("couplet.directory-inputs-value");
    }

    @Test
    void manyThreadsMayShareOne() {
        assertThat(IntStream.range(0, 2000).parallel().mapToObj(i -> releaseHeld("m" + i)))
                .allSatisfy(
                        value -> assertThat(codec.decode(codec.encode(value))).isEqualTo(value));
    }

    @Test
    void tombstonesStayNull() {
        Serde<DirectoryInput> serde = AvroSerdes.serde(codec);

        assertThat(serde.serializer().serialize(topic.name(), null)).isNull();
        assertThat(serde.deserializer().deserialize(topic.name(), (byte[]) null))
                .isNull();
        assertThat(serde.deserializer()
                        .deserialize(topic.name(), serde.serializer().serialize(topic.name(), releaseHeld("m"))))
                .isEqualTo(releaseHeld("m"));
    }

    private static Schema version(String field) {
        return SchemaBuilder.record("R").fields().requiredString(field).endRecord();
    }

    private static DirectoryInput releaseHeld(String mapping) {
        return new DirectoryInput(mapping, new ReleaseHeld("bob"));
    }
}
