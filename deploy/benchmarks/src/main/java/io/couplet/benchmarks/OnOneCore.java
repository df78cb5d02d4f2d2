package io.couplet.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How everything here is measured: decisions per second in one thread, in several fresh JVMs with the collector of the local stack. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx512m"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public abstract class OnOneCore {
    /** How many couplings take turns: more than stay in the nearest cache of a processor. */
    static final int COUPLINGS = 256;

    private int next;

    /** Whose turn it is. */
    <T> T next(List<T> all) {
        next = next + 1 < all.size() ? next + 1 : 0;
        return all.get(next);
    }
}
