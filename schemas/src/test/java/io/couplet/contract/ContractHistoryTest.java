package io.couplet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.wire.RandomRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Topics are replayed from their beginning, so every released version must stay readable. */
final class ContractHistoryTest {

    /** Names the version to write: see schemas/README.md. */
    private static final String RELEASE = "contract.release";

    @BeforeAll
    static void releaseIfAsked() throws IOException {
        String version = System.getProperty(RELEASE);
        if (version != null) {
            ContractHistory.release(version);
        }
    }

    static List<String> versions() {
        return ContractHistory.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyReleasedContractCanStillBeRead(String version) {
        List<String> problems = new ArrayList<>();
        Map<String, Schema> present = ContractHistory.present();
        ContractHistory.released(version).forEach((topic, released) -> {
            Schema now = present.get(topic);
            if (now == null) {
                problems.add(topic + ": the topic is gone");
            } else {
                incompatibilities(now, released).forEach(problem -> problems.add(topic + ": " + problem));
            }
        });

        assertThat(problems).as("""
                        Records written with contracts %s cannot be read with the present ones. New fields need a default; \
                        fields, symbols and branches that were released stay. See schemas/README.md, "Changing a contract".\
                        """.formatted(version)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aRecordOfEveryReleasedContractIsReadWithThePresentOne(String version) throws IOException {
        Map<String, Schema> present = ContractHistory.present();
        for (Map.Entry<String, Schema> released :
                ContractHistory.released(version).entrySet()) {
            Arbitrary<GenericRecord> records = RandomRecords.of(released.getValue());
            byte[] bytes = write(records.sample(), released.getValue());

            Schema now = Objects.requireNonNull(present.get(released.getKey()), released.getKey());

            assertThat(read(bytes, released.getValue(), now))
                    .as(released.getKey())
                    .isNotNull();
        }
    }

    @Test
    void everyTopicHasBeenReleasedOnce() {
        List<String> released = ContractHistory.versions().stream()
                .flatMap(version -> ContractHistory.released(version).keySet().stream())
                .toList();

        assertThat(released)
                .as("contracts in history; release the new ones as schemas/README.md says")
                .containsAll(ContractHistory.present().keySet());
    }

    private static List<String> incompatibilities(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return List.of();
        }
        return result.getResult().getIncompatibilities().stream()
                .map(problem -> problem.getLocation() + " " + problem.getType() + " " + problem.getMessage())
                .toList();
    }

    private static byte[] write(GenericRecord record, Schema schema) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema, RandomRecords.model()).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static GenericRecord read(byte[] bytes, Schema writer, Schema reader) throws IOException {
        return new GenericDatumReader<GenericRecord>(writer, reader, RandomRecords.model())
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
