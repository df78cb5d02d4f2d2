package io.couplet.cli;

import io.couplet.contract.Audit;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Command;
import io.couplet.contract.Coupling;
import io.couplet.contract.SetAside;
import io.couplet.contract.Side;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.contract.wire.Undecodable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Sees what becomes of requests on the public topics, from the moment it is made. Used by one thread. */
final class Watch implements AutoCloseable {

    /** How long nothing must happen before it is believed that nothing more will. */
    private static final Duration QUIET = Duration.ofMillis(700);

    private final Map<String, BiFunction<String, byte[], Optional<News>>> forms = new HashMap<>();
    private final SchemaRegistry registry;
    private final TopicReader reader;

    Watch(Target target) {
        registry = new ConfluentRegistry(target.registry());
        Catalogue topics = target.topics();
        forms.put(topics.couplings().name(), form(Coupling.class, News.Coupled::new));
        forms.put(topics.setAside().name(), form(SetAside.class, News.Opened::new));
        forms.put(topics.audit().name(), form(Audit.class, News.Decided::new));
        for (Side side : Side.values()) {
            forms.put(topics.commands(side).name(), form(Command.class, News.Commanded::new));
        }
        reader = new TopicReader(
                TopicReader.consumer(target.bootstrap()), forms.keySet().toArray(String[]::new));
        reader.fromNow();
    }

    private <T extends SpecificRecord> BiFunction<String, byte[], Optional<News>> form(
            Class<T> type, BiFunction<String, T, News> news) {
        AvroDecoder<T> decoder = AvroDecoder.specific(registry, type);
        return (key, bytes) -> {
            try {
                return Optional.of(news.apply(key, decoder.decode(bytes)));
            } catch (Undecodable e) {
                // Somebody else's bytes.
                return Optional.empty();
            }
        };
    }

    /**
     * Shows news to effects until all have come to an end and nothing more happens to them, or the time is over.
     *
     * @param effects of requests that are made already
     * @param limit how long at most
     * @return whether all have
     */
    boolean until(List<? extends Effect> effects, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        long quietSince = System.nanoTime();
        while (System.nanoTime() - end < 0) {
            if (show(effects)) {
                quietSince = System.nanoTime();
            }
            boolean quiet = System.nanoTime() - quietSince > QUIET.toNanos();
            if (quiet && effects.stream().allMatch(Effect::ended)) {
                return true;
            }
        }
        return false;
    }

    private boolean show(List<? extends Effect> effects) {
        boolean concerned = false;
        for (News news : next()) {
            for (Effect effect : effects) {
                concerned |= effect.see(news);
            }
        }
        return concerned;
    }

    private List<News> next() {
        List<News> news = new ArrayList<>();
        reader.poll().forEach(record -> read(record).ifPresent(news::add));
        return news;
    }

    private Optional<News> read(ConsumerRecord<String, byte[]> record) {
        @Nullable BiFunction<String, byte[], Optional<News>> form = forms.get(record.topic());
        if (record.key() == null || form == null) {
            return Optional.empty();
        }
        return record.value() == null
                ? Optional.of(new News.Closed(record.key()))
                : form.apply(record.key(), record.value());
    }

    @Override
    public void close() {
        reader.close();
    }
}
