package io.couplet.guarantee;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.Answer;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Outcome;
import io.couplet.guarantee.Recording.Seen;
import io.couplet.guarantee.Recording.Standing;
import io.couplet.guarantee.Recording.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recording, put in order once for all guarantees. For one thread. */
final class Evidence {
    final Recording recording;
    final Requests requests;

    /** Every command that took effect, in the order of the side it wrote to. */
    final List<Effect> effects = new ArrayList<>();

    /** The commands that were answered as applied, by id, as they took effect. */
    final Map<String, Command> applied = new HashMap<>();

    /** Every field that was written, in the same order. */
    final List<Written> written = new ArrayList<>();

    /** Outcomes that were stated again right after they had been stated. */
    final List<Outcome> repeated = new ArrayList<>();

    /** What was captured although no system stored it. */
    final List<Seen> unheardOf = new ArrayList<>();

    private final Map<String, Rules> rules = new HashMap<>();
    private final Map<String, List<Rules>> rulesByEntity = new HashMap<>();
    private final Map<RecordRef, Row> rowsByRef = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, CouplingFact> couplings = new HashMap<>();
    private int places;
    private @Nullable Conversions conversions;

    Evidence(Recording recording) {
        this.recording = recording;
        this.requests = new Requests(recording.requests());
        for (Mapping mapping : recording.mappings()) {
            rules.put(mapping.name(), new Rules(mapping, rules.size()));
        }
        for (Answer answer : recording.answers()) {
            if (answer.outcome() == CommandOutcome.APPLIED) {
                applied.putIfAbsent(answer.command().id(), answer.command());
            }
        }
        findRows();
        effects.forEach(this::findWritten);
        findHomes();
        hear();
    }

    /** Every record that a system stored or a coupling names. */
    List<Row> rows() {
        return rows;
    }

    /** The rules of a mapping, null where it is not in force. */
    @Nullable
    Rules rules(String mapping) {
        return rules.get(mapping);
    }

    /** The rules of every mapping. */
    Collection<Rules> rules() {
        return rules.values();
    }

    /** One row, possibly one without versions. */
    Row row(RecordRef ref) {
        Row row = rowsByRef.get(ref);
        if (row == null) {
            row = new Row(ref);
            for (Rules covering : covering(ref)) {
                row.member(covering);
            }
            rowsByRef.put(ref, row);
            rows.add(row);
        }
        return row;
    }

    /** A coupling, null where nobody ever heard of it. */
    @Nullable
    CouplingFact coupling(String id) {
        return couplings.get(id);
    }

    /** How many places of live couplings have a record at the end. */
    int places() {
        return places;
    }

    /** The record in one place of a coupling, null where that is empty or the mapping is not in force. */
    @Nullable
    Member member(CouplingFact coupling, Side side) {
        RecordRef ref = coupling.ref(side);
        Rules of = rules.get(coupling.mapping());
        return ref == null || of == null ? null : row(ref).member(of);
    }

    /** Whether a record was ever there; {@code owned} names it and a mapping, as in {@link Recording#owners()}. */
    boolean everWas(String owned) {
        Row row = rowsByRef.get(new RecordRef(owned.substring(0, owned.indexOf('@'))));
        return row != null && row.size() > 0;
    }

    /** What becomes of values, by what the live couplings say of records at the end. */
    Conversions conversions() {
        Conversions all = conversions;
        if (all == null) {
            all = new Conversions(this);
            conversions = all;
        }
        return all;
    }

    private List<Rules> covering(RecordRef ref) {
        String entity = ref.text().substring(0, ref.text().lastIndexOf('/'));
        return rulesByEntity.computeIfAbsent(
                entity,
                e -> rules.values().stream()
                        .filter(candidate -> candidate.mapping.covers(ref))
                        .toList());
    }

    private void findRows() {
        Sent sent = new Sent(recording.sent(), applied);
        for (Side side : Side.values()) {
            for (Stored stored : recording.rows(side)) {
                Row row = row(stored.row().ref());
                Command command = sent.by(stored);
                Effect effect = command == null ? null : effect(command, row);
                row.add(stored, effect);
                if (effect != null) {
                    effects.add(effect);
                }
            }
        }
    }

    private Effect effect(Command command, Row row) {
        RecordRef source = command.source();
        return new Effect(command, row, row.size(), source == null ? null : row(source));
    }

    private void findWritten(Effect effect) {
        Rules of = rules.get(effect.command.mapping());
        if (of == null) {
            return;
        }
        Member target = effect.row.member(of);
        Member source = effect.source == null ? null : effect.source.member(of);
        for (FieldWrite write : effect.command.fields()) {
            Rule rule = of.named(write.rule());
            if (rule != null) {
                Written carriedBefore = source == null ? null : source.carried(rule);
                Written wrote = new Written(effect, write, rule, target, source, target.written(rule), carriedBefore);
                target.written(wrote);
                if (source != null) {
                    source.carried(wrote);
                }
                written.add(wrote);
            }
        }
    }

    private void findHomes() {
        for (CouplingFact coupling : recording.couplings()) {
            couplings.put(coupling.id(), coupling);
            for (Side side : Side.values()) {
                Member member = member(coupling, side);
                if (member != null) {
                    member.named = true;
                    if (coupling.standing() != Standing.DISSOLVED) {
                        places++;
                        member.coupling = member.coupling == null ? coupling : member.coupling;
                    }
                }
            }
        }
    }

    private void hear() {
        for (Seen seen : recording.captured()) {
            Rules of = rules.get(seen.mapping());
            Row row = rowsByRef.get(seen.ref());
            int place = row == null ? -1 : row.placeOf(seen.version());
            if (of == null || row == null || place < 0) {
                unheardOf.add(seen);
            } else {
                row.member(of).capture(place);
            }
        }
        for (Outcome outcome : recording.outcomes()) {
            Rules of = rules.get(outcome.seen().mapping());
            Row row = rowsByRef.get(outcome.seen().ref());
            int place = row == null ? -1 : row.placeOf(outcome.seen().version());
            if (of != null && row != null && place >= 0) {
                Member member = row.member(of);
                if (outcome.outcome() == ChangeOutcome.PENDING) {
                    member.reopen(place);
                } else {
                    if (member.repeats(place, outcome.outcome())) {
                        repeated.add(outcome);
                    }
                    member.say(place, outcome.outcome());
                }
            }
        }
    }
}
