package io.couplet.wire;

import io.couplet.contract.DayBegan;
import io.couplet.contract.EntriesRead;
import io.couplet.contract.Field;
import io.couplet.contract.SumInput;
import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.aggregate.Group;
import io.couplet.domain.aggregate.Share;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of sum-inputs. Safe for any thread. */
final class SumInputs {
    private final LoadedAggregates aggregates;

    SumInputs(LoadedAggregates aggregates) {
        this.aggregates = aggregates;
    }

    static SumInput toAvro(SumInbox inbox) {
        String aggregate = inbox.aggregate().name();
        if (inbox instanceof SumInbox.AllRead read) {
            return new SumInput(aggregate, new EntriesRead(read.entity(), read.sourcePartition()));
        }
        if (inbox instanceof SumInbox.DayBegan day) {
            return new SumInput(aggregate, new DayBegan(day.partition(), day.since(), day.today()));
        }
        Share share = ((SumInbox.Told) inbox).share();
        return new SumInput(
                aggregate,
                new io.couplet.contract.Share(
                        share.group().ref().text(),
                        share.entry().text(),
                        share.version().row(),
                        share.version().deleted(),
                        share.committedAt(),
                        key(inbox.aggregate(), share.group()),
                        Values.toAvro(share.says())));
    }

    SumInbox fromAvro(SumInput input) {
        Aggregate aggregate = aggregates.get(input.getAggregate());
        if (input.getMessage() instanceof EntriesRead read) {
            return new SumInbox.AllRead(aggregate, read.getEntity(), read.getSourcePartition());
        }
        if (input.getMessage() instanceof DayBegan day) {
            return new SumInbox.DayBegan(aggregate, day.getPartition(), day.getSince(), day.getToday());
        }
        io.couplet.contract.Share share = (io.couplet.contract.Share) input.getMessage();
        Map<String, Value> values = Values.toMap(share.getKey());
        Group group = new Group(
                new RecordRef(share.getGroup()),
                aggregate.key().stream()
                        .map(field -> values.getOrDefault(field, Value.BLANK))
                        .toList());
        return new SumInbox.Told(
                aggregate,
                new Share(
                        group,
                        new RecordRef(share.getEntry()),
                        new Version(share.getRowVersion(), share.getDeleted()),
                        share.getCommittedAt(),
                        new TreeMap<>(Values.toMap(share.getSays()))));
    }

    private static List<Field> key(Aggregate aggregate, Group group) {
        List<Field> key = new ArrayList<>();
        for (int i = 0; i < aggregate.key().size(); i++) {
            key.add(new Field(aggregate.key().get(i), Values.toAvro(group.key().get(i))));
        }
        return key;
    }
}
