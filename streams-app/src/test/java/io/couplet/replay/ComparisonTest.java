package io.couplet.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.pair.PairState;
import io.couplet.mappings.MappingFiles;
import io.couplet.wire.LoadedMappings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two generations of states, compared. */
class ComparisonTest {
    private static final LoadedMappings MAPPINGS =
            new LoadedMappings(new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS")).catalogue());
    private static final Mapping CUSTOMERS = MAPPINGS.get("customer-account");
    private static final RecordRef ONE = new RecordRef("crm/account/1");
    private static final RecordRef TWO = new RecordRef("crm/account/2");

    private final Tables tables = new Tables();
    private final Comparison comparison = new Comparison(MAPPINGS, tables);

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void theOrderOfStatesDoesNotMatter() {
        ComparedMapping customers = compare(states("K1", "K2"), states -> {
            states.record(CUSTOMERS, TWO, owned("K2"));
            states.record(CUSTOMERS, ONE, owned("K1"));
        });

        assertThat(customers.same()).isTrue();
        assertThat(customers.live()).isEqualTo(customers.rebuilt());
        assertThat(customers.live().records()).isEqualTo(2);
        assertThat(customers.differences()).isEmpty();
    }

    @Test
    void everyMappingIsCompared() {
        assertThat(all(states("K1", "K2"), states("K1", "K2")))
                .extracting(mapping -> mapping.live().mapping())
                .containsExactlyElementsOf(
                        MAPPINGS.all().stream().map(Mapping::name).sorted().toList());
    }

    @Test
    void tellsInWhichPartAStateDiffers() {
        ComparedMapping customers = compare(states("K1", "K2"), states("K1", "K3"));

        assertThat(customers.same()).isFalse();
        assertThat(customers.differing()).isEqualTo(1);
        assertThat(customers.differences())
                .containsExactly("customer-account record crm/account/2: owner is K2 live, K3 rebuilt");
    }

    @Test
    void tellsWhatOneOfThemDoesNotHave() {
        ComparedMapping customers = compare(states("K1", "K2"), states -> states.record(CUSTOMERS, TWO, owned("K2")));

        assertThat(customers.differing()).isEqualTo(1);
        assertThat(customers.differences())
                .contains("customer-account record crm/account/1: owner is K1 live, - rebuilt");
    }

    @Test
    void whatAReplayNeedNotBringBackIsNoDifference() {
        ComparedMapping customers = compare(
                states -> states.pair(CUSTOMERS, PairState.unknown("K1")),
                states -> states.record(CUSTOMERS, ONE, RecordState.UNKNOWN));

        assertThat(customers.same()).isTrue();
        assertThat(customers.live().couplings()).isZero();
    }

    private List<ComparedMapping> all(Generation live, Generation rebuilt) {
        return comparison.of(live, rebuilt, comparison.digests(rebuilt));
    }

    private ComparedMapping compare(Generation live, Generation rebuilt) {
        return all(live, rebuilt).stream()
                .filter(mapping -> mapping.live().mapping().equals(CUSTOMERS.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Generation states(String ownerOfOne, String ownerOfTwo) {
        return states -> {
            states.record(CUSTOMERS, ONE, owned(ownerOfOne));
            states.record(CUSTOMERS, TWO, owned(ownerOfTwo));
        };
    }

    private static RecordState owned(String coupling) {
        return OwnedRecord.by(coupling);
    }
}
