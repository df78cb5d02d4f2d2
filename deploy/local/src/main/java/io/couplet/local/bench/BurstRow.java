package io.couplet.local.bench;

import java.util.List;

/**
 * One burst.
 *
 * @param quietAfter milliseconds from the first commit until the pipeline was found quiet
 * @param differing pairs on whose edited fields the sides did not agree then: there should be none
 * @param stages one for each direction that took part
 */
record BurstRow(
        String direction,
        BurstFigures couplet,
        double quietAfter,
        int differing,
        List<StageTimes> stages,
        BurstFigures postgres) {

    BurstRow {
        stages = List.copyOf(stages);
    }

    /** The commands that carried the edits. */
    long commands() {
        return stages.stream().mapToLong(StageTimes::commands).sum();
    }
}
