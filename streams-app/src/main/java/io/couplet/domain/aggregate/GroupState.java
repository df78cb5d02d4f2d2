package io.couplet.domain.aggregate;

import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What the entries of one group add up to. Immutable.
 *
 * <p>This and the portions are kept under keys of their own, so that a crash may leave either behind the other. Both know by offsets how far
 * they got: where a portion is ahead, everything is counted anew.
 *
 * @param group the group
 * @param kept by field, and by day where a sum counts from that day on; a sum that is missing is zero
 * @param changed the offset at which what it shows changed last, -1 where it never did; the version of the record that shows it
 * @param committedAt when the change was committed that changed it last
 * @param last the offset up to which everything has been taken in
 */
public record GroupState(Group group, SortedMap<String, Value> kept, long changed, Instant committedAt, long last) {
    /** Copies the map. */
    public GroupState {
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
    }

    /** Of a group that nothing was heard of. */
    public static GroupState unknown(Group group) {
        return new GroupState(group, new TreeMap<>(), -1, Instant.EPOCH, -1);
    }

    /**
     * Takes an entry's share in.
     *
     * @param before what was remembered of the entry
     * @param offset where the share was read
     * @param portions all portions of the group as they are remembered with this share
     */
    public GroupState take(
            Aggregate aggregate, Share share, Portion before, long offset, Supplier<List<Portion>> portions) {
        if (offset <= last) {
            return this;
        }
        if (before.offset() >= offset) {
            return new GroupState(group, count(aggregate, portions.get()), offset, share.committedAt(), offset);
        }
        SortedMap<String, Value> now = aggregate.onlyAddsUp()
                ? exchanged(before, before.take(share, offset))
                : count(aggregate, portions.get());
        return changed >= 0 && now.equals(kept)
                ? new GroupState(group, kept, changed, committedAt, offset)
                : new GroupState(group, now, offset, share.committedAt(), offset);
    }

    /**
     * Another day has begun. What was shown before does not matter, since this may be read again after a crash that left the group behind or
     * ahead: it is shown anew where any sum counts now that did not on the day before.
     *
     * @param since the day before, or an earlier one
     * @param at when it began
     * @param offset where that was read
     */
    public GroupState dayBegan(LocalDate since, LocalDate today, Instant at, long offset) {
        if (offset <= last) {
            return this;
        }
        return Dated.anyBegins(kept.keySet(), since, today)
                ? new GroupState(group, kept, offset, at, offset)
                : new GroupState(group, kept, changed, committedAt, offset);
    }

    /** What the group's record shows on a day, by field; a sum that is missing is zero. */
    public SortedMap<String, Value> shownOn(LocalDate today) {
        return Dated.shownOn(today, kept);
    }

    /** Whether those who read the record must be told: it is another than {@code before}, or was read again after a crash. */
    public boolean isTold(GroupState before) {
        return changed >= 0 && (changed != before.changed || last == before.last);
    }

    private SortedMap<String, Value> exchanged(Portion before, Portion after) {
        SortedMap<String, Value> now = new TreeMap<>(kept);
        before.says().forEach((field, value) -> add(now, field, number(value).negate()));
        after.says().forEach((field, value) -> add(now, field, number(value)));
        return now;
    }

    private static SortedMap<String, Value> count(Aggregate aggregate, List<Portion> portions) {
        SortedMap<String, Value> counted = new TreeMap<>();
        for (Portion portion : portions) {
            portion.says().forEach((field, value) -> {
                if (aggregate.showsRows(field)) {
                    counted.merge(field, value, RowText::both);
                } else if (aggregate.takes(field)) {
                    counted.merge(field, value, Value::greater);
                } else {
                    add(counted, field, number(value));
                }
            });
        }
        counted.replaceAll((field, value) -> aggregate.showsRows(field) ? RowText.json(value) : value);
        return counted;
    }

    /** Without sums that are zero, so that equal sums are equal. */
    private static void add(SortedMap<String, Value> sums, String field, BigDecimal amount) {
        BigDecimal sum = number(sums.getOrDefault(field, Value.BLANK)).add(amount);
        if (sum.signum() == 0) {
            sums.remove(field);
        } else {
            sums.put(field, Value.number(sum.stripTrailingZeros()));
        }
    }

    private static BigDecimal number(Value value) {
        return value instanceof Value.Number number ? number.number() : BigDecimal.ZERO;
    }
}
