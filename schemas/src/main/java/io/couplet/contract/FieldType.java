package io.couplet.contract;

import java.util.Optional;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The types that a field of an entity may have. */
public enum FieldType {
    STRING,
    BOOLEAN,
    /** Also the values of options. */
    INT,
    LONG,
    /** Read and written as {@link java.math.BigDecimal}. */
    DECIMAL,
    /** A moment in microseconds; read and written as {@link java.time.Instant}. */
    TIMESTAMP,
    /** A calendar day; read and written as {@link java.time.LocalDate}. */
    DATE;

    /** The type that this Avro schema (not a union) stands for; empty if entities cannot have it. */
    static Optional<FieldType> of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case STRING -> Optional.of(STRING);
            case BOOLEAN -> Optional.of(BOOLEAN);
            case INT -> Optional.of(logical instanceof LogicalTypes.Date ? DATE : INT);
            case LONG -> Optional.of(logical instanceof LogicalTypes.TimestampMicros ? TIMESTAMP : LONG);
            case BYTES -> logical instanceof LogicalTypes.Decimal ? Optional.of(DECIMAL) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
