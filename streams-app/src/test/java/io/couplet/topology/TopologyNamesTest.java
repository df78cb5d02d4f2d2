package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.contract.Catalogue;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.wire.InMemoryRegistry;
import io.couplet.domain.model.Side;
import io.couplet.failure.DeadLetters;
import io.couplet.processor.PipelineMetrics;
import io.couplet.processor.Setup;
import io.couplet.wire.LoadedAggregates;
import io.couplet.wire.LoadedMappings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.TopologyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names of nodes and stores are a contract of a running system: offsets and changelog topics hang on them. */
class TopologyNamesTest {
    private final Catalogue topics = new Catalogue("couplet", EntityCatalogue.shipped());
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final PipelineMetrics metrics = new PipelineMetrics(new SimpleMeterRegistry(), Clock.systemUTC());

    @Test
    void theTopologyIsTheOneThatRunsAlready() throws IOException {
        Setup setup = new Setup(
                new LoadedMappings(List.of()),
                LoadedAggregates.NONE,
                Map.of(Side.ERP, "couplet", Side.CRM, "couplet"),
                "couplet",
                3,
                Pipes.LIFETIME,
                metrics);

        String now =
                topicsSorted(SyncTopology.of(topics, registry, setup).describe().toString());

        assertThat(now)
                .as("changing topology.txt needs a migration note in the same commit")
                .isEqualToNormalizingWhitespace(golden());
    }

    @Test
    void aStoreWithoutANameOfOursIsRefused() {
        Properties settings = new Properties();
        settings.putAll(StreamsSettings.of(Pipes.config(), topics, new DeadLetters(topics, registry, metrics)));
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        builder.stream("some-topic").groupByKey().count();

        assertThatThrownBy(() -> builder.build(settings)).isInstanceOf(TopologyException.class);
    }

    /** A source's topics have no order, so that a new one is a word in the file. */
    private static String topicsSorted(String topology) {
        return Pattern.compile("(?<=\\(topics: \\[)[^]]*")
                .matcher(topology)
                .replaceAll(topics ->
                        Stream.of(topics.group().split(", ", -1)).sorted().collect(Collectors.joining(", ")));
    }

    private static String golden() throws IOException {
        try (@Nullable InputStream in = TopologyNamesTest.class.getResourceAsStream("/topology.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
