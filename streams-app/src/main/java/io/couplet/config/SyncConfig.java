package io.couplet.config;

import io.couplet.contract.ConfigDirectory;
import io.couplet.domain.model.Side;
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
 * @param company the company's own files, or null
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
        @Nullable ConfigDirectory company,
        List<String> companies,
        Map<Side, String> integrationAccounts) {

    /** Copies the collections. */
    public SyncConfig {
        companies = List.copyOf(companies);
        integrationAccounts = Map.copyOf(integrationAccounts);
    }
}
