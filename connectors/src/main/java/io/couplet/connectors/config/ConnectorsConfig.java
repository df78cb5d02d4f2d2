package io.couplet.connectors.config;

import io.couplet.contract.ConfigDirectory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the process is told.
 *
 * @param kafka brokers
 * @param registry schema registry
 * @param topics layout of the topics
 * @param http status and metrics
 * @param company the company's own schemas and column bindings, or null
 * @param systems by name, {@code erp} or {@code crm}
 */
public record ConnectorsConfig(
        KafkaConfig kafka,
        RegistryConfig registry,
        TopicsConfig topics,
        HttpConfig http,
        @Nullable ConfigDirectory company,
        Map<String, SystemConfig> systems) {

    /** Copies the systems, keeping their order. */
    public ConnectorsConfig {
        systems = Collections.unmodifiableMap(new LinkedHashMap<>(systems));
    }

    /**
     * How a system is reached.
     *
     * @throws IllegalArgumentException if it is not configured
     */
    public SystemConfig system(String name) {
        SystemConfig system = systems.get(name);
        if (system == null) {
            throw new IllegalArgumentException("the system " + name + " is not configured");
        }
        return system;
    }
}
