package io.couplet.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** What JMH measured, one line per kind of decision. */
final class Report {
    private static final String LINE = "%-46s %12s %12s %12s%n";
    private static final String BYTES = "gc.alloc.rate.norm";

    private Report() {}

    /** Median and best of all measured seconds: on a busy machine the best says more about the code. */
    static String of(Collection<RunResult> results) {
        String heading = String.format(LINE, "decisions per second on one core", "median", "best", "bytes each");
        return "\n" + heading + results.stream().map(Report::line).collect(Collectors.joining());
    }

    private static String line(RunResult run) {
        Statistics speed = run.getPrimaryResult().getStatistics();
        Result<?> bytes = run.getSecondaryResults().get(BYTES);
        return String.format(
                LINE,
                name(run.getParams()),
                whole(speed.getPercentile(50)),
                whole(speed.getMax()),
                bytes == null ? "-" : whole(bytes.getScore()));
    }

    /** Such as {@code PairDecisions.decide edit}. */
    private static String name(BenchmarkParams benchmark) {
        String full = benchmark.getBenchmark();
        String name = full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
        return benchmark.getParamsKeys().stream()
                .map(key -> " " + benchmark.getParam(key))
                .collect(Collectors.joining("", name, ""));
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,d", Math.round(number));
    }
}
