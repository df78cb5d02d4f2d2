package io.couplet.processor;

import static io.couplet.processor.PoisonousInput.unlessPoisonous;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.DirectoryMessage;
import io.couplet.domain.message.DirectoryMessage.SnapshotMarker;
import io.couplet.domain.message.DirectoryMessage.Subscribe;
import io.couplet.domain.message.DirectoryMessage.ToAlias;
import io.couplet.domain.message.DirectoryMessage.ToMatchKey;
import io.couplet.domain.message.DirectoryMessage.ToRecord;
import io.couplet.domain.message.Origin;
import io.couplet.domain.model.RecordRef;
import io.couplet.wire.CapturedChange;
import io.couplet.wire.DirectoryInbox;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The Directory: finds out which coupling a record belongs to and passes its changes on. One instance per partition. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
public final class RouteRecord implements Processor<String, DirectoryInbox, String, Object> {
    /** The name of this step. */
    public static final String STEP = "route-record";

    private final Setup setup;
    private Input input;
    private Departures departures;
    private RecordKeeper records;
    private MatchKeeper matchKeys;
    private AliasKeeper aliases;

    /** A step that has not begun. */
    public RouteRecord(Setup setup) {
        this.setup = setup;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        input = new Input(context, setup.topicPrefix());
        departures = new Departures(context, STEP, setup.observer());
        records = new RecordKeeper(setup, new CachedStates<>(context.getStateStore(StoreNames.RECORDS)), departures);
        matchKeys = new MatchKeeper(
                setup,
                context.getStateStore(StoreNames.CANDIDATES),
                context.getStateStore(StoreNames.GATES),
                departures);
        aliases = new AliasKeeper(new CachedStates<>(context.getStateStore(StoreNames.HOLDERS)), departures);
    }

    @Override
    public void process(Record<String, DirectoryInbox> record) {
        if (record.key() == null || record.value() == null) {
            throw new PoisonousInput("a record without key or value");
        }
        Origin origin = input.origin(record);
        DirectoryInbox inbox = record.value();
        if (inbox instanceof DirectoryInbox.Captured captured) {
            captured(record.key(), captured.change(), origin);
        } else if (inbox instanceof DirectoryInbox.Told told) {
            tell(record.key(), setup.mappings().get(told.mapping()), told.message(), origin);
        } else if (inbox instanceof DirectoryInbox.RecordRequest request) {
            tell(record.key(), setup.mappings().get(request.mapping()), request.message(), origin);
        } else if (inbox instanceof DirectoryInbox.CouplingRequest request) {
            departures.forward(Lane.PAIR_INPUTS, record.key(), request.message());
        }
    }

    private void captured(String key, CapturedChange change, Origin origin) {
        if (change.endsSnapshot()) {
            endsSnapshot(change);
            return;
        }
        RecordRef ref = unlessPoisonous("reading a reference", change::ref);
        if (!ref.text().equals(key) || !ref.entity().equals(change.entity())) {
            throw new PoisonousInput("the record's key, reference and topic name different records");
        }
        for (Mapping mapping : setup.mappings().covering(ref)) {
            records.change(mapping, ref, change, origin);
        }
    }

    /** Every partition that judges match keys must know that this partition has registered all candidates of the snapshot. */
    private void endsSnapshot(CapturedChange change) {
        int partition = input.partition();
        for (Mapping mapping : setup.mappings().of(change.entity())) {
            if (!mapping.match().isEmpty()) {
                String key = "gate/" + mapping.name() + "/" + change.side().word() + "/" + partition;
                departures.forward(
                        Lane.DIRECTORY_INPUTS,
                        key,
                        new DirectoryInbox.Told(mapping.name(), new SnapshotMarker(change.side(), partition)));
            }
        }
    }

    private void tell(String key, Mapping mapping, DirectoryMessage message, Origin origin) {
        if (message instanceof SnapshotMarker marker) {
            matchKeys.note(mapping, marker, origin);
        } else if (message instanceof ToMatchKey statement) {
            matchKeys.tell(mapping.name(), key, statement, origin);
        } else if (message instanceof Subscribe subscribe) {
            subscribe(key, mapping, subscribe, origin);
        } else if (message instanceof ToAlias statement) {
            aliases.tell(mapping.name(), key, statement, origin);
        } else if (message instanceof ToRecord told) {
            records.tell(mapping, ref(key), told, origin);
        }
    }

    private void subscribe(String name, Mapping mapping, Subscribe subscribe, Origin origin) {
        if (AliasKeeper.isAlias(name)) {
            aliases.tell(mapping.name(), name, subscribe, origin);
        } else {
            records.tell(mapping, ref(name), subscribe, origin);
        }
    }

    private static RecordRef ref(String key) {
        return unlessPoisonous("reading a reference", () -> new RecordRef(key));
    }
}
