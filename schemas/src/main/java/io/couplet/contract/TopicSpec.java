package io.couplet.contract;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * One topic: its name and what travels on it. Immutable.
 *
 * @param name the full name, prefix included
 * @param key what the key text names, in words
 * @param value the schema of the values; empty where they are not Avro
 * @param cleanup what happens to old records
 * @param audience who may read it
 * @param config the broker's settings for the topic, by Kafka's names
 */
public record TopicSpec(
        String name,
        String key,
        Optional<Schema> value,
        Cleanup cleanup,
        Audience audience,
        Map<String, String> config) {

    public TopicSpec {
        config = Map.copyOf(config);
    }

    /** The name under which the registry knows the values of this topic. */
    public String subject() {
        return name + "-value";
    }

    /**
     * The schema of the values.
     *
     * @throws IllegalStateException if the values of this topic are not Avro
     */
    public Schema valueSchema() {
        return value.orElseThrow(() -> new IllegalStateException("the values of topic " + name + " are not Avro"));
    }
}
