package io.couplet.config;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.couplet.config.ProcessingConfig.Guarantee;
import io.couplet.contract.Catalogue;
import io.couplet.contract.ConfigDirectory;
import io.couplet.domain.model.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the configuration file. */
public final class ConfigFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** More than the broker keeps requests and messages, so that nothing comes for a coupling that is forgotten. */
    private static final Duration LEAST_DISSOLVED_FOR = Catalogue.LONGEST_ON_THE_WAY.plusDays(1);

    private static final Duration MOST_DISSOLVED_FOR = Duration.ofDays(36_500);
    private static final int MOST_PARTITIONS = 1_000;
    private static final int MOST_THREADS = 64;
    private static final int LAST_PORT = 65_535;

    private ConfigFile() {}

    /**
     * Reads a file.
     *
     * @throws FaultyConfig with every fault of the file
     */
    public static SyncConfig read(Path file) {
        List<String> faults = new ArrayList<>();
        SyncConfig config = config(new Section("", parse(file), faults));
        if (!faults.isEmpty()) {
            throw new FaultyConfig(
                    faults.stream().map(fault -> file + ": " + fault).toList());
        }
        return config;
    }

    private static JsonNode parse(Path file) {
        if (!Files.isReadable(file)) {
            throw new FaultyConfig(List.of(file + ": there is no such file, or it cannot be read"));
        }
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new FaultyConfig(List.of(file + ": " + e.getMessage()));
        }
    }

    private static SyncConfig config(Section root) {
        SyncConfig config = new SyncConfig(
                kafka(root.section("kafka")),
                registry(root.section("registry")),
                topics(root.section("topics")),
                http(root.section("http")),
                state(root.section("state")),
                processing(root.section("processing")),
                company(root.optionalText("config")),
                companies(root),
                accounts(root.section("integrationAccounts")));
        root.nothingElse();
        return config;
    }

    /** Their names are parts of references, which slashes divide. */
    private static List<String> companies(Section root) {
        List<String> companies = root.texts("companies");
        if (companies.stream().distinct().count() < companies.size()) {
            root.fault("companies", "must name each company once");
        }
        if (companies.stream().anyMatch(company -> company.indexOf('/') >= 0)) {
            root.fault("companies", "must be the names that stand in the names of tables, which hold no slash");
        }
        return companies;
    }

    private static KafkaConfig kafka(Section section) {
        KafkaConfig kafka = new KafkaConfig(
                section.text("bootstrap"),
                section.duration(
                        "sessionTimeout",
                        KafkaConfig.DEFAULT_SESSION_TIMEOUT,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5)));
        section.nothingElse();
        return kafka;
    }

    private static RegistryConfig registry(Section section) {
        RegistryConfig registry = new RegistryConfig(section.text("url"));
        section.nothingElse();
        return registry;
    }

    private static TopicsConfig topics(Section section) {
        TopicsConfig topics = new TopicsConfig(
                section.text("prefix", TopicsConfig.DEFAULT_PREFIX),
                section.number("partitions", TopicsConfig.DEFAULT_PARTITIONS, 1, MOST_PARTITIONS));
        section.nothingElse();
        return topics;
    }

    private static HttpConfig http(Section section) {
        HttpConfig http = new HttpConfig(section.number("port", HttpConfig.DEFAULT_PORT, 0, LAST_PORT));
        section.nothingElse();
        return http;
    }

    private static StateConfig state(Section section) {
        StateConfig state = new StateConfig(
                Path.of(section.text("directory")),
                section.duration(
                        "dissolvedFor", StateConfig.DEFAULT_DISSOLVED_FOR, LEAST_DISSOLVED_FOR, MOST_DISSOLVED_FOR));
        section.nothingElse();
        return state;
    }

    private static ProcessingConfig processing(Section section) {
        ProcessingConfig processing = new ProcessingConfig(
                section.word("guarantee", Guarantee.AT_LEAST_ONCE, Guarantee.class, Guarantee::word),
                section.number("threads", ProcessingConfig.DEFAULT_THREADS, 1, MOST_THREADS),
                section.duration(
                        "commitInterval",
                        ProcessingConfig.DEFAULT_COMMIT_INTERVAL,
                        Duration.ofMillis(1),
                        Duration.ofMinutes(1)),
                section.text("instance", ProcessingConfig.DEFAULT_INSTANCE));
        section.nothingElse();
        return processing;
    }

    private static Map<Side, String> accounts(Section section) {
        Map<Side, String> accounts = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            accounts.put(side, section.text(side.word()));
        }
        section.nothingElse();
        return accounts;
    }

    private static @Nullable ConfigDirectory company(@Nullable String directory) {
        return directory == null ? null : new ConfigDirectory(Path.of(directory));
    }
}
