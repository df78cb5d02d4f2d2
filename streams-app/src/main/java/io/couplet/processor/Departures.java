package io.couplet.processor;

import io.couplet.domain.message.Output;
import io.couplet.domain.model.Command;
import io.couplet.wire.DirectoryInbox;
import io.couplet.wire.PairInbox;
import io.couplet.wire.RecordRecords;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends what a step says on its way. Used by one processor instance. */
final class Departures {
    private final ProcessorContext<String, Object> context;
    private final String step;
    private final StepObserver observer;

    Departures(ProcessorContext<String, Object> context, String step, StepObserver observer) {
        this.context = context;
        this.step = step;
        this.observer = observer;
    }

    /** Sends an output that means the same for both steps; returns false for others, which are the step's own. */
    boolean send(Output output, Instant at) {
        if (output instanceof Output.ToPair told) {
            forward(Lane.PAIR_INPUTS, told.coupling(), new PairInbox.Told(told.mapping(), told.message()));
        } else if (output instanceof Output.ToDirectory told) {
            forward(Lane.DIRECTORY_INPUTS, told.key(), new DirectoryInbox.Told(told.mapping(), told.message()));
        } else if (output instanceof Output.ToCache known) {
            forward(Lane.PAIR_INPUTS, known.answer().about(), new PairInbox.Known(known.partition(), known.answer()));
        } else if (output instanceof Output.Send send) {
            Command command = send.command();
            observer.decided(command);
            forward(Lane.commands(command.target().side()), command.coupling(), command);
        } else if (output instanceof Output.Counted counted) {
            observer.counted(counted);
        } else if (output instanceof Output.Audited audited) {
            forward(Lane.AUDIT, audited.coupling(), RecordRecords.audit(audited, at));
        } else {
            return false;
        }
        return true;
    }

    /** Sends a value, or a tombstone; its time stamp is that of the sending, from which the next step measures. */
    void forward(Lane lane, String key, @Nullable Object value) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), lane.of(step));
    }
}
