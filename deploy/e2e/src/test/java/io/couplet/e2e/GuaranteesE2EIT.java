package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.model.Side;
import io.couplet.e2e.chaos.Ordeal;
import io.couplet.guarantee.Convergence;
import io.couplet.guarantee.EffectOnce;
import io.couplet.guarantee.Guarantee;
import io.couplet.guarantee.Guarantees;
import io.couplet.guarantee.Isolation;
import io.couplet.guarantee.NoEchoLoop;
import io.couplet.guarantee.NoLostEdit;
import io.couplet.guarantee.NothingSilent;
import io.couplet.guarantee.OneCounterpart;
import io.couplet.guarantee.Order;
import io.couplet.guarantee.Recording;
import io.couplet.guarantee.Recording.Stored;
import io.couplet.guarantee.Replay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * People work in both systems while processes are killed, stand still and come back, and networks are slow, deaf or cut. Then everything
 * comes to rest, and the whole history is judged by the same guarantees as a simulated one.
 *
 * <p>{@code -Dcouplet.e2e.rounds=N} and {@code -Dcouplet.e2e.shift.seconds=N} make it longer. What people do and what goes wrong follow from
 * the seed; when it takes effect depends on the machine.
 */
@Tag("own-stack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuaranteesE2EIT {
    private static final int ROUNDS = Integer.getInteger("couplet.e2e.rounds", 1);
    private static final Duration SHIFT = Duration.ofSeconds(Integer.getInteger("couplet.e2e.shift.seconds", 10));

    @SuppressWarnings("NullAway.Init") // set before the first test
    private Ordeal ordeal;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private Recording standstill;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private Recording recording;

    @BeforeAll
    void play(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        long seed = RandomEditing.newSeed();
        System.out.println("seed " + seed + " (-Dcouplet.e2e.seed), rounds " + ROUNDS + " (-Dcouplet.e2e.rounds)");
        ordeal = new Ordeal(folder, SHIFT);
        ordeal.start();
        standstill = ordeal.standstill();
        for (int round = 0; round < ROUNDS; round++) {
            recording = ordeal.round(seed + round);
            System.out.println(summary());
            if (!Guarantees.violations(recording).isEmpty()) {
                break;
            }
        }
    }

    private String summary() {
        return "%d and %d versions, %d couplings, %d commands sent, %d answers"
                .formatted(
                        recording.rows(Side.ERP).size(),
                        recording.rows(Side.CRM).size(),
                        recording.couplings().size(),
                        recording.sent().size(),
                        recording.answers().size());
    }

    @AfterAll
    void end() {
        ordeal.close();
    }

    private void holds(Guarantee guarantee) {
        assertThat(guarantee.violations(recording)).as(ordeal::told).isEmpty();
    }

    @Test
    @DisplayName("G1 no echo loop")
    void noEchoLoop() {
        holds(new NoEchoLoop());
    }

    @Test
    @DisplayName("G2 no lost edit")
    void noLostEdit() {
        holds(new NoLostEdit());
    }

    @Test
    @DisplayName("G3 convergence")
    void convergence() {
        holds(new Convergence());
    }

    @Test
    @DisplayName("G4 one counterpart")
    void oneCounterpart() {
        holds(new OneCounterpart());
    }

    @Test
    @DisplayName("G5 order")
    void order() {
        holds(new Order());
    }

    @Test
    @DisplayName("G6 isolation")
    void isolation() {
        holds(new Isolation());
    }

    @Test
    @DisplayName("G7 replay")
    void replay() {
        assertThat(recording.digests()).as(ordeal::told).isNotEmpty();
        holds(new Replay());
    }

    @Test
    @DisplayName("G8 effect once")
    void effectOnce() {
        holds(new EffectOnce());
    }

    @Test
    @DisplayName("G9 nothing silent")
    void nothingSilent() {
        holds(new NothingSilent());
    }

    /** Seed -8194167205125750822: states of one that had been taken for gone lay over those of its successor on the changelog (0041). */
    @Test
    @DisplayName("Who stood still, was taken for gone and comes back writes over nothing")
    void whoComesBackOverwritesNothing() {
        assertThat(Guarantees.violations(standstill)).as(ordeal::told).isEmpty();
    }

    /** Otherwise the guarantees would have little to judge. */
    @Test
    @DisplayName("On both sides people typed and deleted, and commands wrote")
    void muchHappened() {
        for (Side side : Side.values()) {
            List<Stored> rows = recording.rows(side);
            assertThat(rows).anyMatch(version -> version.command() != null);
            assertThat(rows).anyMatch(version -> version.row().version().deleted());
            assertThat(rows)
                    .anyMatch(version ->
                            version.previous() != null && !version.typed().isEmpty());
        }
    }
}
