package io.couplet.mappings;

import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import io.couplet.domain.model.Value;
import java.util.Optional;
import java.util.function.Function;

/**
 * A record as expressions see it; reads a field only when the expression asks for it. A blank field is its type's zero and {@code has}
 * says no of it.
 */
@SuppressWarnings("Immutable") // lives for one evaluation, in one thread; CEL copies the annotation from its own values
final class RecordView extends StructValue<String, RecordView> {
    private final Entity entity;
    private final Function<String, Value> fields;

    RecordView(Entity entity, Function<String, Value> fields) {
        this.entity = entity;
        this.fields = fields;
    }

    @Override
    public RecordView value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return entity.structType();
    }

    @Override
    public Object select(String field) {
        return entity.find(field)
                .map(found -> found.kind().toCel(fields.apply(field)))
                .orElseThrow(() -> new IllegalArgumentException(entity.name() + " has no field " + field));
    }

    @Override
    public Optional<Object> find(String field) {
        return fields.apply(field).isBlank() ? Optional.empty() : Optional.of(select(field));
    }
}
