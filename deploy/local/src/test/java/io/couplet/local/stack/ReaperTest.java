package io.couplet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReaperTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Reaper reaper = new Reaper();
    private final Process kept = sleeper();
    private final Process forgotten = sleeper();

    @AfterEach
    void end() {
        reaper.close();
        kept.destroyForcibly();
        forgotten.destroyForcibly();
    }

    @Test
    void endsExactlyTheChildrenItWasToldAndThatWereNotForgotten() {
        reaper.start();
        reaper.add(kept.toHandle(), "TERM");
        reaper.add(forgotten.toHandle(), "TERM");
        reaper.forget(forgotten.toHandle());

        reaper.close();

        await().atMost(LIMIT).until(() -> !kept.isAlive());
        assertThat(forgotten.isAlive()).isTrue();
    }

    @Test
    void killedShellIsReplacedByOneThatKnowsTheChildren() {
        reaper.start();
        reaper.add(kept.toHandle(), "TERM");
        ProcessHandle first = reaper.process().orElseThrow();

        first.destroyForcibly();
        await().atMost(LIMIT)
                .until(() -> reaper.process()
                        .filter(shell -> shell.pid() != first.pid())
                        .isPresent());
        reaper.close();

        await().atMost(LIMIT).until(() -> !kept.isAlive());
    }

    private static Process sleeper() {
        try {
            return new ProcessBuilder("sleep", "60").start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
