package io.couplet.mappings;

import io.couplet.domain.model.Value;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is decided for all mappings. Expressions see it as one record, the variable {@code settings}. Immutable; safe for any thread. */
final class Settings {
    static final String VARIABLE = "settings";

    private final Map<String, Setting> byName = new TreeMap<>();
    private final Entity entity;
    private final Optional<Object> view;

    Settings(Collection<Setting> all) {
        all.forEach(setting -> byName.put(setting.name().text(), setting));
        this.entity = Entity.ofSettings(VARIABLE, all);
        this.view = Optional.of(new RecordView(entity, this::value));
    }

    /** The settings as a record type, with a field for each. */
    Entity entity() {
        return entity;
    }

    /** What a variable of an expression stands for: the settings, where it is called so. */
    Optional<Object> find(String variable) {
        return variable.equals(VARIABLE) ? view : Optional.empty();
    }

    private Value value(String name) {
        @Nullable Setting setting = byName.get(name);
        return setting == null ? Value.BLANK : setting.value();
    }
}
