package io.couplet.topology;

import io.couplet.contract.Change;
import java.util.Random;

/**
 * What is peculiar to one history.
 *
 * @param ownWritesLeftOut whether capture leaves out what commands write
 * @param coalesces whether capture sees only the newest version of a row
 * @param showsPrevious whether capture tells which version came before
 * @param repeats whether changes, answers and commands come twice now and then, and the topology is stopped and started
 * @param transactional whether what the topology says is seen only when it commits, and is lost together with its states in a crash
 * @param operators how many of a thousand deeds are an operator's
 * @param removals how many of a thousand deeds delete or bring back a record
 */
record Habits(
        boolean ownWritesLeftOut,
        boolean coalesces,
        boolean showsPrevious,
        boolean repeats,
        boolean transactional,
        int operators,
        int removals) {

    static Habits any(Random random) {
        return new Habits(
                random.nextBoolean(),
                random.nextInt(4) == 0,
                random.nextInt(4) != 0,
                random.nextInt(3) != 0,
                random.nextInt(3) == 0,
                random.nextInt(3) == 0 ? 150 : 40,
                random.nextInt(3) == 0 ? 150 : 40);
    }

    /** A change as capture tells it. */
    Change told(Change change) {
        return showsPrevious
                ? change
                : new Change(
                        change.op(),
                        change.ref(),
                        change.position(),
                        change.rowVersion(),
                        null,
                        change.createdBy(),
                        change.modifiedBy(),
                        change.modifiedAt(),
                        change.committedAt(),
                        change.capturedAt(),
                        change.after());
    }
}
