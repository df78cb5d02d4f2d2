package io.couplet.guarantee;

import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.model.Command.Operation;
import io.couplet.guarantee.Recording.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user's edit is written to the other side once at most, nothing is written that is there already, and the systems fall silent.
 *
 * <p>A second write of the same edit, and one that goes back to where the value came from, is an answer to somebody else, and therefore
 * right, where somebody else changed the field in the target since: the source of a one-way rule is enforced, a conflict is decided for it, a
 * drift is overwritten. So is one that an operator decided, and one that goes along with another field of its group. A field that waited
 * alone, a number that the target assigned and a record that is created again are first writes.
 *
 * <p>What was stale is not sent again as it is.
 *
 * <p>All this holds after crashes, too: what is decided again is the same command, which the applier knows.
 */
public final class NoEchoLoop extends Guarantee {

    /** The promise. */
    public NoEchoLoop() {
        super("G1 no echo loop");
    }

    @Override
    void check(Evidence evidence, Findings findings) {
        if (!evidence.recording.silent()) {
            findings.add("it does not fall silent");
        }
        findStorms(evidence.recording, findings);
        List<Written> all = evidence.written;
        for (int i = 0; i < all.size(); i++) {
            if (alreadySo(all.get(i))) {
                findings.add(
                        all.get(i).effect(),
                        " writes ",
                        all.get(i).rule().name(),
                        "=",
                        all.get(i).write().value(),
                        ", which was there already");
            }
            Effect before = needlessAfter(all.get(i), evidence);
            if (before != null && !goesAlong(all, i, evidence)) {
                findings.add(
                        all.get(i).effect(),
                        " writes ",
                        all.get(i).rule().name(),
                        "=",
                        all.get(i).write().sourceValue(),
                        before.row == all.get(i).effect().row
                                ? " for the second time, after "
                                : " back to where it came from, after ",
                        before);
            }
        }
    }

    /** What was found to be decided on a stale version is not decided on it again; after a crash it may be. */
    private static void findStorms(Recording recording, Findings findings) {
        if (recording.crashed()) {
            return;
        }
        Set<String> stale = new HashSet<>();
        for (Answer answer : recording.answers()) {
            if (answer.outcome() == CommandOutcome.STALE
                    && !stale.add(answer.command().id())) {
                findings.add("command ", answer.command().id(), " was stale and is sent again unchanged");
            }
        }
    }

    private static boolean alreadySo(Written written) {
        Effect effect = written.effect();
        return effect.is(Operation.UPDATE)
                && effect.place > 0
                && effect.row
                        .get(effect.place - 1, written.write().field())
                        .equals(written.write().value());
    }

    /** The effect after which there was no need to write that, null where there was need. */
    private static @Nullable Effect needlessAfter(Written written, Evidence evidence) {
        Effect effect = written.effect();
        if (!effect.is(Operation.UPDATE)
                || written.source() == null
                || evidence.requests.resolved(effect.command.coupling())) {
            return null;
        }
        int shown = written.shownSince();
        if (shown < 0) {
            return null;
        }
        Effect twice = sameBefore(written, shown);
        return twice == null ? reflected(written, written.source(), shown) : twice;
    }

    /** The effect that wrote the same value from the same edit before. */
    private static @Nullable Effect sameBefore(Written written, int shown) {
        Written earlier = written.earlier();
        return earlier != null
                        && earlier.effect().carries(earlier.write().field())
                        && earlier.effect().sharesCoupling(written.effect())
                        && earlier.source() == written.source()
                        && earlier.shownSince() == shown
                        && !answersOthers(written, earlier.effect().place)
                ? earlier.effect()
                : null;
    }

    /** The effect that wrote the value into the source, from the record to which it is written now. */
    private static @Nullable Effect reflected(Written written, Member source, int shown) {
        Effect origin = source.row.effect(shown);
        return origin != null
                        && origin.sharesCoupling(written.effect())
                        && origin.source == written.target().row
                        && origin.seen() >= 0
                        && origin.carries(written.rule().field(source.row.side))
                        && !answersOthers(written, origin.seen())
                ? origin
                : null;
    }

    /** Whether somebody else, or another coupling, changed the field in the target after a place, and before it was written. */
    private static boolean answersOthers(Written written, int after) {
        Column column = written.target().column(written.rule());
        int before = written.effect().place - 1;
        return column.changedByOthers(before) > after || column.changedForOthers(after, before, written.effect());
    }

    /** Whether the same command had need to write another field of the group. */
    private static boolean goesAlong(List<Written> all, int index, Evidence evidence) {
        Written written = all.get(index);
        String group = written.rule().group();
        if (group == null) {
            return false;
        }
        int first = index;
        while (first > 0 && all.get(first - 1).effect() == written.effect()) {
            first--;
        }
        for (int i = first; i < all.size() && all.get(i).effect() == written.effect(); i++) {
            if (group.equals(all.get(i).rule().group()) && needlessAfter(all.get(i), evidence) == null) {
                return true;
            }
        }
        return false;
    }
}
