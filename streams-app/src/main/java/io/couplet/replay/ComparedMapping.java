package io.couplet.replay;

import java.util.List;

/**
 * One mapping's states in two generations.
 *
 * @param live what runs
 * @param rebuilt what was made of the topics
 * @param differing how many states are not the same
 * @param differences where the first of them differ, in words
 */
public record ComparedMapping(MappingDigest live, MappingDigest rebuilt, long differing, List<String> differences) {

    /** Copies the list. */
    public ComparedMapping {
        differences = List.copyOf(differences);
    }

    /** Whether all states are the same. */
    public boolean same() {
        return live.digest().equals(rebuilt.digest());
    }
}
