package io.couplet;

import io.couplet.config.FaultyConfig;
import io.couplet.config.SyncConfig;
import io.couplet.contract.Catalogue;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.RegistryUnreachable;
import io.couplet.contract.wire.SchemaNotRegistered;
import io.couplet.contract.wire.SchemaRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What must be there before anything is started: the contracts in the registry, and the topics, all with the same partitions. */
final class Surroundings {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final SyncConfig config;
    private final Catalogue topics;
    private final SchemaRegistry registry;

    Surroundings(SyncConfig config, Catalogue topics, SchemaRegistry registry) {
        this.config = config;
        this.topics = topics;
        this.registry = registry;
    }

    /**
     * Waits for a limited time until they are.
     *
     * @throws Unreachable if registry or broker do not answer
     * @throws FaultyConfig if they answer, and what they have is not what is needed
     */
    void check() {
        patiently(this::contracts);
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.kafka().bootstrap(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ANSWER.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ANSWER.toMillis()))) {
            patiently(() -> topics(admin));
        } catch (KafkaException e) {
            throw noBroker(e);
        }
    }

    private void contracts() {
        try {
            for (TopicSpec topic : topics.all()) {
                topic.value().ifPresent(schema -> registry.id(topic.subject(), schema));
            }
        } catch (RegistryUnreachable e) {
            throw new Unreachable(String.valueOf(e.getMessage()), e);
        } catch (SchemaNotRegistered e) {
            throw new FaultyConfig(List.of(String.valueOf(e.getMessage())));
        }
    }

    private void topics(Admin admin) {
        List<String> names = topics.all().stream().map(TopicSpec::name).toList();
        List<String> faults = new ArrayList<>();
        admin.describeTopics(names).topicNameValues().forEach((name, answer) -> partitions(name, answer, faults));
        if (!faults.isEmpty()) {
            throw new FaultyConfig(faults);
        }
    }

    private void partitions(String name, KafkaFuture<TopicDescription> answer, List<String> faults) {
        int wanted = config.topics().partitions();
        try {
            int found = answer.get(ANSWER.toSeconds() + 1, TimeUnit.SECONDS)
                    .partitions()
                    .size();
            boolean ours =
                    topics.find(name).filter(topic -> topic.value().isPresent()).isPresent();
            if (ours && found != wanted) {
                faults.add("topic " + name + " has " + found + " partitions, and topics.partitions is " + wanted
                        + "; all topics must have the same number");
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                faults.add("there is no topic " + name + "; 'couplet up' creates the topics");
            } else {
                throw noBroker(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noBroker(e);
        } catch (TimeoutException e) {
            throw noBroker(e);
        }
    }

    private Unreachable noBroker(Exception e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        String words = cause instanceof RetriableException ? "it does not answer" : String.valueOf(cause.getMessage());
        return new Unreachable(
                "The broker at " + config.kafka().bootstrap() + " is unreachable (" + words
                        + "). Check that it runs and that kafka.bootstrap in the configuration names it.",
                e);
    }

    private static void patiently(Runnable check) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (Unreachable e) {
                if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
