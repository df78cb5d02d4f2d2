package io.couplet.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A running stack: starts its processes, prepares what they need, keeps them alive and stops them.
 *
 * <p>{@link #start} is called once; {@link #close} may be called from any thread, also while {@code start} is at work,
 * which then fails.
 */
public final class Stack implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

    private final StackOptions options;
    private final Endpoints endpoints;
    private final Progress progress;
    private final StackLock lock;
    private final Reaper reaper = new Reaper();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Stack::daemon);
    private final ExecutorService workers = Executors.newCachedThreadPool(Stack::daemon);
    private final List<Child> children = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closing;

    private Stack(StackOptions options, Progress progress, StackLock lock) {
        this.options = options;
        this.endpoints = new Endpoints(options.ports());
        this.progress = progress;
        this.lock = lock;
    }

    /**
     * Takes possession of the data directory, ends what a killed predecessor left running, and checks the ports.
     *
     * @throws StackException (already running) when the directory or a port is in use
     */
    public static Stack claim(StackOptions options, Progress progress) {
        options.data().create();
        StackLock lock = StackLock.take(options.data());
        try {
            new Leftovers(options.data(), progress).end();
            options.data().clearScratch();
            PortCheck.requireFree(options.ports());
            options.data().remember(options.ports());
            options.data().remember(options.company());
            PidFile.ofSupervisor(options.data()).write(ProcessHandle.current());
            return new Stack(options, progress, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts everything and returns when all answer; from then on, what dies is started again.
     *
     * @throws StackException when a part cannot be started
     */
    public void start() {
        reaper.start();
        try (Admin admin = Admin.create(adminSettings())) {
            Provisioning provisioning = new Provisioning(options.company(), endpoints, progress);
            PostgresServer erp = server(Component.ERP);
            PostgresServer crm = server(Component.CRM);
            Sandboxes sandboxes = new Sandboxes(options, erp, crm, progress);
            Broker broker = new Broker(options, admin);
            together(
                    run(() -> keep(registry().prepare())).thenRunAsync(provisioning::registerSchemas, workers),
                    run(() -> keep(broker.prepare())).thenRunAsync(() -> provisioning.createTopics(admin), workers),
                    CompletableFuture.allOf(run(() -> keep(erp.prepare())), run(() -> keep(crm.prepare())))
                            .thenRunAsync(sandboxes::fill, workers));
        }
        if (options.applications()) {
            Applications applications = new Applications(options, endpoints);
            together(run(() -> keep(applications.connectors())), run(() -> keep(applications.streamsApp())));
        }
    }

    private PostgresServer server(Component component) {
        return new PostgresServer(
                component, options.data(), endpoints, options.installation().postgres());
    }

    private RegistryServer registry() {
        return new RegistryServer(options.data(), endpoints, options.installation());
    }

    private Map<String, Object> adminSettings() {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, endpoints.bootstrap(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
                AdminClientConfig.RETRY_BACKOFF_MAX_MS_CONFIG, "200");
    }

    private void keep(ChildSpec spec) {
        Child child = new Child(spec, options.data(), reaper, timer, progress);
        synchronized (children) {
            if (closing) {
                throw new CancellationException("stopped while starting");
            }
            children.add(child);
        }
        child.start();
        child.awaitReady(START_LIMIT);
        progress.say(child.component().title() + " ready");
    }

    private CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, workers);
    }

    /** Waits for all steps, or for the first that fails: nobody should wait for the others then. */
    private static void together(CompletableFuture<?>... steps) {
        CompletableFuture<?> failed = new CompletableFuture<>();
        CompletableFuture<?>[] watched = Stream.of(steps)
                .map(step -> step.whenComplete((done, failure) -> {
                    if (failure != null) {
                        failed.completeExceptionally(failure);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(watched), failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Waits until all sample data has been captured, coupled and is in step; see {@link InStep}. */
    public void awaitInStep() {
        try (InStep inStep = new InStep(endpoints)) {
            inStep.await(options.inStepLimit(), progress);
        }
    }

    /** Stops all processes, applications first, and frees the data directory. */
    @Override
    public void close() {
        List<Child> all;
        synchronized (children) {
            closing = true;
            all = List.copyOf(children);
        }
        timer.shutdownNow();
        stop(all.stream().filter(child -> child.component().isApplication()).toList());
        stop(all.stream().filter(child -> !child.component().isApplication()).toList());
        workers.shutdownNow();
        reaper.close();
        PidFile.ofSupervisor(options.data()).delete();
        lock.close();
    }

    private void stop(List<Child> some) {
        some.stream()
                .map(child -> CompletableFuture.runAsync(() -> child.stop(STOP_LIMIT), workers))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "couplet-stack");
        thread.setDaemon(true);
        return thread;
    }
}
