package io.couplet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditPlanTest {
    private static final List<Pair> PAIRS = IntStream.range(0, 50)
            .mapToObj(i -> new Pair(new UUID(1, i), new UUID(2, i)))
            .toList();

    private final EditPlan plan = new EditPlan(PAIRS, new Tokens(1_795_000_000_000L));

    @Test
    void valuesAreUniqueAndFitIntoThePhoneNumberOfACustomer() {
        List<Edit> edits = plan.scattered(10_000, List.of(0, 1), 1);

        assertThat(edits.stream().map(Edit::token).distinct()).hasSize(10_000);
        assertThat(edits).allSatisfy(edit -> assertThat(edit.token()).hasSizeLessThanOrEqualTo(30));
    }

    @Test
    void bothCompetitorsGetTheSameRecordsAndFields() {
        List<Edit> first = plan.scattered(100, List.of(0, 1), 7);
        List<Edit> second = plan.scattered(100, List.of(0, 1), 7);

        assertThat(first.stream().map(Edit::pair))
                .containsExactlyElementsOf(second.stream().map(Edit::pair).toList());
        assertThat(first.stream().map(Edit::field))
                .containsExactlyElementsOf(second.stream().map(Edit::field).toList());
        assertThat(first.stream().map(Edit::token))
                .doesNotContainAnyElementsOf(second.stream().map(Edit::token).toList());
    }

    @Test
    void batchesHoldEveryEditOnceAndReachEveryPair() {
        List<Edit> edits = plan.batches(2_003, 4, 10, List.of(0, 1)).stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();

        assertThat(edits).hasSize(2_003);
        assertThat(edits.stream().map(Edit::token).distinct()).hasSize(2_003);
        assertThat(edits.stream().map(Edit::pair).collect(Collectors.toSet())).hasSize(PAIRS.size());
    }

    @Test
    void lanesShareNoPairAndNoBatchEditsARecordTwice() {
        List<List<List<Edit>>> lanes = plan.batches(2_000, 4, 100, List.of(0));

        Set<Pair> seen = new HashSet<>();
        for (List<List<Edit>> lane : lanes) {
            Set<Pair> own = lane.stream().flatMap(List::stream).map(Edit::pair).collect(Collectors.toSet());
            assertThat(seen).doesNotContainAnyElementsOf(own);
            seen.addAll(own);
            assertThat(lane)
                    .allSatisfy(
                            batch -> assertThat(batch.stream().map(Edit::pair)).doesNotHaveDuplicates());
        }
    }

    @Test
    void fewPairsMakeFewerLanes() {
        EditPlan two = new EditPlan(PAIRS.subList(0, 2), new Tokens(1));

        assertThat(two.batches(10, 4, 100, List.of(0))).hasSize(2);
    }
}
