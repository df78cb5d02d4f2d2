package io.couplet.connectors.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.couplet.contract.ConfigDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;

/** Reads the configuration file. */
public final class ConfigLoader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int MOST_PARTITIONS = 1_000;
    private static final int LAST_PORT = 65_535;

    private ConfigLoader() {}

    /**
     * Reads a file.
     *
     * @param file in YAML
     * @return what it says
     * @throws ConfigException naming everything that is wrong with it
     */
    public static ConnectorsConfig load(Path file) {
        Faults faults = new Faults();
        Section root = new Section(file.toString(), parse(file), faults);
        ConnectorsConfig config = read(root, faults);
        faults.throwIfAny();
        return config;
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException broken) {
            throw new ConfigException(List.of(file + ": cannot be read: " + broken.getMessage()));
        }
    }

    private static ConnectorsConfig read(Section root, Faults faults) {
        Section kafka = root.section("kafka");
        Section registry = root.section("registry");
        Section topics = root.optionalSection("topics");
        Section http = root.optionalSection("http");
        ConnectorsConfig config = new ConnectorsConfig(
                new KafkaConfig(
                        kafka.text("bootstrap"),
                        kafka.duration(
                                "sessionTimeout",
                                KafkaConfig.DEFAULT_SESSION_TIMEOUT,
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(5)),
                        kafka.word("isolation", KafkaConfig.DEFAULT_ISOLATION, List.of(IsolationLevel.values()))),
                new RegistryConfig(registry.text("url")),
                topics(topics),
                new HttpConfig(http.number("port", HttpConfig.DEFAULT_PORT, 0, LAST_PORT)),
                company(root.optionalText("config")),
                systems(root, faults));
        List.of(kafka, registry, topics, http, root).forEach(Section::noOthers);
        return config;
    }

    private static TopicsConfig topics(Section topics) {
        @Nullable String prefix = topics.optionalText("prefix");
        return new TopicsConfig(
                prefix == null ? TopicsConfig.DEFAULT_PREFIX : prefix,
                topics.number("partitions", TopicsConfig.DEFAULT_PARTITIONS, 1, MOST_PARTITIONS));
    }

    private static Map<String, SystemConfig> systems(Section root, Faults faults) {
        Section all = root.section("systems");
        Map<String, SystemConfig> systems = new LinkedHashMap<>();
        for (String name : all.keys()) {
            if (!name.equals("erp") && !name.equals("crm")) {
                faults.add(all.at(name), "is not a system: erp or crm");
            }
            systems.put(name, system(all.section(name)));
        }
        if (systems.isEmpty()) {
            faults.add(root.at("systems"), "names no system");
        }
        return systems;
    }

    private static SystemConfig system(Section section) {
        SystemConfig system = new SystemConfig(
                section.text("url"),
                section.text("user"),
                new Secret(section.text("password")),
                section.text("captureUser"),
                new Secret(section.text("capturePassword")),
                section.optionalText("replicationOrigin"),
                section.texts("companies"));
        section.noOthers();
        return system;
    }

    private static @Nullable ConfigDirectory company(@Nullable String directory) {
        return directory == null ? null : new ConfigDirectory(Path.of(directory));
    }
}
