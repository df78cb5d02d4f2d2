package io.couplet.api;

import io.couplet.contract.Audit;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Coupling;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.SetAside;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.SchemaRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * What the public topics say now: couplings, open entries, recent audit, dead letters. Kept up to date by one thread of its
 * own; all methods are safe for many threads. Trouble with broker or registry leaves the views behind and is waited out.
 */
public final class PublicViews implements AutoCloseable {

    /** How many of the newest decisions are kept. */
    public static final int AUDIT_ENTRIES = 200;

    private static final int DEAD_LETTER_ENTRIES = 50;

    private final CouplingsView couplings;
    private final OpenEntriesView open = new OpenEntriesView();
    private final RecentView<Audit, AuditEntry> audit = new RecentView<>(AUDIT_ENTRIES, AuditEntry::of);
    private final RecentView<DeadLetter, DeadLetterEntry> deadLetters =
            new RecentView<>(DEAD_LETTER_ENTRIES, DeadLetterEntry::of);
    private final ViewReader reader;

    private PublicViews(
            Consumer<String, byte[]> consumer, Catalogue catalogue, SchemaRegistry registry, List<String> mappings) {
        couplings = new CouplingsView(mappings);
        reader = new ViewReader(
                consumer,
                List.of(
                        reading(catalogue.couplings(), Reading.ALL, registry, Coupling.class, couplings),
                        reading(catalogue.setAside(), Reading.ALL, registry, SetAside.class, open),
                        reading(catalogue.audit(), AUDIT_ENTRIES, registry, Audit.class, audit),
                        reading(catalogue.deadLetters(), Reading.ALL, registry, DeadLetter.class, deadLetters)));
    }

    /**
     * Starts to read.
     *
     * @param consumer without a group, taken over by the views' thread
     * @param mappings those that are shown even without any coupling
     */
    public static PublicViews start(
            Consumer<String, byte[]> consumer, Catalogue catalogue, SchemaRegistry registry, List<String> mappings) {
        PublicViews views = new PublicViews(consumer, catalogue, registry, mappings);
        views.reader.start();
        return views;
    }

    private static <T extends SpecificRecord> Reading<T> reading(
            TopicSpec topic, long reach, SchemaRegistry registry, Class<T> type, View<T> view) {
        return new Reading<>(topic.name(), reach, AvroDecoder.specific(registry, type), view);
    }

    /**
     * Waits until the views include everything that is on the topics now.
     *
     * @return whether they do; false after the limit, or if the thread was interrupted
     */
    public boolean refresh(Duration limit) {
        CompletableFuture<Void> caughtUp = reader.caughtUp();
        try {
            caughtUp.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } finally {
            caughtUp.cancel(false);
        }
    }

    /** Every mapping, ordered by name. */
    public List<MappingStatus> mappings() {
        return couplings.mappings();
    }

    /** Everything that waits for another record or for a person, the oldest first. */
    public List<OpenEntry> open() {
        return open.entries();
    }

    /** How many entries of a mapping and kind are open. */
    public OpenCount openCount(String mapping, String kind) {
        return open.count(mapping, kind);
    }

    /** The newest decisions, in the order in which they were written per coupling. */
    public List<AuditEntry> audit() {
        return audit.entries();
    }

    /** The newest dead letters. */
    public List<DeadLetterEntry> deadLetters() {
        return deadLetters.entries();
    }

    /** How many dead letters there are, as long as the topic keeps them. */
    public long deadLetterCount() {
        return deadLetters.count();
    }

    @Override
    public void close() {
        reader.close();
    }
}
