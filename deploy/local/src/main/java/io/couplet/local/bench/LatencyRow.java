package io.couplet.local.bench;

/**
 * Latency one way at one rate.
 *
 * @param rate edits per second
 */
record LatencyRow(String direction, int rate, Accounting couplet, StageTimes stages, Accounting postgres) {}
