package io.couplet.domain.model;

/**
 * What one record calls another whose counterpart it needs to know. Two mappings may couple the same record, each with a counterpart of its
 * own: so a name says under which of them it is meant.
 *
 * @param mapping the mapping under which the named record is coupled
 * @param text a record reference or alias
 */
public record Name(String mapping, String text) implements Comparable<Name> {

    @Override
    public int compareTo(Name other) {
        int byText = text.compareTo(other.text);
        return byText != 0 ? byText : mapping.compareTo(other.mapping);
    }

    /** As people read it: without the mapping. */
    @Override
    public String toString() {
        return text;
    }
}
