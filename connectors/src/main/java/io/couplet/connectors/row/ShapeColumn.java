package io.couplet.connectors.row;

import org.jspecify.annotations.Nullable;

/**
 * A physical column that is read.
 *
 * @param name physical name
 * @param kind what its values are
 * @param field the field of the record it is bound to, or null where it is read for a stamp alone
 * @param position of that field in the record; -1 where there is none
 */
public record ShapeColumn(
        String name, FieldKind kind, @Nullable String field, int position) {}
