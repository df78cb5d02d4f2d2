package io.couplet.cli;

import io.couplet.contract.PairInput;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.contract.wire.Undecodable;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code couplet tail}: synchronized changes as they happen. */
@Command(
        name = "tail",
        description = {
            "Shows synchronized changes as they happen, one line each: when, which way, mapping, record, fields written, who, "
                    + "and the time from the commit in one system to the commit in the other. Ends with Ctrl-C."
        },
        footer = {"", "Ends with 4 if the broker or the registry does not answer."})
public final class TailCommand implements Callable<Integer> {

    /** How many changes of one partition are held back while the others are read, from the start of a long topic. */
    private static final int MOST_HELD = 2_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Option(names = "--limit", paramLabel = "N", description = "End after N changes.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--from-start",
            description = "Begin with the oldest change that the broker still has, instead of with the next one.")
    private boolean fromStart;

    /** Looks at what the fallback names, unless options say otherwise. */
    public TailCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        return Unreachable.reported(spec, target, () -> tail(target));
    }

    private int tail(Target target) {
        String topic = target.topics().pairInputs().name();
        AvroDecoder<PairInput> decoder =
                AvroDecoder.specific(new ConfluentRegistry(target.registry()), PairInput.class);
        try (TopicReader reader = new TopicReader(TopicReader.consumer(target.bootstrap()), topic)) {
            if (fromStart) {
                reader.fromStart();
            } else {
                reader.fromNow();
            }
            follow(reader, decoder);
            return 0;
        }
    }

    private void follow(TopicReader reader, AvroDecoder<PairInput> decoder) {
        InTimeOrder order = new InTimeOrder(reader.partitions());
        long left = limit;
        while (left > 0 && !spec.commandLine().getOut().checkError()) {
            reader.poll()
                    .forEach(record -> change(record, decoder)
                            .ifPresent(change ->
                                    order.add(new TopicPartition(record.topic(), record.partition()), change)));
            List<SyncedChange> next = order.next(reader::atEnd);
            print(next.subList(0, (int) Math.min(left, next.size())));
            left -= next.size();
            reader.onlyOthersThan(order.full(MOST_HELD));
        }
    }

    private static Optional<SyncedChange> change(
            ConsumerRecord<String, byte[]> record, AvroDecoder<PairInput> decoder) {
        try {
            return record.value() == null ? Optional.empty() : SyncedChange.of(decoder.decode(record.value()));
        } catch (Undecodable e) {
            // Somebody else's bytes: streams-app puts them among the dead letters.
            return Optional.empty();
        }
    }

    private void print(List<SyncedChange> changes) {
        PrintWriter out = spec.commandLine().getOut();
        ChangeLine line = new ChangeLine(
                new Times(Instant.now(), ZoneId.systemDefault()),
                spec.commandLine().getColorScheme().ansi());
        changes.forEach(change -> out.println(line.of(change)));
        out.flush();
    }
}
