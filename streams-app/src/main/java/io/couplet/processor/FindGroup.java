package io.couplet.processor;

import static io.couplet.processor.PoisonousInput.unlessPoisonous;

import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.aggregate.EntryState;
import io.couplet.domain.aggregate.Share;
import io.couplet.domain.model.RecordRef;
import io.couplet.wire.CapturedChange;
import io.couplet.wire.DirectoryInbox;
import io.couplet.wire.StateForm;
import io.couplet.wire.SumInbox;
import io.couplet.wire.SumStates;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Finds out in which groups an entry counts, and tells them what it adds. One instance per partition. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
public final class FindGroup implements Processor<String, DirectoryInbox, String, Object> {
    /** The name of this step. */
    public static final String STEP = "find-group";

    private final Setup setup;
    private final StateForm<EntryState> form = SumStates.entries();
    private ProcessorContext<String, Object> context;
    private Input input;
    private CachedStates<EntryState> entries;

    /** A step that has not begun. */
    public FindGroup(Setup setup) {
        this.setup = setup;
    }

    @Override
    public void init(ProcessorContext<String, Object> running) {
        context = running;
        input = new Input(running, setup.topicPrefix());
        entries = new CachedStates<>(running.getStateStore(StoreNames.ENTRIES));
    }

    @Override
    public void process(Record<String, DirectoryInbox> record) {
        if (!(record.value() instanceof DirectoryInbox.Captured captured)) {
            return;
        }
        CapturedChange change = captured.change();
        for (Aggregate aggregate : setup.aggregates().over(change.entity())) {
            if (change.endsSnapshot()) {
                tell(
                        aggregate.name() + "/all-read/" + change.entity() + "/" + input.partition(),
                        new SumInbox.AllRead(aggregate, change.entity(), input.partition()));
            } else {
                changed(aggregate, change);
            }
        }
    }

    private void changed(Aggregate aggregate, CapturedChange change) {
        RecordRef ref = unlessPoisonous("reading a reference", change::ref);
        String key = StoreNames.key(aggregate.name(), ref.text());
        EntryState before = entries.get(key, form, EntryState.UNKNOWN);
        List<Share> shares = new ArrayList<>();
        EntryState after = unlessPoisonous(
                "adding up for " + aggregate.name(),
                () -> before.change(
                        aggregate,
                        ref,
                        change.version(),
                        change.committedAt(),
                        change.deleted() ? null : change.fields(),
                        shares::add));
        if (!after.equals(before)) {
            entries.put(key, after, form);
        }
        shares.forEach(share -> tell(share.group().ref().text(), new SumInbox.Told(aggregate, share)));
    }

    private void tell(String key, SumInbox message) {
        context.forward(new Record<>(key, message, context.currentSystemTimeMs()), Lane.SUM_INPUTS.of(STEP));
    }
}
