package io.couplet.topology;

import io.couplet.contract.DateValue;
import io.couplet.contract.DecimalValue;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.EntityField;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.FieldType;
import io.couplet.contract.TimeValue;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the two systems make of values: codes in capitals, texts of limited length, one Java type for each type of field. */
final class FieldRules {
    /** No system takes a text with this word in it. */
    static final String FORBIDDEN = "forbidden";

    private final EntityCatalogue entities;

    FieldRules(EntityCatalogue entities) {
        this.entities = entities;
    }

    /** The entity of a record. */
    EntitySchema entity(String ref) {
        int end = ref.lastIndexOf('/');
        return entities.get(ref.substring(0, 3) + ref.substring(ref.lastIndexOf('/', end - 1), end));
    }

    EntityField field(String ref, String name) {
        return entity(ref).field(name).orElseThrow();
    }

    /** A value as its field holds it; an empty text where it is blank. */
    static Object stored(EntityField field, @Nullable Object value) {
        Object plain = plain(field.type(), value);
        return field.code() && plain instanceof String text ? text.strip().toUpperCase(Locale.ROOT) : plain;
    }

    /** Why a value is not taken, in the system's words; null where it is. */
    static @Nullable String refusal(EntityField field, Object value) {
        if (value instanceof String text) {
            if (field.maxLength().isPresent()
                    && text.length() > field.maxLength().getAsInt()) {
                return field.name() + " is longer than " + field.maxLength().getAsInt();
            } else if (text.contains(FORBIDDEN)) {
                return field.name() + " holds a forbidden word";
            }
        }
        return null;
    }

    private static Object plain(FieldType type, @Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof DecimalValue decimal) {
            return new BigDecimal(decimal.getText());
        } else if (value instanceof TimeValue time) {
            return time.getAt();
        } else if (value instanceof DateValue day) {
            return LocalDate.ofEpochDay(day.getDay());
        } else if (value instanceof Long number && type == FieldType.INT) {
            return number.intValue();
        }
        return value;
    }

    /** A held value as commands and results have it. */
    static Object contract(Object value) {
        if (value instanceof BigDecimal number) {
            return new DecimalValue(number.toPlainString());
        } else if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof Instant time) {
            return new TimeValue(time);
        } else if (value instanceof LocalDate day) {
            return new DateValue((int) day.toEpochDay());
        }
        return value;
    }

    /** A held value in the words of the core. */
    static Value value(Object value) {
        if (value instanceof String text) {
            return Value.text(text);
        } else if (value instanceof Boolean truth) {
            return Value.truth(truth);
        } else if (value instanceof BigDecimal number) {
            return Value.number(number);
        } else if (value instanceof Instant time) {
            return new Value.Time(time);
        } else if (value instanceof LocalDate day) {
            return new Value.Day(day);
        }
        return Value.whole(((Number) value).longValue());
    }
}
