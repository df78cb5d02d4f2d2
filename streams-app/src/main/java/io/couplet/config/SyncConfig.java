package io.couplet.config;

import io.couplet.domain.model.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the process is told.
 *
 * @param kafka brokers
 * @param registry schema registry
 * @param topics layout of the topics
 * @param http what people and tools reach
 * @param state stores
 * @param processing how inputs are worked off
 * @param mappings directory of mapping files instead of the shipped ones, or null
 * @param schemas directory of further entity schemas, or null
 * @param settings file of the settings that were decided, or null where the defaults hold
 * @param companies the ERP companies that are synchronized
 * @param integrationAccounts as whom Couplet writes in each system
 */
public record SyncConfig(
        KafkaConfig kafka,
        RegistryConfig registry,
        TopicsConfig topics,
        HttpConfig http,
        StateConfig state,
        ProcessingConfig processing,
        @Nullable Path mappings,
        @Nullable Path schemas,
        @Nullable Path settings,
        List<String> companies,
        Map<Side, String> integrationAccounts) {

    /** Copies the collections. */
    public SyncConfig {
        companies = List.copyOf(companies);
        integrationAccounts = Map.copyOf(integrationAccounts);
    }
}
