package io.couplet.contract.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A field that stands for rows of another table, such as the lines of a document. They are written in one transaction with the record when
 * that is created, and never again; capture does not show them in the record.
 *
 * @param entity the rows' entity, without its system
 * @param parent by field of the rows, the field of the record whose value they get
 */
public record RowsBinding(String entity, Map<String, String> parent) {
    /** Copies the map, keeping its order. */
    public RowsBinding {
        parent = Collections.unmodifiableMap(new LinkedHashMap<>(parent));
    }
}
