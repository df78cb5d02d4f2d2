package io.couplet.connectors;

import io.couplet.connectors.config.ConfigException;
import io.couplet.connectors.config.KafkaConfig;
import io.couplet.contract.Catalogue;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.SchemaRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Whether what every connector needs is there when the process starts. */
final class Reachability {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Reachability() {}

    /**
     * Asks for every topic and every schema that will be needed.
     *
     * @throws KafkaException if the brokers do not answer
     * @throws ConfigException if topics are missing
     * @throws io.couplet.contract.wire.RegistryUnreachable if the registry does not answer
     * @throws io.couplet.contract.wire.SchemaNotRegistered if it lacks a schema
     */
    static void check(KafkaConfig kafka, Catalogue catalogue, SchemaRegistry registry) {
        Set<String> there = topics(kafka);
        List<String> missing = catalogue.all().stream()
                .map(TopicSpec::name)
                .filter(name -> !there.contains(name))
                .map(name -> "topic " + name + ": does not exist; `couplet up` makes all topics")
                .toList();
        if (!missing.isEmpty()) {
            throw new ConfigException(missing);
        }
        for (TopicSpec topic : catalogue.all()) {
            topic.value().ifPresent(schema -> registry.id(topic.subject(), schema));
        }
    }

    private static Set<String> topics(KafkaConfig kafka) {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            throw new KafkaException("No broker answers at " + kafka.bootstrap() + " (kafka.bootstrap)", silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking the brokers", interrupted);
        }
    }
}
