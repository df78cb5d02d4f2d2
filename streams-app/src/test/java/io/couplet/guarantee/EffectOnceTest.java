package io.couplet.guarantee;

import static io.couplet.guarantee.Story.ACCOUNT;
import static io.couplet.guarantee.Story.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.model.Command;
import io.couplet.simulation.SimulatedHistories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** G8: each command takes effect exactly once. */
class EffectOnceTest {
    private final EffectOnce guarantee = new EffectOnce();

    @Test
    void holdsInSimulatedHistories() {
        assertThat(SimulatedHistories.storyAgainst(guarantee)).isEmpty();
    }

    @Test
    void aCommandSentTwiceTakesEffectOnce() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        Command command = story.update(ACCOUNT, CUSTOMER, "name");
        story.carriesOut(command);
        story.sends(command);
        check(story).isEmpty();
    }

    @Test
    void aRefusedCommandHasNoEffect() {
        Story story = Story.ofTwoInStep();
        story.sends(story.update(ACCOUNT, CUSTOMER, "name"));
        check(story).isEmpty();
    }

    @Test
    void twoEffectsAreAViolation() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        Command command = story.update(ACCOUNT, CUSTOMER, "name");
        story.carriesOut(command);
        story.carriesOut(command);
        check(story).singleElement().asString().contains("took effect again");
    }

    @Test
    void anEffectWithoutCommandIsAViolation() {
        Story story = Story.ofTwoInStep();
        story.takesEffect(story.update(ACCOUNT, CUSTOMER, "name"));
        check(story).singleElement().asString().contains("never sent");
    }

    @Test
    void anAnswerWithoutEffectIsAViolation() {
        Story story = Story.ofTwoInStep();
        Command command = story.update(ACCOUNT, CUSTOMER, "name");
        story.sends(command);
        story.answersApplied(command);
        check(story).singleElement().asString().contains("answered as applied and wrote nothing");
    }

    private ListAssert<Violation> check(Story story) {
        return assertThat(guarantee.violations(story.recording()));
    }
}
