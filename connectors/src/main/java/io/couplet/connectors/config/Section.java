package io.couplet.connectors.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a YAML file, read key by key. What is missing or of the wrong kind is noted and replaced by something
 * harmless, so that reading goes on; keys that nobody asked for are faults as well. For one thread.
 */
public final class Section {

    private final String path;
    private final JsonNode node;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    /**
     * Reads the root of a file.
     *
     * @param file named in each fault
     * @param root what the file holds
     * @param faults where to note them
     */
    public Section(String file, JsonNode root, Faults faults) {
        this(file, ": ", root, faults);
    }

    private Section(String path, String separator, JsonNode node, Faults faults) {
        this.path = path + separator;
        this.node = node;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add(path, "must be a mapping of keys to values");
        }
    }

    /** The mapping under a key; an empty one, and a fault, where it is missing. */
    public Section section(String key) {
        return new Section(at(key), ".", value(key), faults);
    }

    /** The mapping under a key; an empty one where it is missing. */
    public Section optionalSection(String key) {
        JsonNode value = value(key);
        return new Section(at(key), ".", absent(value) ? JsonNodeFactory.instance.objectNode() : value, faults);
    }

    /** The keys of this mapping, in the order of the file; all count as asked for. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        asked.addAll(keys);
        return keys;
    }

    /** A text that must be there. */
    public String text(String key) {
        String text = optionalText(key);
        if (text == null) {
            faults.add(at(key), "is missing");
            return "";
        }
        return text;
    }

    /** A text, or null where it is not given. */
    public @Nullable String optionalText(String key) {
        JsonNode value = value(key);
        if (absent(value)) {
            return null;
        }
        if (!value.isValueNode() || value.asText().isBlank()) {
            faults.add(at(key), "must be a text");
            return "";
        }
        return value.asText();
    }

    /** A whole number within bounds, or a default where it is not given. */
    public int number(String key, int otherwise, int least, int most) {
        JsonNode value = value(key);
        if (absent(value)) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            faults.add(at(key), "must be a whole number from " + least + " to " + most);
            return otherwise;
        }
        return value.intValue();
    }

    /** A duration such as PT6S within bounds, or a default where it is not given. */
    public Duration duration(String key, Duration otherwise, Duration least, Duration most) {
        String text = optionalText(key);
        if (text == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
            faults.add(at(key), "must be from " + least + " to " + most);
        } catch (DateTimeParseException none) {
            faults.add(at(key), "must be a duration such as " + otherwise);
        }
        return otherwise;
    }

    /** One of these, by the word that it is written as, or a default where it is not given. */
    public <T> T word(String key, T otherwise, List<T> choices) {
        String text = optionalText(key);
        if (text == null) {
            return otherwise;
        }
        for (T choice : choices) {
            if (choice.toString().equals(text)) {
                return choice;
            }
        }
        String words = choices.stream().map(Object::toString).collect(Collectors.joining(" or "));
        faults.add(at(key), "must be " + words + ", not '" + text + "'");
        return otherwise;
    }

    /** A list of texts; empty where it is not given. */
    public List<String> texts(String key) {
        JsonNode value = value(key);
        if (absent(value)) {
            return List.of();
        }
        if (!value.isArray()) {
            faults.add(at(key), "must be a list of texts");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        value.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** Notes the keys that nobody asked for; to be called when everything known has been read. */
    public void noOthers() {
        node.fieldNames().forEachRemaining(key -> {
            if (!asked.contains(key)) {
                faults.add(at(key), "is not a key that is known here");
            }
        });
    }

    /** The name of a key for people: file and path. */
    public String at(String key) {
        return path + key;
    }

    private JsonNode value(String key) {
        asked.add(key);
        return node.path(key);
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
