package io.couplet.cli;

import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.wire.AvroEncoder;
import io.couplet.contract.wire.ConfluentRegistry;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Where an operator asks for something: writes to the control topic and says what becomes of it. Used by one thread. */
final class ControlDesk {

    private static final int LIMIT_MS = 5_000;

    /** How many outcomes are told one by one; all others are counted. */
    private static final int MOST_TOLD = 20;

    private final Target target;
    private final AskOptions options;
    private final PrintWriter out;

    ControlDesk(Target target, AskOptions options, PrintWriter out) {
        this.target = target;
        this.options = options;
        this.out = out;
    }

    /** A request about a record or coupling, to be completed. */
    Control.Builder request(ControlAction action, String mapping, String about) {
        return Control.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setMapping(mapping)
                .setAction(action)
                .setTarget(about)
                .setBy(options.by())
                .setAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** Asks for all of it, waits, says what became of it and returns what to end with. */
    int ask(List<Asked> all) {
        if (!options.waits()) {
            send(all);
            out.println(all.size() == 1 ? all.get(0).label() + ": asked" : all.size() + " requests made");
            out.flush();
            return Outcomes.DONE;
        }
        try (Watch watch = new Watch(target)) {
            send(all);
            watch.until(all.stream().map(Asked::effect).toList(), options.limit());
        }
        return tell(all);
    }

    private int tell(List<Asked> all) {
        all.stream()
                .limit(MOST_TOLD)
                .forEach(asked ->
                        out.println(asked.label() + ": " + asked.effect().words()));
        int exit = all.stream().mapToInt(asked -> asked.effect().exit()).max().orElse(Outcomes.DONE);
        if (all.size() > MOST_TOLD) {
            out.println("... and " + (all.size() - MOST_TOLD) + " more: " + count(all, Outcomes.DONE) + " done, "
                    + count(all, Outcomes.REFUSED) + " refused, " + count(all, Outcomes.GAVE_UP)
                    + " not finished, of all");
        }
        if (exit == Outcomes.GAVE_UP) {
            out.println("Not all was seen within " + options.limit().toSeconds()
                    + " s; it is not lost. Look again with: couplet set-aside, couplet audit");
        }
        out.flush();
        return exit;
    }

    private static long count(List<Asked> all, int exit) {
        return all.stream().filter(asked -> asked.effect().exit() == exit).count();
    }

    private void send(List<Asked> all) {
        var topic = target.topics().control();
        AvroEncoder<Control> encoder = AvroEncoder.specific(new ConfluentRegistry(target.registry()), topic);
        try (Producer<String, byte[]> producer = producer()) {
            List<? extends Future<?>> sent = all.stream()
                    .map(Asked::request)
                    .map(request -> producer.send(
                            new ProducerRecord<>(topic.name(), request.getTarget(), encoder.encode(request))))
                    .toList();
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unreachable.broker(target.bootstrap(), e);
        }
    }

    private Producer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, target.bootstrap());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "couplet-cli");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LIMIT_MS);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
