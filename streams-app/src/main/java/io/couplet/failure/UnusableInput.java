package io.couplet.failure;

import io.couplet.processor.PoisonousInput;
import io.couplet.wire.UnknownMapping;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends inputs that make the rules fail to the dead letters. Anything else that fails is no fault of the input and stops the thread. */
public final class UnusableInput implements ProcessingExceptionHandler {
    private final Map<String, Object> configs = new HashMap<>();

    @Override
    public void configure(Map<String, ?> settings) {
        configs.putAll(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, @Nullable Exception exception) {
        if (exception instanceof PoisonousInput || exception instanceof UnknownMapping) {
            return Response.resume(DeadLetters.of(configs)
                    .write(
                            context,
                            context.sourceRawKey(),
                            context.sourceRawValue(),
                            context.processorNodeId(),
                            exception));
        }
        return Response.fail();
    }
}
