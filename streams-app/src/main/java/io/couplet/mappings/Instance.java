package io.couplet.mappings;

import java.util.List;

/**
 * What one mapping file is for one company: a mapping of its own, whose records, references and matches stay within the company.
 *
 * @param definition the file's
 * @param company the one company
 * @param companies all that the file is for, in the order of the configuration
 */
record Instance(MappingDefinition definition, Company company, List<Company> companies) {

    /** The instance of a file. Where the home company leads, the others' only couple with the CRM's rows and read them. */
    static Instance of(MappingDefinition definition, Company company, List<Company> companies) {
        Instance plain = new Instance(definition, company, companies);
        return plain.follows() ? new Instance(definition.following(), company, companies) : plain;
    }

    /** Whether it is the first of the file's instances. */
    boolean first() {
        return company.equals(companies.get(0));
    }

    /** Whether rows of a company are those of another of the file's instances. */
    boolean anotherTakes(String ofCompany) {
        return companies.stream().anyMatch(other -> !other.equals(company) && other.takes(ofCompany));
    }

    /** Whether another company leads. */
    boolean follows() {
        return definition.homeLeads() && !company.home();
    }

    /** The name of another mapping's instance for the same company. */
    String named(Word mapping) {
        return company.instanceOf(mapping.text());
    }

    /** The mapping's name. */
    String name() {
        return company.instanceOf(definition.label());
    }
}
