package io.couplet.e2e.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.couplet.contract.EntityField;
import io.couplet.contract.EntitySchema;
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
 * @param binding what connectors are told of the table: names of columns
 */
record TableShape(String prefix, String company, EntitySchema entity, JsonNode binding) {

    /** The reference of a row. */
    RecordRef ref(JsonNode row) {
        return new RecordRef(prefix + stamp(row, "id"));
    }

    /** The version of a row. */
    Version version(JsonNode row) {
        return Version.of(row.path(binding.path("version").asText()).asLong());
    }

    /** Who created or modified a row; the key is that of the binding. */
    @Nullable
    String stamp(JsonNode row, String key) {
        return row.path(binding.path(key).asText()).asText(null);
    }

    /** When this version was written. */
    Instant modifiedAt(JsonNode row) {
        return OffsetDateTime.parse(
                        row.path(binding.path("modifiedAt").asText()).asText())
                .toInstant();
    }

    /** The fields that are not blank. */
    Map<String, Value> fields(JsonNode row) {
        Map<String, Value> fields = new TreeMap<>();
        binding.path("columns").properties().forEach(column -> {
            if (column.getValue().asText().equals("{company}")) {
                fields.put(column.getKey(), Value.text(company));
            }
            JsonNode stored = row.path(column.getValue().asText());
            Optional<EntityField> field = entity.field(column.getKey());
            if (field.isPresent() && !stored.isNull() && !stored.isMissingNode()) {
                Value value = value(field.get(), stored);
                if (!value.isBlank()) {
                    fields.put(column.getKey(), value);
                }
            }
        });
        return fields;
    }

    /** The fields that differ between two versions; {@code before} is null for the first one. */
    Set<String> changed(@Nullable JsonNode before, JsonNode after) {
        Set<String> changed = new HashSet<>();
        binding.path("columns").properties().forEach(column -> {
            String name = column.getValue().asText();
            boolean blank = after.path(name).asText("").isEmpty();
            if (before == null ? !blank : !before.path(name).equals(after.path(name))) {
                changed.add(column.getKey());
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
