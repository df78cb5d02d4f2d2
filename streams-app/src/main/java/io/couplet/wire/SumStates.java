package io.couplet.wire;

import io.couplet.domain.aggregate.EntryState;
import io.couplet.domain.aggregate.Group;
import io.couplet.domain.aggregate.GroupState;
import io.couplet.domain.aggregate.Portion;
import io.couplet.domain.model.Value;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The forms of what is kept for sums. Each call gives a form of its own, since a form is used by one thread. */
public final class SumStates {
    private SumStates() {}

    /** Of entries. */
    public static StateForm<EntryState> entries() {
        return SmallStates.form(
                (entry, out) -> {
                    out.version(entry.version());
                    out.maybe(entry.group(), group -> write(group, out));
                    write(entry.says(), out);
                    out.each(entry.left(), group -> write(group, out));
                },
                in -> new EntryState(
                        in.version(),
                        in.maybe(() -> group(in)),
                        in.isFormer() ? new TreeMap<>() : values(in),
                        in.each(() -> group(in))));
    }

    /** Of what groups remember of entries. */
    public static StateForm<Portion> portions() {
        return SmallStates.form(
                (portion, out) -> {
                    out.version(portion.version());
                    write(portion.says(), out);
                    out.whole(portion.offset());
                },
                in -> new Portion(in.version(), values(in), in.whole()));
    }

    /** Of groups. */
    public static StateForm<GroupState> groups() {
        return SmallStates.form(
                (group, out) -> {
                    write(group.group(), out);
                    write(group.kept(), out);
                    out.whole(group.changed());
                    out.time(group.committedAt());
                    out.whole(group.last());
                },
                in -> new GroupState(group(in), values(in), in.whole(), in.time(), in.whole()));
    }

    /** Of the partitions whose entries have all been read. */
    public static StateForm<SortedSet<String>> read() {
        return SmallStates.form((read, out) -> out.texts(read), in -> new TreeSet<>(in.texts()));
    }

    private static void write(Group group, StateWriter out) {
        out.ref(group.ref());
        out.each(group.key(), out::value);
    }

    private static Group group(StateReader in) {
        return new Group(in.ref(), in.each(in::value));
    }

    private static void write(SortedMap<String, Value> values, StateWriter out) {
        out.each(values.entrySet(), entry -> {
            out.text(entry.getKey());
            out.value(entry.getValue());
        });
    }

    private static SortedMap<String, Value> values(StateReader in) {
        SortedMap<String, Value> values = new TreeMap<>();
        for (long left = in.whole(); left > 0; left--) {
            String field = in.text();
            values.put(field, in.value());
        }
        return values;
    }
}
