package io.couplet.contract.wire;

/** The registry answers, and has no schema of that id. */
public final class UnknownSchemaId extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSchemaId(int id) {
        super("no schema has the id " + id + " in the registry");
    }
}
