package io.couplet.simulation;

import io.couplet.domain.model.RecordRef;
import java.util.List;

/** Numbers that follow from a seed (SplitMix64): cheap to make, and cheap to draw from. */
final class Chance {
    private long state;

    Chance(long seed) {
        state = seed;
    }

    /** 64 bits. */
    long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to below {@code bound}, which is positive. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    boolean half() {
        return next() < 0;
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return below(times) == 0;
    }

    /** A few letters and digits that hardly ever come twice. */
    String word() {
        return Integer.toString(46_656 + below(46_656 * 35), 36);
    }

    /** One of some records. It stays the same one when others come or go. */
    RecordRef pick(List<RecordRef> refs) {
        long salt = next();
        RecordRef best = refs.get(0);
        long highest = Long.MIN_VALUE;
        for (RecordRef ref : refs) {
            long rank = (salt ^ ref.hashCode()) * 0x9e3779b97f4a7c15L;
            if (rank > highest) {
                highest = rank;
                best = ref;
            }
        }
        return best;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }
}
