package io.couplet.wire;

import io.couplet.domain.directory.AliasState;
import io.couplet.domain.directory.Candidates;
import io.couplet.domain.directory.Gate;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.DirectoryMessage.Register;
import io.couplet.domain.model.RecordRef;
import java.util.HashSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The forms of the states that need no mapping. Each call gives a form of its own, since a form is used by one thread. */
public final class SmallStates {
    private SmallStates() {}

    /** Of match keys. */
    public static StateForm<Candidates> candidates() {
        return form(
                (state, out) -> {
                    out.each(state.records().values(), register -> {
                        out.ref(register.ref());
                        out.truth(register.owned());
                        out.maybe(register.partner(), out::ref);
                    });
                    out.whole(state.last());
                },
                in -> {
                    SortedMap<RecordRef, Register> records = new TreeMap<>();
                    in.each(() -> new Register(in.ref(), in.truth(), in.maybe(in::ref)))
                            .forEach(register -> records.put(register.ref(), register));
                    return new Candidates(records, in.whole());
                });
    }

    /** Of aliases. */
    public static StateForm<AliasState> aliases() {
        return form(
                (state, out) -> {
                    out.each(state.claims().entrySet(), claim -> {
                        out.text(claim.getKey());
                        out.ref(claim.getValue().partner());
                        out.whole(claim.getValue().rowVersion());
                        out.whole(claim.getValue().at());
                    });
                    out.whole(state.rowVersion());
                    out.each(state.subscribers(), partition -> out.whole(partition));
                    out.whole(state.last());
                },
                in -> new AliasState(claims(in), in.whole(), RecordStateForm.partitions(in), in.whole()));
    }

    private static SortedMap<String, AliasState.Claim> claims(StateReader in) {
        SortedMap<String, AliasState.Claim> claims = new TreeMap<>();
        for (long left = in.whole(); left > 0; left--) {
            claims.put(in.text(), new AliasState.Claim(in.ref(), in.whole(), in.whole()));
        }
        return claims;
    }

    /** Of gates. */
    public static StateForm<Gate> gates() {
        return form(
                (state, out) -> {
                    out.texts(new TreeSet<>(state.markers()));
                    out.whole(state.openOffset());
                },
                in -> new Gate(new HashSet<>(in.texts()), in.whole()));
    }

    /** Of what names stand for. */
    public static StateForm<Answer> answers() {
        return form(
                (answer, out) -> {
                    out.text(answer.mapping());
                    out.text(answer.about());
                    out.maybe(answer.partner(), out::ref);
                    out.maybe(answer.businessKey(), out::text);
                    out.whole(answer.version());
                },
                in -> new Answer(in.text(), in.text(), in.maybe(in::ref), in.maybe(in::text), in.whole()));
    }

    interface Writing<S> {
        void write(S state, StateWriter out);
    }

    static <S> StateForm<S> form(Writing<S> writing, Function<StateReader, S> reading) {
        return new StateForm<>() {
            private final StateWriter out = new StateWriter();

            @Override
            public byte[] toBytes(S state) {
                writing.write(state, out.begin());
                return out.end();
            }

            @Override
            public S fromBytes(byte[] bytes) {
                return reading.apply(new StateReader(bytes));
            }
        };
    }
}
