package io.couplet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.pair.PairState;
import io.couplet.mappings.MappingFiles;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All couplings are found, whatever their number, and each once. */
class PairStatesTest {
    private static final int COUPLINGS = 25;

    private final List<Mapping> all = new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS")).catalogue();
    private final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("pairs"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final PairStates pairs = new PairStates(store);
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void someOfTwoMappings() {
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
        for (int i = 0; i < COUPLINGS; i++) {
            String id = "coupling-" + (char) ('a' + i);
            ids.add(id);
            pairs.put(PairState.unknown(id), all.get(i % 2));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> visitInBatchesOf(int most) {
        List<String> visited = new ArrayList<>();
        String position = "";
        do {
            int before = visited.size();
            position = pairs.visit(position, most, (coupling, front) -> visited.add(coupling));
            assertThat(visited.size() - before).isLessThanOrEqualTo(most);
        } while (!position.isEmpty());
        return visited;
    }

    @Test
    void batchesOfAnySizeCoverAll() {
        for (int most : new int[] {1, 2, 24, 25, 26}) {
            assertThat(visitInBatchesOf(most)).isEqualTo(ids);
        }
    }

    @Test
    void eachComesWithItsMapping() {
        List<String> mappings = new ArrayList<>();
        pairs.visit("", 3, (coupling, front) -> mappings.add(front.mapping()));

        assertThat(mappings)
                .containsExactly(
                        all.get(0).name(), all.get(1).name(), all.get(0).name());
    }

    @Test
    void whatIsForgottenIsUnknownAgain() {
        pairs.forget(ids.get(3));

        assertThat(visitInBatchesOf(4)).hasSize(COUPLINGS - 1).doesNotContain(ids.get(3));
        assertThat(pairs.get(ids.get(3), all.get(1))).isEqualTo(PairState.unknown(ids.get(3)));
    }
}
