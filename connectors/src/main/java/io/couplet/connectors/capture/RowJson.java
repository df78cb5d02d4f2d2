package io.couplet.connectors.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A row as JSON, for people who look into a dead letter. */
final class RowJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RowJson() {}

    static byte[] of(SourceRecord record) {
        try {
            return JSON.writeValueAsBytes(plain(record.value()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and maps can always be written", impossible);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Struct struct) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (Field field : struct.schema().fields()) {
                map.put(field.name(), plain(struct.get(field)));
            }
            return map;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
