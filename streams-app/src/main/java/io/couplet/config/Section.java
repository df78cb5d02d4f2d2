package io.couplet.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One group of keys. Whatever is wrong is noted and read as a default, so that all faults are found in one go. Used by one thread.
 */
final class Section {
    private final String path;
    private final JsonNode node;
    private final List<String> faults;
    private final Set<String> known = new HashSet<>();

    Section(String path, JsonNode node, List<String> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            faults.add(path + ": must be a group of keys");
        }
    }

    /** The group under a key; an empty one where it is missing. */
    Section section(String key) {
        return new Section(at(key), value(key), faults);
    }

    /** A text that must be there. */
    String text(String key) {
        String text = optionalText(key);
        if (text == null) {
            fault(key, "is missing");
            return "";
        }
        return text;
    }

    String text(String key, String otherwise) {
        String text = optionalText(key);
        return text == null ? otherwise : text;
    }

    @Nullable
    String optionalText(String key) {
        JsonNode value = value(key);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isValueNode() || value.asText().isBlank()) {
            fault(key, "must be a text");
            return null;
        }
        return value.asText();
    }

    int number(String key, int otherwise, int least, int most) {
        JsonNode value = value(key);
        if (isAbsent(value)) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            fault(key, "must be a whole number from " + least + " to " + most);
            return otherwise;
        }
        return value.intValue();
    }

    Duration duration(String key, Duration otherwise, Duration least, Duration most) {
        String text = optionalText(key);
        if (text == null) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            fault(key, "must be a duration such as " + otherwise + ", not '" + text + "'");
            return otherwise;
        }
        fault(key, "must be from " + least + " to " + most);
        return otherwise;
    }

    <E extends Enum<E>> E word(String key, E otherwise, Class<E> type, Function<E, String> word) {
        String text = optionalText(key);
        if (text == null) {
            return otherwise;
        }
        return Stream.of(type.getEnumConstants())
                .filter(each -> word.apply(each).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    String words = Stream.of(type.getEnumConstants()).map(word).collect(Collectors.joining(" or "));
                    fault(key, "must be " + words + ", not '" + text + "'");
                    return otherwise;
                });
    }

    /** A list of at least one text. */
    List<String> texts(String key) {
        JsonNode value = value(key);
        List<String> texts = new ArrayList<>();
        value.forEach(each -> texts.add(each.asText()));
        if (!value.isArray() || texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
            fault(key, "must be a list of at least one text");
        }
        return texts;
    }

    /** Notes every key that nobody asked for; the last thing to do with a section. */
    void nothingElse() {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                fault(key, "is not a key; there are " + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        });
    }

    private JsonNode value(String key) {
        known.add(key);
        return node.isObject() ? node.path(key) : MissingNode.getInstance();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** Notes what is wrong with a key. */
    void fault(String key, String what) {
        faults.add(at(key) + ": " + what);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
