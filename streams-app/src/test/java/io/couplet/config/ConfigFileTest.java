package io.couplet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.contract.ConfigDirectory;
import io.couplet.domain.model.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    private static final String LEAST = """
        kafka: {bootstrap: "localhost:19092"}
        registry: {url: "http://localhost:18081/apis/ccompat/v7"}
        state: {directory: /tmp/couplet}
        companies: [CRONUS]
        integrationAccounts: {erp: couplet, crm: couplet2}
        """;

    @TempDir
    Path directory = Path.of(".");

    @Test
    void whatIsNotSaidHasADefault() throws IOException {
        SyncConfig config = read(LEAST);

        assertThat(config.kafka()).isEqualTo(new KafkaConfig("localhost:19092", Duration.ofSeconds(6)));
        assertThat(config.topics()).isEqualTo(new TopicsConfig("couplet", 3));
        assertThat(config.http()).isEqualTo(new HttpConfig(18082));
        assertThat(config.processing())
                .isEqualTo(
                        new ProcessingConfig(ProcessingConfig.Guarantee.AT_LEAST_ONCE, 1, Duration.ofMillis(200), "1"));
        assertThat(config.state().dissolvedFor()).isEqualTo(Duration.ofDays(90));
        assertThat(config.company()).isNull();
    }

    @Test
    void everyKeyIsRead() throws IOException {
        SyncConfig config = read(LEAST.replace("19092\"", "19092\", sessionTimeout: PT2S")
                        .replace("/tmp/couplet}", "/tmp/couplet, dissolvedFor: P40D}")
                + """
                topics: {prefix: sync, partitions: 6}
                http: {port: 0}
                processing: {guarantee: exactly_once_v2, threads: 2, commitInterval: PT0.05S, instance: b}
                config: /etc/couplet
                """);

        assertThat(config.kafka()).isEqualTo(new KafkaConfig("localhost:19092", Duration.ofSeconds(2)));
        assertThat(config.registry().url()).isEqualTo("http://localhost:18081/apis/ccompat/v7");
        assertThat(config.state().directory()).isEqualTo(Path.of("/tmp/couplet"));
        assertThat(config.state().dissolvedFor()).isEqualTo(Duration.ofDays(40));
        assertThat(config.companies()).isEqualTo(List.of("CRONUS"));
        assertThat(config.integrationAccounts()).isEqualTo(Map.of(Side.ERP, "couplet", Side.CRM, "couplet2"));
        assertThat(config.topics()).isEqualTo(new TopicsConfig("sync", 6));
        assertThat(config.http()).isEqualTo(new HttpConfig(0));
        assertThat(config.processing())
                .isEqualTo(new ProcessingConfig(
                        ProcessingConfig.Guarantee.EXACTLY_ONCE_V2, 2, Duration.ofMillis(50), "b"));
        assertThat(config.company()).isEqualTo(new ConfigDirectory(Path.of("/etc/couplet")));
    }

    @Test
    void allFaultsAreToldTogether() {
        assertThatThrownBy(() -> read("""
            kafka: {bootstrap: "localhost:19092", compression: lz4}
            registry: none
            topics: {partitions: many}
            state: {dissolvedFor: P7D}
            processing: {guarantee: sometimes, commitInterval: soon}
            companies: []
            integrationAccounts: {erp: couplet, crm: couplet}
            mapings: /tmp
            """))
                .isInstanceOf(FaultyConfig.class)
                .hasMessageContainingAll(
                        "kafka.compression: is not a key",
                        "registry: must be a group of keys",
                        "topics.partitions: must be a whole number from 1 to 1000",
                        "state.directory: is missing",
                        "state.dissolvedFor: must be from PT744H to PT876000H",
                        "processing.guarantee: must be at_least_once or exactly_once_v2, not 'sometimes'",
                        "processing.commitInterval: must be a duration",
                        "companies: must be a list of at least one text",
                        "mapings: is not a key; there are companies, config, http, ");
    }

    @Test
    void companiesAreNamedOnceAndAsInTables() {
        assertThatThrownBy(() -> read(LEAST.replace("[CRONUS]", "[CRONUS A/S, CRONUS, CRONUS]")))
                .hasMessageContaining("companies: must name each company once")
                .hasMessageContaining("companies: must be the names that stand in the names of tables");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ConfigFile.read(directory.resolve("nowhere.yaml")))
                .isInstanceOf(FaultyConfig.class)
                .hasMessageContaining("nowhere.yaml");
    }

    private SyncConfig read(String yaml) throws IOException {
        return ConfigFile.read(Files.writeString(directory.resolve("sync.yaml"), yaml));
    }
}
