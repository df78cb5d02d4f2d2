package io.couplet.wire;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.directory.RecordState.Registration;
import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Directory's states of the records of one side of a mapping. */
public final class RecordStateForm implements StateForm<RecordState> {
    private final FieldNames names;
    private final StateWriter out = new StateWriter();

    /** For the records of one side. */
    public RecordStateForm(Mapping mapping, Side side) {
        this.names = mapping.fieldNames(side);
    }

    @Override
    public byte[] toBytes(RecordState state) {
        out.begin();
        out.maybe(state.image(), out::image);
        out.truth(state.handedOver());
        out.maybe(state.owner(), out::text);
        out.truth(state.lead());
        out.maybe(state.intent(), out::word);
        out.maybe(state.partner(), out::ref);
        out.whole(state.incarnation());
        out.truth(state.detached());
        out.each(state.dissolved().entrySet(), left -> {
            out.text(left.getKey());
            out.version(left.getValue());
        });
        out.maybe(state.former(), out::text);
        out.word(state.awaits());
        out.each(state.registered(), this::registration);
        out.each(state.verdicts().values(), this::verdict);
        out.texts(state.retracted());
        out.truth(state.freed());
        out.maybe(state.pendingPartner(), out::ref);
        out.each(state.subscribers(), partition -> out.whole(partition));
        out.maybe(state.info(), this::info);
        out.maybe(state.handed(), out::version);
        out.word(state.outcome());
        out.each(state.last().entrySet(), last -> {
            out.text(last.getKey());
            out.whole(last.getValue());
        });
        return out.end();
    }

    private void registration(Registration registration) {
        out.text(registration.matchKey());
        out.truth(registration.owned());
        out.maybe(registration.partner(), out::ref);
    }

    private void verdict(Verdict verdict) {
        out.text(verdict.matchKey());
        out.word(verdict.judgement());
        out.maybe(verdict.partner(), out::ref);
    }

    private void info(Info info) {
        out.text(info.coupling());
        out.maybe(info.partner(), out::ref);
        out.maybe(info.wanted(), out::ref);
        out.maybe(info.businessKey(), out::text);
        out.whole(info.version());
    }

    @Override
    public RecordState fromBytes(byte[] bytes) {
        StateReader in = new StateReader(bytes);
        return new RecordState(
                in.maybe(() -> in.image(names)),
                in.truth(),
                in.maybe(in::text),
                in.truth(),
                in.maybe(() -> in.word(Intent.class)),
                in.maybe(in::ref),
                Math.toIntExact(in.whole()),
                in.truth(),
                versions(in),
                in.maybe(in::text),
                in.word(Wait.class),
                in.each(() -> new Registration(in.text(), in.truth(), in.maybe(in::ref))),
                verdicts(in),
                in.texts(),
                in.truth(),
                in.maybe(in::ref),
                partitions(in),
                in.maybe(() ->
                        new Info(in.text(), in.maybe(in::ref), in.maybe(in::ref), in.maybe(in::text), in.whole())),
                in.maybe(in::version),
                in.word(ChangeOutcome.class),
                offsets(in));
    }

    private static SortedMap<String, Verdict> verdicts(StateReader in) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        in.each(() -> new Verdict(in.text(), in.word(Judgement.class), in.maybe(in::ref)))
                .forEach(verdict -> verdicts.put(verdict.matchKey(), verdict));
        return verdicts;
    }

    private static SortedMap<String, Version> versions(StateReader in) {
        SortedMap<String, Version> versions = new TreeMap<>();
        for (long left = in.whole(); left > 0; left--) {
            String coupling = in.text();
            versions.put(coupling, in.version());
        }
        return versions;
    }

    static SortedSet<Integer> partitions(StateReader in) {
        return new TreeSet<>(in.each(() -> Math.toIntExact(in.whole())));
    }

    private static SortedMap<String, Long> offsets(StateReader in) {
        SortedMap<String, Long> last = new TreeMap<>();
        for (long left = in.whole(); left > 0; left--) {
            String topic = in.text();
            last.put(topic, in.whole());
        }
        return last;
    }
}
