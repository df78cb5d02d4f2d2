package io.couplet.mappings;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Value;
import java.util.function.Function;

/**
 * A filter of rows that say to which company they belong: those of the mapping's company, and where it is the home company those of none.
 *
 * @param field names a row's company
 * @param company whose mapping it is
 * @param others what is asked of those rows besides
 */
record CompanyFilter(String field, Company company, Mapping.Filter others) implements Mapping.Filter {

    @Override
    public boolean accepts(Function<String, Value> fields) {
        return !ignores(fields) && others.accepts(fields);
    }

    /** Whether the row is another company's. */
    @Override
    public boolean ignores(Function<String, Value> fields) {
        Value given = fields.apply(field);
        return given.isBlank() ? !company.home() : !given.toString().equals(company.name());
    }
}
