package io.couplet.contract.wire;

import java.util.List;

/** Contracts that changed so that older records could not be read any more; names all of them. */
public final class IncompatibleSchemas extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** Takes the problems in words, each with its subject. */
    public IncompatibleSchemas(List<String> problems) {
        super("Incompatible with what the registry has:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem in words, with its subject. */
    public List<String> problems() {
        return problems;
    }
}
