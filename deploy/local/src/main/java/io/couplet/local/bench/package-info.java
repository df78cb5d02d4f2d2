/**
 * Measures the running pipeline: latency from commit to commit, bursts, and where the time goes, beside PostgreSQL's own
 * logical replication of the same edits between the same two servers.
 *
 * <p>{@code Bench} is the order of events. A {@code Route} is one way for edits to travel (through Couplet or through
 * PostgreSQL); {@code SteadyLoad} and {@code BurstLoad} make the edits, {@code ArrivalLog} notes in the target when each
 * arrived, and {@code Accounting} brings both together.
 */
@NullMarked
package io.couplet.local.bench;

import org.jspecify.annotations.NullMarked;
