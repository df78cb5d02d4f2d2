package io.couplet.connectors.apply;

import io.couplet.connectors.kafka.Delivery;
import io.couplet.connectors.lifecycle.Backoff;
import io.couplet.connectors.lifecycle.ConnectorState.Failed;
import io.couplet.connectors.lifecycle.ConnectorState.Running;
import io.couplet.connectors.lifecycle.ConnectorState.Stopped;
import io.couplet.connectors.lifecycle.ConnectorState.Waiting;
import io.couplet.connectors.lifecycle.Lifecycle;
import io.couplet.connectors.lifecycle.Patience;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.RegistryUnreachable;
import io.couplet.contract.wire.Undecodable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Takes the commands of one system, has them carried out, and answers. What was taken is done when its answers have been
 * acknowledged; the next commands are taken meanwhile. As long as the system or the brokers cannot, everything is held,
 * and nothing further is taken. Runs on a thread of its own.
 */
public final class Applier implements AutoCloseable {

    private static final int MOST_UNDER_WAY = 100;

    private final CommandSource source;
    private final AvroDecoder<Command> decoder;
    private final TargetSystem target;
    private final ResultSink sink;
    private final ApplyCounts counts;
    private final ApplyMeters meters;
    private final Lifecycle lifecycle;
    private final Consumer<Throwable> onBug;
    private final Deque<Answered> underWay = new ArrayDeque<>();
    private final Backoff backoff = new Backoff();
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * Who an applier works with.
     *
     * @param source its commands
     * @param decoder of them
     * @param target where they are carried out
     * @param sink where answers go
     */
    record Parties(CommandSource source, AvroDecoder<Command> decoder, TargetSystem target, ResultSink sink) {}

    Applier(
            String system,
            Parties parties,
            ApplyCounts counts,
            ApplyMeters meters,
            Lifecycle lifecycle,
            Consumer<Throwable> onBug) {
        this.source = parties.source();
        this.decoder = parties.decoder();
        this.target = parties.target();
        this.sink = parties.sink();
        this.counts = counts;
        this.meters = meters;
        this.lifecycle = lifecycle;
        this.onBug = onBug;
        this.thread = new Thread(this::run, "apply-" + system);
    }

    /** Starts the thread; returns at once. */
    public void start() {
        thread.start();
    }

    private void run() {
        try (source) {
            while (!stopping) {
                turn();
            }
            sink.flush();
            finishAnswered();
            source.commit();
            lifecycle.become(new Stopped());
        } catch (WakeupException told) {
            lifecycle.become(new Stopped());
        } catch (FencedInstanceIdException replaced) {
            lifecycle.become(new Failed("another process has taken over this system's commands"));
            onBug.accept(replaced);
        } catch (RuntimeException bug) {
            lifecycle.become(new Failed(String.valueOf(bug)));
            onBug.accept(bug);
        }
    }

    private void turn() {
        ConsumerRecords<byte[], byte[]> records;
        try {
            records = source.poll(underWay.isEmpty());
        } catch (WakeupException told) {
            return;
        }
        if (lifecycle.error() == null) {
            lifecycle.become(new Running());
        }
        if (!records.nextOffsets().isEmpty() || !underWay.isEmpty()) {
            untilDone(CommandBatch.of(records, this::decode));
        } else {
            source.commitSoon();
        }
    }

    private void untilDone(CommandBatch taken) {
        List<CommandBatch> left = List.of(taken);
        while (!left.isEmpty() && !stopping) {
            left = attempt(left);
            if (!left.isEmpty()) {
                source.hold(backoff.next());
            }
        }
    }

    /** Carries batches out in their order; what is left to be done (again) where that did not succeed. */
    private List<CommandBatch> attempt(List<CommandBatch> batches) {
        try {
            for (CommandBatch batch : batches) {
                carryOut(batch);
            }
            if (underWay.size() > MOST_UNDER_WAY) {
                sink.flush();
            }
            sink.throwIfFailed();
            finishAnswered();
            backoff.succeeded();
            lifecycle.become(new Running());
            return List.of();
        } catch (TargetUnavailableException | RegistryUnreachable down) {
            lifecycle.become(new Waiting(String.valueOf(down.getMessage())));
            return unanswered(batches);
        } catch (FencedInstanceIdException | WakeupException telling) {
            throw telling;
        } catch (KafkaException undelivered) {
            lifecycle.become(new Waiting(String.valueOf(undelivered.getMessage())));
            return unanswered(batches);
        }
    }

    private void carryOut(CommandBatch taken) throws TargetUnavailableException {
        CommandBatch batch = taken.within(source.assigned());
        if (batch.next().isEmpty()) {
            return;
        }
        List<Command> commands = batch.commands();
        List<CommandResult> results = commands.isEmpty() ? List.of() : target.carryOut(commands);
        underWay.add(new Answered(batch, sink.publish(results, batch.unusable())));
        results.forEach(this::count);
        batch.unusable().forEach(each -> counts.countDeadLetter());
        meters.batch(results.size());
    }

    private void finishAnswered() {
        Answered next = underWay.peek();
        while (next != null && next.answers().isAnswered()) {
            // An acknowledgement may have been a refusal that came after the failures were asked for.
            sink.throwIfFailed();
            source.done(next.batch().next());
            underWay.remove();
            next = underWay.peek();
        }
    }

    /** All batches whose answers are not known to have arrived, in order: doing them again is answered from memory. */
    private List<CommandBatch> unanswered(List<CommandBatch> batches) {
        Set<CommandBatch> all = new LinkedHashSet<>();
        underWay.forEach(each -> all.add(each.batch()));
        all.addAll(batches);
        underWay.clear();
        return List.copyOf(all);
    }

    /**
     * A batch that was carried out.
     *
     * @param batch the batch
     * @param answers its answers on their way
     */
    private record Answered(CommandBatch batch, Delivery answers) {}

    private CommandBatch.Entry decode(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null) {
            return new CommandBatch.Unusable(message, "there is no value");
        }
        try {
            return new CommandBatch.Usable(message, decoder.decode(message.value()));
        } catch (Undecodable bytes) {
            return new CommandBatch.Unusable(message, String.valueOf(bytes.getMessage()));
        }
    }

    private void count(CommandResult result) {
        counts.count(result);
        meters.answered(result);
    }

    /** Stops after what is being carried out, and waits for that, within limits. */
    @Override
    public void close() {
        stopping = true;
        source.wakeUp();
        Patience.awaitEnd(thread);
    }
}
