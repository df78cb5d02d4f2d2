package io.couplet.local.bench;

/**
 * Where the time of a run went, as the messages themselves tell.
 *
 * @param direction for people
 * @param changes edits that capture has read
 * @param commands what the edits became: commands that the target carried out
 * @param refused commands that the target answered otherwise, such as stale ones
 * @param captured from commit in the source to leaving capture
 * @param decided from capture to the decision; of a command that carries several edits, for the newest one
 * @param applied from the decision to the commit in the target
 */
record StageTimes(
        String direction,
        long changes,
        long commands,
        long refused,
        Percentiles captured,
        Percentiles decided,
        Percentiles applied) {}
