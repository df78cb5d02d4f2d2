package io.couplet.replay;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.PerRule;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.Rejection;
import io.couplet.domain.pair.SideState;
import io.couplet.domain.pair.Volley;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A state that must survive a replay in words: each part under its path. What a part has by default is left out. */
final class StateText {
    /** What states are made of; values, references, versions and the like speak for themselves. */
    private static final Set<Class<?>> COMPOSED = Set.of(
            PairState.class,
            SideState.class,
            RecordState.class,
            Image.class,
            Question.class,
            Rejection.class,
            Volley.class);

    private final Mapping mapping;
    private final SortedMap<String, String> parts = new TreeMap<>();

    private StateText(Mapping mapping) {
        this.mapping = mapping;
    }

    /** A coupling in words; nothing where nothing of it must survive. */
    static SortedMap<String, String> pair(Mapping mapping, PairState state) {
        return beyond(mapping, state.durable(mapping), PairState.unknown(state.id()));
    }

    /** A record in words; nothing where nothing of it must survive. */
    static SortedMap<String, String> record(Mapping mapping, RecordState state) {
        return beyond(mapping, state.durable(), RecordState.UNKNOWN);
    }

    private static SortedMap<String, String> beyond(Mapping mapping, Record state, Record unknown) {
        StateText text = new StateText(mapping);
        StateText usual = new StateText(mapping);
        text.put("", state);
        usual.put("", unknown);
        text.parts.entrySet().removeAll(usual.parts.entrySet());
        return text.parts;
    }

    /** One line for each path at which two states differ. */
    static List<String> differences(Map<String, String> one, Map<String, String> other) {
        SortedSet<String> paths = new TreeSet<>(one.keySet());
        paths.addAll(other.keySet());
        List<String> lines = new ArrayList<>();
        for (String path : paths) {
            String here = one.getOrDefault(path, "-");
            String there = other.getOrDefault(path, "-");
            if (!here.equals(there)) {
                lines.add(path + " is " + here + " live, " + there + " rebuilt");
            }
        }
        return lines;
    }

    private void put(String path, @Nullable Object part) {
        if (part == null) {
            return;
        }
        if (part instanceof PerRule<?> perRule) {
            for (Rule rule : mapping.rules()) {
                put(path + "." + rule.name(), perRule.get(rule.index()));
            }
        } else if (part instanceof Fields fields) {
            for (int i = 0; i < fields.names().size(); i++) {
                put(path + "." + fields.names().name(i), fields.at(i));
            }
        } else if (part instanceof Map<?, ?> map) {
            map.forEach((key, value) -> put(path + "." + key, value));
        } else if (part instanceof Collection<?> collection) {
            collection.forEach(each -> put(path + "." + each, "yes"));
        } else if (COMPOSED.contains(part.getClass())) {
            putComponents(path, part);
        } else {
            parts.put(path, part.toString());
        }
    }

    private void putComponents(String path, Object part) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            try {
                put(name, component.getAccessor().invoke(part));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the parts of states are public", e);
            }
        }
    }
}
