package io.couplet.e2e.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.couplet.contract.EntityField;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.binding.EntityBinding;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are read, which come as JSON.
 *
 * @param prefix of the references of its rows
 * @param company whose rows they are, blank in the CRM
 * @param entity what they are
 * @param binding the columns of the table
 */
record TableShape(String prefix, String company, EntitySchema entity, EntityBinding binding) {

    /** The reference of a row. */
    RecordRef ref(JsonNode row) {
        return new RecordRef(prefix + row.path(binding.id()).asText());
    }

    /** The version of a row. */
    Version version(JsonNode row) {
        return Version.of(row.path(binding.version()).asLong());
    }

    /** Who created a row, null where it does not say. */
    @Nullable
    String createdBy(JsonNode row) {
        return row.path(binding.createdBy()).asText(null);
    }

    /** Who wrote this version, null where it does not say. */
    @Nullable
    String modifiedBy(JsonNode row) {
        return row.path(binding.modifiedBy()).asText(null);
    }

    /** When this version was written. */
    Instant modifiedAt(JsonNode row) {
        return OffsetDateTime.parse(row.path(binding.modifiedAt()).asText()).toInstant();
    }

    /** The fields that are not blank. */
    Map<String, Value> fields(JsonNode row) {
        Map<String, Value> fields = new TreeMap<>();
        binding.companyFields().forEach(field -> fields.put(field, Value.text(company)));
        binding.columns().forEach((name, column) -> {
            JsonNode stored = row.path(column);
            Optional<EntityField> field = entity.field(name);
            if (field.isPresent() && !stored.isNull() && !stored.isMissingNode()) {
                Value value = value(field.get(), stored);
                if (!value.isBlank()) {
                    fields.put(name, value);
                }
            }
        });
        return fields;
    }

    /** The fields that differ between two versions; {@code before} is null for the first one. */
    Set<String> changed(@Nullable JsonNode before, JsonNode after) {
        Set<String> changed = new HashSet<>();
        binding.columns().forEach((name, column) -> {
            boolean blank = after.path(column).asText("").isEmpty();
            if (before == null ? !blank : !before.path(column).equals(after.path(column))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static Value value(EntityField field, JsonNode stored) {
        return switch (field.type()) {
            case STRING -> Value.text(stored.asText());
            case BOOLEAN -> Value.truth(stored.booleanValue());
            case INT, LONG -> Value.whole(stored.longValue());
            case DECIMAL -> Value.number(new BigDecimal(stored.asText()));
            case TIMESTAMP ->
                new Value.Time(OffsetDateTime.parse(stored.asText()).toInstant());
            case DATE -> new Value.Day(LocalDate.parse(stored.asText()));
        };
    }
}
