package io.couplet.local.stack;

import io.couplet.contract.Catalogue;
import io.couplet.contract.TopicSpec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics of the catalogue on the broker of a local stack. */
final class Topics {
    private static final int PARTITIONS = 3;
    private static final short REPLICAS = 1;
    private static final long LIMIT_SECONDS = 30;

    private Topics() {}

    /**
     * Creates those that are missing; topics that exist stay as they are.
     *
     * @return how many were created
     */
    static int create(Admin admin, Catalogue catalogue) {
        try {
            Set<String> existing = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = catalogue.all().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(Topics::topic)
                    .toList();
            admin.createTopics(missing).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
            return missing.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        } catch (TimeoutException | ExecutionException e) {
            throw failed(e);
        }
    }

    private static NewTopic topic(TopicSpec spec) {
        return new NewTopic(spec.name(), PARTITIONS, REPLICAS).configs(spec.config());
    }

    private static StackException failed(Exception e) {
        return new StackException(Exit.FAILURE, "the topics cannot be created: " + e.getMessage(), e);
    }
}
