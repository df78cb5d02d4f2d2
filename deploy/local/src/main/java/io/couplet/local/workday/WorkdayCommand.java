package io.couplet.local.workday;

import io.couplet.local.bench.Databases;
import io.couplet.local.bench.RunningStack;
import io.couplet.local.cli.DataOption;
import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Endpoints;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.StackException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets people work in both sandboxes. */
@Command(
        name = "workday",
        description = {
            "Lets people work in both sandboxes of the running stack: orders, shipments, invoices, payments, price and",
            "address changes on both sides. What a system refuses is counted, and the day goes on."
        },
        footer = {"", "Examples:", "  couplet workday --for 10m", "  couplet workday --rate 50 --for 1h --seed 7"})
public final class WorkdayCommand implements Callable<Integer> {
    private static final int WORKERS = 8;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5",
            description = "What is done per second, by all together; default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "1m",
            description = "How long, such as 30s, 10m or 8h; default: ${DEFAULT-VALUE}.")
    private String time = "";

    @Option(
            names = "--company",
            paramLabel = "NAME",
            defaultValue = "CRONUS",
            description = "The ERP company in which people work; default: ${DEFAULT-VALUE}.")
    private String company = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What people do follows from it; default: another one each time.")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        Duration length = length();
        if (rate <= 0 || rate > 1_000) {
            throw new ParameterException(spec.commandLine(), "--rate takes a number above 0, at most 1000");
        }
        DataDirectory directory = data.directory();
        RunningStack.require(directory);
        PrintWriter out = spec.commandLine().getOut();
        long chosen = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
        out.printf(Locale.ROOT, "seed %d: %s deeds per second for %s%n", chosen, rate, time);
        out.flush();
        Tally tally = new Tally();
        try (Workday day =
                new Workday(Databases.of(new Endpoints(directory.ports())), company, WORKERS, chosen, tally)) {
            work(day, tally, length, out);
        } catch (SQLException e) {
            throw new StackException(Exit.FAILURE, "a database refused: " + e.getMessage(), e);
        }
        print(tally, out);
        return Exit.OK.code();
    }

    private void work(Workday day, Tally tally, Duration length, PrintWriter out) {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(WORKERS);
        try {
            List<Future<?>> people = day.begin(threads, rate);
            long end = System.nanoTime() + length.toNanos();
            for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
                threads.awaitTermination(Math.min(left, PAUSE.toNanos()), TimeUnit.NANOSECONDS);
                for (Future<?> person : people) {
                    if (person.isDone()) {
                        person.get();
                    }
                }
                out.printf(Locale.ROOT, "%d done%n", tally.total());
                out.flush();
            }
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StackException(Exit.UNREACHABLE, "somebody cannot go on: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void print(Tally tally, PrintWriter out) {
        out.printf(Locale.ROOT, "%n%-28s %8s %14s %8s%n", "", "done", "nothing to do", "refused");
        tally.counts()
                .forEach((deed, count) -> out.printf(
                        Locale.ROOT,
                        "%-28s %8d %14d %8d  %s%n",
                        deed,
                        count.done(),
                        count.idle(),
                        count.refused(),
                        count.why()));
        out.flush();
    }

    private Duration length() {
        try {
            return Duration.parse("PT" + time.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--for takes a time such as 30s, 10m or 8h, not '" + time + "'", e);
        }
    }
}
