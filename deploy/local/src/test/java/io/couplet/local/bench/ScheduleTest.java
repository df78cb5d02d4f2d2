package io.couplet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void editsAreDueAtEvenDistances() {
        Schedule schedule = new Schedule(1_000, 500);

        assertThat(schedule.due(0)).isEqualTo(1_000);
        assertThat(schedule.due(1)).isEqualTo(2_001_000);
        assertThat(schedule.due(500)).isEqualTo(1_000 + TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void aRateThatDoesNotDivideASecondDoesNotDrift() {
        Schedule schedule = new Schedule(0, 3);

        assertThat(schedule.due(30_000)).isEqualTo(TimeUnit.SECONDS.toNanos(10_000));
    }

    @Test
    void whatIsDueLongAgoIsLateByAllOfThat() {
        Schedule schedule = new Schedule(System.nanoTime() - TimeUnit.SECONDS.toNanos(5), 100);

        assertThat(schedule.await(100)).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(4));
    }

    @Test
    void noEditIsBegunBeforeItIsDue() {
        long begin = System.nanoTime();
        Schedule schedule = new Schedule(begin, 100);

        long late = schedule.await(2);

        assertThat(System.nanoTime() - begin - late).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
    }
}
