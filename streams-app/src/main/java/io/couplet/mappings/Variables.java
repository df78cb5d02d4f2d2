package io.couplet.mappings;

import java.util.Optional;

/**
 * What expressions know besides the record or value that they are about.
 *
 * @param settings what is decided for all mappings
 * @param company whose mapping it is
 */
record Variables(Settings settings, Company company) {

    /** What a variable stands for, if it is one of these. */
    Optional<Object> find(String variable) {
        Optional<Object> known = company.variable(variable);
        return known.isPresent() ? known : settings.find(variable);
    }
}
