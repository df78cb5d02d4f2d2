package io.couplet.mappings;

import java.util.Optional;

/**
 * A field of an entity record.
 *
 * @param name as in the schema
 * @param kind what it holds
 * @param limits what it can hold
 * @param readOnly why it cannot be written, if so
 * @param reference the entity that its values refer to, such as {@code erp/salesperson}
 */
record MappableField(
        String name, FieldKind kind, FieldLimits limits, Optional<String> readOnly, Optional<String> reference) {}
