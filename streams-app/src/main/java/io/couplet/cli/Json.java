package io.couplet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Reads what the applications serve, which may be newer than this command. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Json() {}

    /** @throws Unreachable if it is none of ours */
    static JsonNode parse(HttpSource source, String path) {
        String text = source.get(path);
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw notOurs(source, e);
        }
    }

    /** @throws Unreachable if it is none of ours */
    static <T> T as(Class<T> type, JsonNode node, HttpSource source) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw notOurs(source, e);
        }
    }

    static String print(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records print as JSON", e);
        }
    }

    private static Unreachable notOurs(HttpSource source, JsonProcessingException cause) {
        return new Unreachable(
                "what answers at " + source.base() + " is not " + source.name() + " (" + cause.getOriginalMessage()
                        + ")",
                cause);
    }
}
