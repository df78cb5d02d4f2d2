package io.couplet.contract.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Records of any of our schemas, filled by chance with values as the generic codecs take them. */
public final class RandomRecords {

    private static final int MAX_ITEMS = 3;
    private static final int MAX_TEXT = 40;

    private RandomRecords() {}

    public static GenericData model() {
        return AvroModels.genericModel();
    }

    public static Arbitrary<GenericRecord> of(Schema schema) {
        var builder = Builders.withBuilder(() -> new GenericData.Record(schema));
        for (Schema.Field field : schema.getFields()) {
            builder = builder.use(value(field.schema())).in((record, value) -> {
                record.put(field.pos(), value);
                return record;
            });
        }
        return builder.build(record -> record);
    }

    private static Arbitrary<@Nullable Object> value(Schema schema) {
        return switch (schema.getType()) {
            case NULL -> Arbitraries.just(true).injectNull(1).map(value -> value);
            case BOOLEAN -> Arbitraries.of(true, false).map(value -> value);
            case STRING -> Arbitraries.strings().ofMaxLength(MAX_TEXT).map(value -> value);
            case INT -> integer(schema);
            case LONG -> number(schema);
            case BYTES -> bytes(schema);
            case ENUM ->
                Arbitraries.of(schema.getEnumSymbols()).map(symbol -> new GenericData.EnumSymbol(schema, symbol));
            case RECORD -> of(schema).map(record -> record);
            case ARRAY ->
                value(schema.getElementType()).list().ofMaxSize(MAX_ITEMS).map(list -> list);
            case UNION -> Arbitraries.oneOf(branches(schema));
            default -> throw new IllegalArgumentException("our contracts do not use " + schema.getType());
        };
    }

    private static List<Arbitrary<@Nullable Object>> branches(Schema union) {
        return union.getTypes().stream().map(RandomRecords::value).toList();
    }

    private static Arbitrary<@Nullable Object> integer(Schema schema) {
        Arbitrary<Integer> numbers = Arbitraries.integers();
        return schema.getLogicalType() instanceof LogicalTypes.Date
                ? numbers.map(LocalDate::ofEpochDay)
                : numbers.map(value -> value);
    }

    private static Arbitrary<@Nullable Object> number(Schema schema) {
        Arbitrary<Long> numbers = Arbitraries.longs();
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMicros
                ? numbers.map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS))
                : numbers.map(value -> value);
    }

    private static Arbitrary<@Nullable Object> bytes(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return Arbitraries.longs().map(value -> new BigDecimal(BigInteger.valueOf(value), decimal.getScale()));
        }
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(MAX_TEXT).map(ByteBuffer::wrap);
    }
}
