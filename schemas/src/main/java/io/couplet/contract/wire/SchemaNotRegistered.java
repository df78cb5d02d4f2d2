package io.couplet.contract.wire;

import org.apache.avro.Schema;

/** A contract that the registry does not have under its subject: registration was left out, or is of another version. */
public final class SchemaNotRegistered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaNotRegistered(String subject, Schema schema) {
        super("The schema registry does not have this version of " + schema.getFullName() + " under subject " + subject
                + ". Register the contracts before the applications start; 'couplet up' does.");
    }
}
