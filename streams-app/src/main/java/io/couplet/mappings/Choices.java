package io.couplet.mappings;

import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.model.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words of the language that stand for one of few things. */
final class Choices {
    static final Map<String, Direction> DIRECTION = words(Direction.values());
    static final Map<String, Policies.Conflict> CONFLICT = words(Policies.Conflict.values());
    static final Map<String, Policies.OneWay> ONE_WAY = words(Policies.OneWay.values());
    static final Map<String, Policies.Delete> DELETE = words(Policies.Delete.values());
    static final Map<String, Policies.OnTaken> ON_TAKEN = words(Policies.OnTaken.values());
    static final Map<String, Policies.AccountEdits> ACCOUNT_EDITS = words(Policies.AccountEdits.values());
    static final Map<String, Side> SIDE = words(Side.values());
    static final Map<String, Set<Loss>> LOSSY = lossy();
    static final Map<String, Boolean> CREATE = new TreeMap<>(Map.of("always", true, "never", false));
    static final Map<String, Boolean> LEADS = new TreeMap<>(Map.of("each", false, "home", true));
    static final Map<String, Boolean> TRUTH = new TreeMap<>(Map.of("true", true, "false", false));

    private Choices() {}

    private static Map<String, Set<Loss>> lossy() {
        Map<String, Set<Loss>> words = new LinkedHashMap<>();
        for (Set<Loss> losses :
                List.of(Set.of(Loss.UNKNOWN), Set.of(Loss.ALTERED), Set.of(Loss.UNKNOWN, Loss.ALTERED))) {
            words.put(Loss.word(losses), losses);
        }
        return words;
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(word(value), value);
        }
        return words;
    }

    /** The word that stands for a choice. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
