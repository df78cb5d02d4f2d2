package io.couplet.processor;

import static java.util.Objects.requireNonNull;

import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.aggregate.GroupState;
import io.couplet.domain.aggregate.Portion;
import io.couplet.domain.aggregate.Share;
import io.couplet.domain.message.Origin;
import io.couplet.wire.ShownSums;
import io.couplet.wire.StateForm;
import io.couplet.wire.SumInbox;
import io.couplet.wire.SumStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Adds up what the entries of a group say, and shows the sums as changes of a record. One instance per partition. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
public final class SumGroup implements Processor<String, SumInbox, String, Object> {
    /** The name of this step. */
    public static final String STEP = "sum-group";

    private final Setup setup;
    private final StateForm<Portion> portionForm = SumStates.portions();
    private final StateForm<GroupState> groupForm = SumStates.groups();
    private final StateForm<SortedSet<String>> readForm = SumStates.read();
    private ProcessorContext<String, Object> context;
    private Input input;
    private KeyValueStore<String, byte[]> portions;
    private CachedStates<GroupState> groups;
    private KeyValueStore<String, byte[]> read;
    private Days days;

    /** A step that has not begun. */
    public SumGroup(Setup setup) {
        this.setup = setup;
    }

    @Override
    public void init(ProcessorContext<String, Object> running) {
        context = running;
        input = new Input(running, setup.topicPrefix());
        portions = running.getStateStore(StoreNames.PORTIONS);
        groups = new CachedStates<>(running.getStateStore(StoreNames.SUMS));
        read = running.getStateStore(StoreNames.ENTRIES_READ);
        days = new Days(running, setup.aggregates(), this::tell);
    }

    @Override
    public void process(Record<String, SumInbox> record) {
        if (record.key() == null || record.value() == null) {
            throw new PoisonousInput("a record without key or value");
        }
        if (record.value() instanceof SumInbox.Told told) {
            add(told.aggregate(), told.share(), input.origin(record).offset());
        } else if (record.value() instanceof SumInbox.AllRead all) {
            note(all);
        } else if (record.value() instanceof SumInbox.DayBegan day) {
            begin(day, input.origin(record));
        }
    }

    private void add(Aggregate aggregate, Share share, long offset) {
        String group = StoreNames.key(aggregate.name(), share.group().ref().text());
        String entry = StoreNames.key(group, share.entry().text());
        byte[] known = portions.get(entry);
        Portion portion = known == null ? Portion.NONE : portionForm.fromBytes(known);
        GroupState before = groups.get(group, groupForm, GroupState.unknown(share.group()));
        Portion remembered = portion.take(share, offset);
        if (!remembered.equals(portion)) {
            portions.put(entry, portionForm.toBytes(remembered));
        }
        GroupState after = before.take(aggregate, share, portion, offset, () -> portionsOf(group));
        keep(aggregate, group, before, after);
    }

    private void keep(Aggregate aggregate, String key, GroupState before, GroupState after) {
        if (!after.equals(before)) {
            groups.put(key, after, groupForm);
        }
        if (after.isTold(before)) {
            show(after.group().ref().text(), new ShownSums.Sums(aggregate, after, days.of(aggregate), now()));
        }
    }

    private void tell(SumInbox.DayBegan day) {
        String key = day.aggregate().name() + "/day/" + day.partition();
        context.forward(new Record<>(key, day, context.currentSystemTimeMs()), Lane.SUM_INPUTS.of(STEP));
    }

    private void begin(SumInbox.DayBegan day, Origin origin) {
        days.begin(day);
        for (String key : groups.keys(StoreNames.key(day.aggregate().name(), ""))) {
            GroupState before = requireNonNull(groups.find(key, groupForm));
            keep(day.aggregate(), key, before, before.dayBegan(day.since(), day.today(), origin.at(), origin.offset()));
        }
    }

    private List<Portion> portionsOf(String group) {
        List<Portion> found = new ArrayList<>();
        String prefix = group + StoreNames.SEPARATOR;
        try (KeyValueIterator<String, byte[]> entries = portions.prefixScan(prefix, new StringSerializer())) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> next = entries.next();
                found.add(portionForm.fromBytes(next.value));
            }
        }
        return found;
    }

    /** Every partition hears of every partition of the entries, and shows that it is complete when it has heard of all. */
    private void note(SumInbox.AllRead all) {
        Aggregate aggregate = all.aggregate();
        byte[] known = read.get(aggregate.name());
        SortedSet<String> heard = known == null ? new TreeSet<>() : readForm.fromBytes(known);
        heard.add(all.entity() + "/" + all.sourcePartition());
        read.put(aggregate.name(), readForm.toBytes(heard));
        if (heard.size() == aggregate.parts().size() * setup.partitions()) {
            ShownSums.AllShown shown = new ShownSums.AllShown(aggregate, input.partition(), now());
            show(shown.key(), shown);
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private void show(String key, ShownSums sums) {
        context.forward(new Record<>(key, sums, context.currentSystemTimeMs()), Lane.SUMS.of(STEP));
    }
}
