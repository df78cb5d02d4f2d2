package io.couplet.local.sandbox;

/**
 * The name of a person.
 *
 * @param middle blank for most
 */
public record PersonName(String first, String middle, String last) {

    /** The name as both systems compose it. */
    public String full() {
        return middle.isEmpty() ? first + " " + last : first + " " + middle + " " + last;
    }
}
