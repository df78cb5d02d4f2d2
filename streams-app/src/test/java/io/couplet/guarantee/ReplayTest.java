package io.couplet.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.simulation.SimulatedHistories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** G7: what is rebuilt from topics is what was there. */
class ReplayTest {
    private final Replay guarantee = new Replay();

    @Test
    void holdsInSimulatedHistories() {
        assertThat(SimulatedHistories.storyAgainst(guarantee)).isEmpty();
    }

    @Test
    void equalDigestsKeepIt() {
        Story story = Story.ofTwoInStep();
        story.digests(StoryMappings.CUSTOMERS, "a", "a");
        story.digests(StoryMappings.SALESPEOPLE, "b", "b");
        check(story).isEmpty();
    }

    @Test
    void withoutReplayNothingIsSaid() {
        check(Story.ofTwoInStep()).isEmpty();
    }

    @Test
    void differentDigestsBreakIt() {
        Story story = Story.ofTwoInStep();
        story.digests(StoryMappings.CUSTOMERS, "a", "b");
        story.digests(StoryMappings.SALESPEOPLE, "c", "c");
        check(story).singleElement().asString().contains("customer-account has the digest a, rebuilt from topics b");
    }

    @Test
    void everyMappingIsRebuilt() {
        Story story = Story.ofTwoInStep();
        story.digests(StoryMappings.CUSTOMERS, "a", "a");
        check(story).singleElement().asString().contains("left salesperson-user out");
    }

    @Test
    void aReplayWritesNothingOutside() {
        Story story = Story.ofTwoInStep();
        story.replaySends(2);
        check(story).singleElement().asString().contains("sent 2 commands");
    }

    private ListAssert<Violation> check(Story story) {
        return assertThat(guarantee.violations(story.recording()));
    }
}
