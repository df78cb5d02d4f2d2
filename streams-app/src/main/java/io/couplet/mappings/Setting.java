package io.couplet.mappings;

import io.couplet.contract.Suggestion;
import io.couplet.domain.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * Something that an administrator decides for all mappings.
 *
 * @param name by which expressions ask for it
 * @param kind what it holds
 * @param choices the only texts that it takes; empty where it takes any value of its kind
 * @param value what holds
 */
record Setting(Word name, FieldKind kind, List<String> choices, Value value) {

    Setting {
        choices = List.copyOf(choices);
    }

    /** The setting with this value, or nothing after reporting that it cannot have it. */
    static Optional<Setting> of(Word name, FieldKind kind, List<String> choices, Word value, Faults faults) {
        if (!choices.isEmpty() && !choices.contains(value.text())) {
            faults.add(
                    value.place(),
                    "'" + value.text() + "' is no value of the setting '" + name.text() + "'",
                    Suggestion.forWord(value.text(), choices));
            return Optional.empty();
        }
        try {
            return Optional.of(new Setting(name, kind, choices, kind.parse(value.text())));
        } catch (RuntimeException e) {
            faults.add(
                    value.place(),
                    "type error: '" + value.text() + "' is no " + words(kind),
                    "the setting '" + name.text() + "' holds a " + words(kind));
            return Optional.empty();
        }
    }

    /** The same setting with another value, or nothing after reporting that it cannot have it. */
    Optional<Setting> decided(Word other, Faults faults) {
        return of(name, kind, choices, other, faults);
    }

    private static String words(FieldKind kind) {
        return kind == FieldKind.TRUTH ? "'true' or 'false'" : kind.words();
    }
}
