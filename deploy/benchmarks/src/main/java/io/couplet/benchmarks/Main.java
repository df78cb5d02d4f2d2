package io.couplet.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and shows speed and memory per decision. Takes JMH's options and patterns of names. */
public final class Main {
    private static final int FAILURE = 1;
    private static final int WRONG_USAGE = 2;

    private Main() {}

    /** Ends the process: with 0 when all was measured, 1 when a benchmark failed, 2 for options that JMH does not know. */
    public static void main(String[] arguments) throws Exception {
        try {
            CommandLineOptions options = new CommandLineOptions(arguments);
            if (options.shouldHelp()) {
                options.showHelp();
            } else {
                System.out.print(Report.of(measure(options)));
            }
        } catch (CommandLineOptionException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USAGE);
        } catch (RunnerException e) {
            System.err.println(e.getMessage());
            System.exit(FAILURE);
        }
    }

    private static Collection<RunResult> measure(CommandLineOptions options) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .parent(options)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
