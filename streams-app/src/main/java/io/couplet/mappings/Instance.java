package io.couplet.mappings;

/**
 * What one mapping file is for one company: a mapping of its own, whose records, references and matches stay within the company.
 *
 * @param definition the file's
 * @param company the one company
 */
record Instance(MappingDefinition definition, Company company) {

    /** The instance of a file. Where the home company leads, the others' only couple with the CRM's rows and read them. */
    static Instance of(MappingDefinition definition, Company company) {
        Instance plain = new Instance(definition, company);
        return plain.follows() ? new Instance(definition.following(), company) : plain;
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
