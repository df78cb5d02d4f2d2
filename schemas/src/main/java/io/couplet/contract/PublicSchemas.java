package io.couplet.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.avro.Schema;

/** Schemas as others see them: without the hints that only our code generator needs. */
final class PublicSchemas {

    private static final String HINT = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublicSchemas() {}

    /** The same schema without hints to Java; its binary form is the same. */
    static Schema of(Schema generated) {
        try {
            return new Schema.Parser()
                    .parse(withoutHints(JSON.readTree(generated.toString())).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("schema " + generated.getFullName() + " does not print as JSON", e);
        }
    }

    private static JsonNode withoutHints(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean hinted = object.remove(HINT) != null;
            if (hinted && object.size() == 1) {
                return TextNode.valueOf(object.get("type").asText());
            }
            object.properties().forEach(entry -> entry.setValue(withoutHints(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutHints(array.get(i)));
            }
        }
        return node;
    }
}
