package io.couplet.contract.binding;

import io.couplet.contract.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What capture shows of what Couplet itself wrote to an entity. */
public enum OwnWrites {
    /** Nothing: the coupling that wrote it knows. */
    LEFT_OUT,
    /** Which records it created and deleted, not what it changed in them: enough for sums of what it does not change. */
    EXISTENCE,
    /** All of it, as several mappings share the entity or it is added up. */
    SHOWN;

    /** Whether capture is to show what such a command writes. */
    public boolean show(Operation operation) {
        return this == SHOWN || (this == EXISTENCE && operation != Operation.UPDATE);
    }

    /** The words that column bindings use. */
    static List<String> words() {
        return Arrays.stream(values()).map(OwnWrites::word).toList();
    }

    /** What a word of a column binding means, or nothing where it means nothing. */
    static Optional<OwnWrites> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
