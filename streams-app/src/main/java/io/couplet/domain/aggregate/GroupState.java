package io.couplet.domain.aggregate;

import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param shown by field; a sum that is missing is zero
 * @param changed the offset at which that changed last, -1 where it never did; the version of the record that shows it
 * @param committedAt when the change was committed that changed it last
 * @param last the offset up to which everything has been taken in
 */
public record GroupState(SortedMap<String, Value> shown, long changed, Instant committedAt, long last) {
    /** Of a group that nothing was heard of. */
    public static final GroupState EMPTY = new GroupState(new TreeMap<>(), -1, Instant.EPOCH, -1);

    /** Copies the map. */
    public GroupState {
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
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
            return new GroupState(count(aggregate, portions.get()), offset, share.committedAt(), offset);
        }
        SortedMap<String, Value> now = aggregate.onlyAddsUp()
                ? exchanged(before, before.take(share, offset))
                : count(aggregate, portions.get());
        return changed >= 0 && now.equals(shown)
                ? new GroupState(shown, changed, committedAt, offset)
                : new GroupState(now, offset, share.committedAt(), offset);
    }

    /** Whether those who read the record must be told: it is another than {@code before}, or was read again after a crash. */
    public boolean isTold(GroupState before) {
        return changed >= 0 && (changed != before.changed || last == before.last);
    }

    private SortedMap<String, Value> exchanged(Portion before, Portion after) {
        SortedMap<String, Value> now = new TreeMap<>(shown);
        before.says().forEach((field, value) -> add(now, field, number(value).negate()));
        after.says().forEach((field, value) -> add(now, field, number(value)));
        return now;
    }

    private static SortedMap<String, Value> count(Aggregate aggregate, List<Portion> portions) {
        SortedMap<String, Value> counted = new TreeMap<>();
        List<String> rows = new ArrayList<>();
        for (Portion portion : portions) {
            portion.says().forEach((field, value) -> {
                if (aggregate.showsRows(field)) {
                    rows.add(field);
                    counted.merge(field, value, RowText::both);
                } else if (aggregate.takes(field)) {
                    counted.put(field, value);
                } else {
                    add(counted, field, number(value));
                }
            });
        }
        rows.stream().distinct().forEach(field -> counted.computeIfPresent(field, (name, text) -> RowText.json(text)));
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
