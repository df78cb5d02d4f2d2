package io.couplet.connectors.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.contract.ConfigDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

    private static final String LEAST = """
        kafka: {bootstrap: "broker:9092"}
        registry: {url: "http://registry:8081"}
        systems:
          crm:
            url: "jdbc:postgresql://db/crm"
            user: couplet
            password: secret1
            captureUser: reader
            capturePassword: secret2
        """;

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void whatIsNotGivenHasItsDefault() throws IOException {
        ConnectorsConfig config = load(LEAST);
        assertThat(config.kafka())
                .isEqualTo(new KafkaConfig("broker:9092", Duration.ofSeconds(6), IsolationLevel.READ_UNCOMMITTED));
        assertThat(config.topics()).isEqualTo(new TopicsConfig("couplet", 3));
        assertThat(config.http().port()).isEqualTo(18080);
        assertThat(config.company()).isNull();
        assertThat(config.system("crm").companies()).isEmpty();
    }

    @Test
    void everyKeyIsRead() throws IOException {
        ConnectorsConfig config = load("""
            kafka: {bootstrap: "a:1", sessionTimeout: PT2S, isolation: read_committed}
            registry: {url: "http://b"}
            topics: {prefix: x, partitions: 7}
            http: {port: 1234}
            config: some/where
            systems:
              erp: {url: u, user: v, password: w, captureUser: x, capturePassword: y, companies: [A, B]}
            """);
        assertThat(config)
                .isEqualTo(new ConnectorsConfig(
                        new KafkaConfig("a:1", Duration.ofSeconds(2), IsolationLevel.READ_COMMITTED),
                        new RegistryConfig("http://b"),
                        new TopicsConfig("x", 7),
                        new HttpConfig(1234),
                        new ConfigDirectory(Path.of("some/where")),
                        java.util.Map.of(
                                "erp",
                                new SystemConfig(
                                        "u", "v", new Secret("w"), "x", new Secret("y"), null, List.of("A", "B")))));
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> load("""
            kafka: {bootstrp: "a:1", sessionTimeout: PT0.1S, isolation: full}
            topics: {partitions: none}
            http: {port: 99999}
            systems:
              hrm: {url: u, user: v, password: w, captureUser: x, capturePassword: y}
            surplus: 1
            """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka.bootstrap: is missing")
                .hasMessageContaining("kafka.bootstrp: is not a key")
                .hasMessageContaining("kafka.sessionTimeout: must be from PT1S to PT5M")
                .hasMessageContaining("kafka.isolation: must be read_uncommitted or read_committed, not 'full'")
                .hasMessageContaining("registry.url: is missing")
                .hasMessageContaining("topics.partitions: must be a whole number")
                .hasMessageContaining("http.port: must be a whole number")
                .hasMessageContaining("systems.hrm: is not a system")
                .hasMessageContaining("surplus: is not a key");
    }

    @Test
    void passwordsDoNotShow() throws IOException {
        assertThat(load(LEAST).toString()).doesNotContain("secret").contains("*****");
    }

    private ConnectorsConfig load(String yaml) throws IOException {
        Path file = directory.resolve("connectors.yaml");
        Files.writeString(file, yaml);
        return ConfigLoader.load(file);
    }
}
