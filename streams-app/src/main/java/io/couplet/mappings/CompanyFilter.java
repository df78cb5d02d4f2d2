package io.couplet.mappings;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Value;
import java.util.function.Function;

/**
 * A filter of rows that say to which company they belong: those of the mapping's company, and where it is the home company those of none.
 *
 * @param field names a row's company
 * @param instance whose filter it is
 * @param others what is asked of those rows besides
 */
record CompanyFilter(String field, Instance instance, Mapping.Filter others) implements Mapping.Filter {

    @Override
    public boolean accepts(Function<String, Value> fields) {
        return instance.company().takes(company(fields)) && others.accepts(fields);
    }

    /** Whether the row is for another of the file's instances; what is for none of them is left to the first one, so that somebody counts it. */
    @Override
    public boolean ignores(Function<String, Value> fields) {
        String company = company(fields);
        return !instance.company().takes(company) && (!instance.first() || instance.anotherTakes(company));
    }

    private String company(Function<String, Value> fields) {
        Value given = fields.apply(field);
        return given.isBlank() ? "" : given.toString();
    }
}
