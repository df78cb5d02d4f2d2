package io.couplet.connectors.config;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong, so that a person learns of everything at once. For one thread. */
public final class Faults {

    private final List<String> found = new ArrayList<>();

    /**
     * Notes a fault.
     *
     * @param where file, key, table or column
     * @param what what is wrong there, and what to do about it
     */
    public void add(String where, String what) {
        found.add(where + ": " + what);
    }

    /** Notes faults that were found elsewhere. */
    public void addAll(List<String> faults) {
        found.addAll(faults);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far. */
    public List<String> list() {
        return List.copyOf(found);
    }

    /**
     * Ends here if anything is wrong.
     *
     * @throws ConfigException naming all faults
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigException(found);
        }
    }
}
