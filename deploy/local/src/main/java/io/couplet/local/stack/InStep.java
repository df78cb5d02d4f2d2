package io.couplet.local.stack;

import io.couplet.api.BrokerUnreachable;
import io.couplet.api.GroupLag;
import io.couplet.api.OffsetLag;
import io.couplet.api.OffsetLags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the pipeline is quiet and complete: everything committed in either database before the call has been
 * captured, decided and applied, and nothing it caused is still on its way.
 *
 * <p>It is told by a mark written into each database that must come out of capture again, then by all consumers having
 * read to the end. A second mark, written after that, brings out what the applied commands themselves caused; if no
 * topic has grown by then, there is nothing left. Not thread-safe.
 */
public final class InStep implements AutoCloseable {
    private static final List<String> GROUPS = List.of("couplet-streams", "couplet-apply-erp", "couplet-apply-crm");
    private static final Duration TELL_EVERY = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final CaptureMarks marks;
    private final Admin admin;
    private final OffsetLags lags;
    private List<String> pending = List.of();
    /** As of the latest look at the groups. */
    private Map<TopicPartition, Long> ends = Map.of();

    /** Opens clients to the stack at these addresses; it may still be starting. */
    public InStep(Endpoints endpoints) {
        this.marks = new CaptureMarks(endpoints);
        Properties settings = new Properties();
        settings.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, endpoints.bootstrap());
        this.admin = Admin.create(settings);
        this.lags = new OffsetLags(admin, "couplet", ANSWER);
    }

    /**
     * Returns once the pipeline is in step.
     *
     * @throws StackException (timeout) naming what it still waits for
     */
    public void await(Duration limit, Progress progress) {
        Teller teller = new Teller(progress);
        long end = System.nanoTime() + limit.toNanos();
        Map<TopicPartition, Long> before = null;
        while (true) {
            marks.write();
            Map<TopicPartition, Long> quiet = quietBy(end, teller);
            if (quiet == null) {
                throw new StackException(
                        Exit.TIMEOUT,
                        "not in step after " + limit.toSeconds() + " s; waiting for " + String.join("; ", pending));
            }
            if (quiet.equals(before)) {
                return;
            }
            before = quiet;
        }
    }

    /** The ends of all topics that are read, once the marks are captured and all consumers are at these ends; null if time ran out. */
    private @Nullable Map<TopicPartition, Long> quietBy(long end, Teller teller) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        boolean quiet = Poll.until(left, () -> {
            pending = look();
            teller.tell(pending);
            return pending.isEmpty();
        });
        return quiet ? ends : null;
    }

    private List<String> look() {
        List<String> notCaptured = marks.pending();
        return notCaptured.isEmpty() ? behind() : notCaptured;
    }

    /** The groups that are not at the end of their topics, as words for a sentence. */
    private List<String> behind() {
        List<OffsetLag> read;
        try {
            read = lags.read();
        } catch (BrokerUnreachable e) {
            return List.of("the broker, which does not answer");
        }
        Map<String, GroupLag> byGroup = GroupLag.byGroup(read);
        List<String> behind = new ArrayList<>();
        for (String group : GROUPS) {
            GroupLag lag = byGroup.get(group);
            if (lag == null) {
                behind.add(group + " to join its group");
            } else if (lag.total() > 0) {
                behind.add(group + ", " + lag.total() + " records behind");
            }
        }
        ends = GroupLag.ends(read);
        return behind;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    /** Tells what is waited for, now and then, and only when it has changed. */
    private static final class Teller {
        private final Progress progress;
        private long toldAt = System.nanoTime();
        private List<String> told = List.of();

        Teller(Progress progress) {
            this.progress = progress;
        }

        void tell(List<String> pending) {
            if (!pending.isEmpty() && !pending.equals(told) && System.nanoTime() - toldAt > TELL_EVERY.toNanos()) {
                progress.say("waiting for " + String.join("; ", pending));
                told = pending;
                toldAt = System.nanoTime();
            }
        }
    }
}
