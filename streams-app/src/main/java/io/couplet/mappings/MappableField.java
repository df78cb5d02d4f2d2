package io.couplet.mappings;

import io.couplet.domain.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A field of an entity record.
 *
 * @param name as in the schema
 * @param kind what it holds
 * @param limits what it can hold
 * @param readOnly why it cannot be written, if so
 * @param references the entities that its values refer to, such as {@code erp/salesperson}; where there are several, a value says which
 * @param rows the entity whose records its value lists, such as {@code erp/salesline}
 */
record MappableField(
        String name,
        FieldKind kind,
        FieldLimits limits,
        Optional<String> readOnly,
        List<String> references,
        Optional<String> rows) {

    /** What its values refer to, in words. */
    String referred() {
        return String.join(" or ", references);
    }

    /**
     * A value that a file gives for this field, as the field's system stores it; nothing after reporting that it is none of its kind.
     *
     * @param called the value in words, for faults
     */
    Optional<Value> value(Word word, String called, Faults faults) {
        Value stored;
        try {
            stored = limits.stored(kind.parse(word.text()));
        } catch (RuntimeException e) {
            faults.add(
                    word.place(),
                    "type error: " + called + " is no " + kind.words(),
                    "'" + name + "' holds a " + kind.words());
            return Optional.empty();
        }
        limits.exceededBy(stored)
                .ifPresent(limit ->
                        faults.add(word.place(), called + " does not go into '" + name + "'", "it holds " + limit));
        if (!limits.knows(stored)) {
            faults.add(
                    word.place(),
                    "'" + name + "' has no option " + stored,
                    "use one of: "
                            + limits.options().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return Optional.of(stored);
    }
}
