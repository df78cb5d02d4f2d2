package io.couplet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.guarantee.Violation;
import io.couplet.simulation.NamedStory.Breach;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamedStoriesTest {

    static List<NamedStory> stories() {
        return NamedStories.ALL;
    }

    static Stream<Arguments> breaches() {
        return NamedStories.ALL.stream()
                .flatMap(story -> story.breaches().stream().map(breach -> Arguments.of(story, breach)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void keepsEveryGuaranteeAndEndsAsPeopleWantIt(NamedStory story) {
        assertThat(new Judged(story, Guards.ALL).violations()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void asksForNothingInVain(NamedStory story) {
        assertThat(story.perform(Guards.ALL, Witness.NOBODY).idle()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("breaches")
    void breaksWithoutItsRule(NamedStory story, Breach breach) {
        assertThat(new Judged(story, breach.guards()).violations())
                .extracting(Violation::guarantee)
                .anyMatch(guarantee -> guarantee.startsWith(breach.broken()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("breaches")
    void namesNoMoreGuardsThanItTakes(NamedStory story, Breach breach) {
        for (Guard guard : breach.off()) {
            Set<Guard> fewer = EnumSet.copyOf(breach.off());
            fewer.remove(guard);
            assertThat(new Judged(story, new Breach(fewer, breach.broken()).guards()).violations())
                    .as("without %s alone", fewer)
                    .extracting(Violation::guarantee)
                    .noneMatch(guarantee -> guarantee.startsWith(breach.broken()));
        }
    }

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(NamedStories.ALL.stream().map(NamedStory::name).collect(Collectors.toSet()))
                .hasSameSizeAs(NamedStories.ALL);
        assertThat(NamedStories.ALL)
                .allSatisfy(story -> assertThat(story.once()).endsWith("."));
    }
}
