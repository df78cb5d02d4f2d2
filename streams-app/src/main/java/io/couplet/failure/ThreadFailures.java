package io.couplet.failure;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces a thread that failed for a reason that passes; ends the process for any other, loudly, since going on could do harm. */
public final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

    private final AtomicReference<@Nullable Throwable> bug = new AtomicReference<>();

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        if (Faults.isTransient(fault)) {
            LOG.atWarn().setCause(fault).log("A thread failed for a reason that passes; another one takes over");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        bug.compareAndSet(null, fault);
        LOG.atError().setCause(fault).log("A thread failed for a reason that does not pass; ending");
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Why the process must end, if it must. */
    public @Nullable Throwable bug() {
        return bug.get();
    }
}
