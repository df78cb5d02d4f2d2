package io.couplet.failure;

import io.couplet.contract.wire.RegistryUnreachable;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;

/** Tells faults of the surroundings, which pass, from faults of ours. */
final class Faults {
    private static final int DEEPEST = 16;

    private Faults() {}

    /** Whether trying again may help. */
    static boolean isTransient(Throwable fault) {
        Throwable next = fault;
        for (int depth = 0; next != null && depth < DEEPEST; depth++) {
            if (next instanceof RegistryUnreachable
                    || next instanceof RetriableException
                    || next instanceof ProducerFencedException
                    || next instanceof TaskMigratedException
                    || next instanceof TaskCorruptedException) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }
}
