package io.couplet.domain.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The sums of one group. Immutable.
 *
 * <p>Sums and portions are kept under keys of their own, so that a crash may leave either behind the other. The sums know by offsets how far
 * they got, and so do the portions: where a portion is ahead, everything is counted anew.
 *
 * @param sums by field; one that is missing is zero
 * @param changed the offset at which they changed last, -1 where they never did; the version of the record that shows them
 * @param committedAt when the change was committed that changed them last
 * @param last the offset up to which everything has been taken in
 */
public record GroupState(SortedMap<String, BigDecimal> sums, long changed, Instant committedAt, long last) {
    /** Of a group that nothing was heard of. */
    public static final GroupState EMPTY = new GroupState(new TreeMap<>(), -1, Instant.EPOCH, -1);

    /** Copies the map. */
    public GroupState {
        sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
    }

    /**
     * Takes an entry's share in.
     *
     * @param before what was remembered of the entry
     * @param offset where the share was read
     * @param portions all portions of the group as they are remembered with this share
     */
    public GroupState take(Share share, Portion before, long offset, Supplier<Iterable<Portion>> portions) {
        if (offset <= last) {
            return this;
        }
        if (before.offset() >= offset) {
            return new GroupState(count(portions.get()), offset, share.committedAt(), offset);
        }
        Portion after = before.take(share, offset);
        SortedMap<String, BigDecimal> now = new TreeMap<>(sums);
        before.amounts().forEach((field, amount) -> add(now, field, amount.negate()));
        after.amounts().forEach((field, amount) -> add(now, field, amount));
        return changed >= 0 && now.equals(sums)
                ? new GroupState(sums, changed, committedAt, offset)
                : new GroupState(now, offset, share.committedAt(), offset);
    }

    /** Whether those who read the sums must be told: they are others than {@code before}, or were read again after a crash. */
    public boolean isTold(GroupState before) {
        return changed >= 0 && (changed != before.changed || last == before.last);
    }

    private static SortedMap<String, BigDecimal> count(Iterable<Portion> portions) {
        SortedMap<String, BigDecimal> counted = new TreeMap<>();
        portions.forEach(portion -> portion.amounts().forEach((field, amount) -> add(counted, field, amount)));
        return counted;
    }

    /** Without trailing zeros, and without sums that are zero, so that equal sums are equal. */
    private static void add(SortedMap<String, BigDecimal> sums, String field, BigDecimal amount) {
        BigDecimal sum = sums.getOrDefault(field, BigDecimal.ZERO).add(amount).stripTrailingZeros();
        if (sum.signum() == 0) {
            sums.remove(field);
        } else {
            sums.put(field, sum);
        }
    }
}
