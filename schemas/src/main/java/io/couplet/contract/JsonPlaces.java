package io.couplet.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the parts of a JSON text stand, by their pointers ({@code /fields/3/name}). Immutable. */
final class JsonPlaces {
    /** What an Avro file may have besides. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(JsonReadFeature.ALLOW_JAVA_COMMENTS, true)
            .build();

    private final String file;
    private final Map<String, JsonLocation> places = new HashMap<>();

    private JsonPlaces(String file) {
        this.file = file;
    }

    /** The places of a text, as far as it is JSON. */
    static JsonPlaces of(String file, String text) {
        JsonPlaces places = new JsonPlaces(file);
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                places.places.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(), parser.currentTokenLocation());
            }
        } catch (IOException e) {
            // Whoever reads the text as what it is to be says what is wrong with it.
            return places;
        }
        return places;
    }

    /** A fault at a pointer, or at the nearest part around it that there is. */
    FileFault fault(String pointer, String what, String remedy) {
        String nearest = pointer;
        while (!nearest.isEmpty() && !places.containsKey(nearest)) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        @Nullable JsonLocation place = places.get(nearest);
        return place == null
                ? new FileFault(file, 1, 1, what, remedy)
                : new FileFault(file, place.getLineNr(), place.getColumnNr(), what, remedy);
    }
}
