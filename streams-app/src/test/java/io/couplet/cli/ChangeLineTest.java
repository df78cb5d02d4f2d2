package io.couplet.cli;

import static io.couplet.harness.Contracts.NOON;
import static io.couplet.harness.Contracts.arrived;
import static io.couplet.harness.Contracts.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class ChangeLineTest {

    private static final TopicPartition FIRST = new TopicPartition("t", 0);
    private static final TopicPartition SECOND = new TopicPartition("t", 1);

    private final ChangeLine line = new ChangeLine(new Times(NOON, ZoneOffset.UTC), Ansi.OFF);

    @Test
    void lineTellsWhatWhichWayWhoAndHowLong() {
        String text = line.of(change("0a1b2c3d4e", "Adatum", NOON));

        assertThat(text).startsWith("12:00:00.009  ERP -> CRM  customer-account  Adatum (0a1b2c3d) ");
        assertThat(text).contains("  name, telephone1  ").endsWith("anna          9 ms");
    }

    @Test
    void linesAreAlignedHoweverLongTheName() {
        String brief = line.of(change("1", "A", NOON));
        String wordy = line.of(change("1", "A".repeat(100), NOON));

        assertThat(wordy).hasSameSizeAs(brief);
    }

    @Test
    void onlyWhatWasWrittenJustThenIsAChange() {
        assertThat(SyncedChange.of(result("1", "A", Outcome.STALE, NOON, NOON))).isEmpty();
        assertThat(SyncedChange.of(result("1", "A", Outcome.APPLIED, NOON, NOON)))
                .isPresent();
    }

    @Test
    void unknownTimeOfCommitGivesNoDelay() {
        assertThat(SyncedChange.of(arrived("1", "A", Instant.EPOCH, NOON)))
                .hasValueSatisfying(change -> assertThat(change.delay()).isNull());
    }

    @Test
    void partitionsAreMergedByTime() {
        InTimeOrder order = new InTimeOrder(List.of(FIRST, SECOND));
        order.add(FIRST, change("1", "first", NOON));
        order.add(FIRST, change("3", "third", NOON.plusSeconds(3)));
        order.add(SECOND, change("2", "second", NOON.plusSeconds(1)));

        assertThat(order.next(partition -> false))
                .extracting(SyncedChange::name)
                .containsExactly("first", "second");
        assertThat(order.next(partition -> true)).extracting(SyncedChange::name).containsExactly("third");
    }

    private static SyncedChange change(String id, String name, Instant committedAt) {
        return SyncedChange.of(arrived(id, name, committedAt, committedAt.plusMillis(9), "name", "telephone1"))
                .orElseThrow();
    }
}
