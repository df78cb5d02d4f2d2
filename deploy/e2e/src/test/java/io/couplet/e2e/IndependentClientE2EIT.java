package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.couplet.contract.Audience;
import io.couplet.contract.Catalogue;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every public topic can be read and decoded by a client that nobody here wrote (kafkajs and its schema registry client). */
@ExtendWith(StartedStack.Extension.class)
class IndependentClientE2EIT {
    private static final Path NODE = Path.of("src/test/node").toAbsolutePath();

    private final StartedStack stack;

    IndependentClientE2EIT(StartedStack stack) {
        this.stack = stack;
    }

    @Test
    @DisplayName("kafkajs reads and decodes every public topic")
    void kafkajsDecodesEveryPublicTopic() throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(NODE.resolve("node_modules/kafkajs")),
                "skipped: kafkajs is not installed; run npm ci --prefix deploy/e2e/src/test/node");
        List<String> topics = new Catalogue("couplet", EntityCatalogue.shipped())
                .all().stream()
                        .filter(topic -> topic.audience() == Audience.PUBLIC)
                        .map(TopicSpec::name)
                        .toList();
        stack.settle();

        Map<String, JsonNode> read = read(topics);

        assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(topics);
        for (String topic :
                List.of("couplet.erp.customer", "couplet.crm.account", "couplet.crm.commands", "couplet.couplings")) {
            JsonNode seen = read.get(topic);
            assertThat(seen).isNotNull();
            assertThat(seen.get("records").asLong()).as(topic).isPositive();
            assertThat(seen.get("keys").asLong())
                    .as(topic + " keys")
                    .isEqualTo(seen.get("records").asLong());
        }
        assertThat(read.get("couplet.erp.customer")).isNotNull();
        assertThat(read.get("couplet.erp.customer").get("fields").toString()).contains("rowVersion", "after");
    }

    private Map<String, JsonNode> read(List<String> topics) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "node",
                "read-topics.mjs",
                stack.endpoints().bootstrap(),
                stack.endpoints().registry()));
        command.addAll(topics);
        Path output = Files.createTempFile("kafkajs", ".out");
        Process node = new ProcessBuilder(command)
                .directory(NODE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(node.waitFor(120, TimeUnit.SECONDS)).as("node ends").isTrue();
        assertThat(node.exitValue()).as(Files.readString(output)).isZero();
        Map<String, JsonNode> read = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(output)) {
            if (line.startsWith("{\"topic\"")) {
                JsonNode seen = json.readTree(line);
                read.put(seen.get("topic").asText(), seen);
            }
        }
        Files.delete(output);
        return read;
    }
}
