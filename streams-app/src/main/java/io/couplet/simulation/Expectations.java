package io.couplet.simulation;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.Output.Audited;
import io.couplet.domain.message.Output.Counted;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.pair.PairState;
import io.couplet.guarantee.Recording.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people want to see at a point of a {@link Scene}. What they see instead is noted. */
final class Expectations {
    private final Scene scene;
    private final List<String> otherwise = new ArrayList<>();

    Expectations(Scene scene) {
        this.scene = scene;
    }

    /** What is not as people want it, in words. */
    List<String> otherwise() {
        return List.copyOf(otherwise);
    }

    private void expect(String what, Object wanted, @Nullable Object found) {
        if (!wanted.equals(found)) {
            otherwise.add(what + " should be " + wanted + ", but is " + (found == null ? "not there" : found));
        }
    }

    // ---- rows ------------------------------------------------------------------------------------------------------

    /** A field of a row shows a value; the empty text stands for blank. */
    void row(RecordRef ref, String field, String value) {
        StoredRow row = scene.world.system(ref.side()).row(ref);
        expect(
                field + " of " + ref,
                value.isEmpty() ? "(blank)" : value,
                row == null ? null : row.get(field).toString());
    }

    void there(RecordRef ref, boolean wanted) {
        expect(
                "whether " + ref + " is there",
                wanted,
                scene.world.system(ref.side()).row(ref) != null);
    }

    /** A table holds so many rows. */
    void rows(Table table, int count) {
        expect(
                "the number of rows in " + table.entity(),
                count,
                scene.world.system(table.side).present(table).size());
    }

    /** A row was stored so many times, deletes included. */
    void versions(RecordRef ref, int count) {
        long stored = scene.world.system(ref.side()).history().stream()
                .filter(each -> each.row().ref().equals(ref))
                .count();
        expect("how often " + ref + " was stored", (long) count, stored);
    }

    // ---- couplings -------------------------------------------------------------------------------------------------

    /** Two records are the same thing, and how that stands. */
    void coupled(RecordRef one, RecordRef other, Standing standing) {
        PairState pair = coupling(one);
        RecordRef with = pair == null ? null : pair.side(other.side()).ref();
        expect("the counterpart of " + one, other, with);
        standing(one, standing);
    }

    /** Two records are the same thing and agree. */
    void coupled(RecordRef one, RecordRef other) {
        coupled(one, other, Standing.IN_STEP);
    }

    /** How the coupling of a record stands. */
    void standing(RecordRef ref, Standing standing) {
        PairState pair = coupling(ref);
        expect(
                "how the coupling of " + ref + " stands",
                standing,
                pair == null
                        ? null
                        : Standings.of(pair, scene.mapping(ref).name()).standing());
    }

    void uncoupled(RecordRef ref) {
        PairState pair = coupling(ref);
        expect("whether " + ref + " is coupled", false, pair != null);
    }

    private @Nullable PairState coupling(RecordRef ref) {
        PairState[] found = new PairState[1];
        scene.world.forEachPair((pair, mapping) -> {
            if (pair.dead() == null && ref.equals(pair.side(ref.side()).ref())) {
                found[0] = pair;
            }
        });
        return found[0];
    }

    /** Appliers were handed so many commands to write to a record, repetitions included. */
    void commands(RecordRef target, int count) {
        long sent = scene.world.ledger.sent().stream()
                .filter(command -> command.target().equals(target))
                .count();
        expect("the number of commands for " + target, (long) count, sent);
    }

    // ---- what is told ----------------------------------------------------------------------------------------------

    /** The audit says that a value lost, or that none of that text did. */
    void loser(String value, boolean wanted) {
        boolean[] found = {false};
        scene.world.medium.topics.audit.forEach(entry -> found[0] |= ((Audited) entry)
                .losers().stream().anyMatch(loser -> loser.losing().toString().equals(value)));
        expect("whether '" + value + "' stands in the audit as a loser", wanted, found[0]);
    }

    /** What was said last of the newest version of a record. */
    void outcome(RecordRef ref, ChangeOutcome outcome) {
        ChangeOutcome last = null;
        for (Counted counted : scene.world.ledger.counted()) {
            if (counted.ref().equals(ref)) {
                last = counted.outcome();
            }
        }
        expect("what became of " + ref, outcome, last);
    }
}
