package io.couplet.domain.model;

/**
 * A state in the life of one row: orders changes, results, the delete and a later re-creation under the same id. The state after the
 * delete comes directly after the version that was removed.
 *
 * @param row the system's own row version
 * @param deleted whether this is the state after that version was removed
 */
public record Version(long row, boolean deleted) implements Comparable<Version> {

    /** Before every state of any row. */
    public static final Version NONE = new Version(0, false);

    /** The state of an existing row. */
    public static Version of(long row) {
        return new Version(row, false);
    }

    /** Whether this state came after {@code other}. */
    public boolean after(Version other) {
        return compareTo(other) > 0;
    }

    /** The later of this and {@code other}. */
    public Version max(Version other) {
        return other.after(this) ? other : this;
    }

    @Override
    public int compareTo(Version other) {
        int byRow = Long.compare(row, other.row);
        return byRow != 0 ? byRow : Boolean.compare(deleted, other.deleted);
    }

    @Override
    public String toString() {
        return deleted ? row + " deleted" : Long.toString(row);
    }
}
