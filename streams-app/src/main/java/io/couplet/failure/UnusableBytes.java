package io.couplet.failure;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** Sends values that nobody can read to the dead letters; stops the thread where the fault is not the value's. */
public final class UnusableBytes implements DeserializationExceptionHandler {
    private final Map<String, Object> configs = new HashMap<>();

    @Override
    public void configure(Map<String, ?> settings) {
        configs.putAll(settings);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, @Nullable Exception exception) {
        Exception cause = exception == null ? new IllegalStateException("no cause given") : exception;
        if (Faults.isTransient(cause)) {
            return Response.fail();
        }
        return Response.resume(DeadLetters.of(configs).write(context, record.key(), record.value(), "read", cause));
    }
}
