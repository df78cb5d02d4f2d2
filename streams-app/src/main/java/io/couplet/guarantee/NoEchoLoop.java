package io.couplet.guarantee;

import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A user's edit is written to the other side once at most, and the systems fall silent.
 *
 * <p>A second write of the same edit is an answer to somebody else, and therefore right, where somebody else changed the field in the target
 * after the first one: the source of a one-way rule is enforced, a conflict is decided for it, a drift is overwritten. A field that waited
 * alone, a number that the target assigned and a record that is created again are first writes.
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
        for (Effect effect : evidence.effects) {
            if (effect.is(Operation.UPDATE) && alreadySo(effect)) {
                findings.add(effect, " wrote only what was there already: ", effect.command.fields());
            }
        }
        for (Written written : evidence.written) {
            if (written.effect().is(Operation.UPDATE)) {
                checkTwice(written, findings);
                checkReflection(written, findings);
            }
        }
    }

    private static boolean alreadySo(Effect effect) {
        int before = effect.place - 1;
        for (FieldWrite write : effect.command.fields()) {
            if (before < 0 || !effect.row.get(before, write.field()).equals(write.value())) {
                return false;
            }
        }
        return before >= 0;
    }

    /** The same value from the same edit was written before. */
    private static void checkTwice(Written written, Findings findings) {
        Written earlier = written.earlier();
        int shown = written.shownSince();
        boolean same = earlier != null
                && earlier.effect().sharesCoupling(written.effect())
                && earlier.source() == written.source()
                && shown >= 0
                && earlier.shownSince() == shown;
        if (same && earlier != null && !answersOthers(written, earlier.effect().place)) {
            findings.add(
                    written.effect(), " carries ", written.rule().name(), "=", written.write().sourceValue(),
                    " for the second time, after ", earlier.effect());
        }
    }

    /** The value was written into the source by ourselves, from the record to which it is written now. */
    private static void checkReflection(Written written, Findings findings) {
        Member source = written.source();
        int shown = written.shownSince();
        Effect origin = source == null || shown < 0 ? null : source.row.effect(shown);
        if (source == null || origin == null || !reflects(written, origin)) {
            return;
        }
        if (origin.carries(written.rule().field(source.row.side)) && !answersOthers(written, origin.seen())) {
            findings.add(
                    written.effect(), " writes ", written.rule().name(), "=", written.write().sourceValue(),
                    " back to where it came from, after ", origin);
        }
    }

    private static boolean reflects(Written written, @Nullable Effect origin) {
        return origin != null
                && origin.sharesCoupling(written.effect())
                && origin.source == written.target().row
                && origin.seen() >= 0;
    }

    /** Whether somebody else changed the field in the target after a place, and before it was written. */
    private static boolean answersOthers(Written written, int after) {
        return written.target().column(written.rule()).changedByOthers(written.effect().place - 1) > after;
    }
}
