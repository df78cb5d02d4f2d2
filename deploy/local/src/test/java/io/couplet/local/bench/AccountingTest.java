package io.couplet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountingTest {
    private static final Pair ONE = new Pair(new UUID(1, 1), new UUID(2, 1));
    private static final Pair OTHER = new Pair(new UUID(1, 2), new UUID(2, 2));

    @Test
    void latencyRunsFromCommitToCommit() {
        Accounting account = Accounting.of(List.of(edit(ONE, 0, "a", 1_000)), Map.of("a", 8_000L));

        assertThat(account.latency().p50()).isCloseTo(7.0, within(0.01));
        assertThat(account.missing()).isZero();
    }

    @Test
    void anEditThatWasLateCountsFromTheMomentItWasDue() {
        CommittedEdit late = new CommittedEdit(new Edit(ONE, 0, "a"), 20_000, 15_000);

        Accounting account = Accounting.of(List.of(late), Map.of("a", 25_000L));

        assertThat(account.late()).isOne();
        assertThat(account.latency().max()).isCloseTo(20.0, within(0.02));
    }

    @Test
    void anEditFoldedIntoALaterOneOfTheSameFieldIsSuperseded() {
        Accounting account =
                Accounting.of(List.of(edit(ONE, 0, "a", 1_000), edit(ONE, 0, "b", 2_000)), Map.of("b", 5_000L));

        assertThat(account.superseded()).isOne();
        assertThat(account.missing()).isZero();
        assertThat(account.latency().count()).isOne();
    }

    @Test
    void aLaterEditOfAnotherFieldOrRecordSupersedesNothing() {
        Accounting account = Accounting.of(
                List.of(edit(ONE, 0, "a", 1_000), edit(ONE, 1, "b", 2_000), edit(OTHER, 0, "c", 2_000)),
                Map.of("b", 5_000L, "c", 5_000L));

        assertThat(account.superseded()).isZero();
        assertThat(account.missing()).isOne();
    }

    @Test
    void anEarlierEditSupersedesNothing() {
        Accounting account =
                Accounting.of(List.of(edit(ONE, 0, "a", 1_000), edit(ONE, 0, "b", 2_000)), Map.of("a", 5_000L));

        assertThat(account.superseded()).isZero();
        assertThat(account.missing()).isOne();
    }

    @Test
    void arrivalsOfOthersAreNotCounted() {
        Accounting account = Accounting.of(List.of(edit(ONE, 0, "a", 1_000)), Map.of("a", 2_000L, "x", 9_000L));

        assertThat(account.latency().count()).isOne();
        assertThat(account.lastArrival()).isEqualTo(2_000);
    }

    private static CommittedEdit edit(Pair pair, int field, String token, long committedAt) {
        return new CommittedEdit(new Edit(pair, field, token), committedAt, 0);
    }
}
