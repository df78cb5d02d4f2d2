package io.couplet.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that the core and the contracts share, and lists of references. */
final class Words {
    private Words() {}

    /** The word of the same name, of another type. */
    static <T extends Enum<T>> T same(Enum<?> word, Class<T> type) {
        return Enum.valueOf(type, word.name());
    }

    /** The same, or nothing. */
    static <T extends Enum<T>> @Nullable T sameOrNull(@Nullable Enum<?> word, Class<T> type) {
        return word == null ? null : same(word, type);
    }

    static <T> List<String> texts(Collection<T> things) {
        List<String> texts = new ArrayList<>(things.size());
        things.forEach(thing -> texts.add(String.valueOf(thing)));
        return texts;
    }
}
