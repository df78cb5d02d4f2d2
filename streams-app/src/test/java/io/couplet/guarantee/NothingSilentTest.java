package io.couplet.guarantee;

import static io.couplet.guarantee.Story.ACCOUNT;
import static io.couplet.guarantee.Story.CUSTOMER;
import static io.couplet.guarantee.Story.K;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Standing;
import io.couplet.simulation.SimulatedHistories;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** G9: it is said of every captured version what became of it. */
class NothingSilentTest {
    private final NothingSilent guarantee = new NothingSilent();

    @Test
    void holdsInSimulatedHistories() {
        assertThat(SimulatedHistories.storyAgainst(guarantee)).isEmpty();
    }

    @Test
    void everyVersionHasAnOutcome() {
        Story story = Story.ofTwoInStep();
        Version typed = story.types(CUSTOMER, "name", "Jones");
        story.captures(CUSTOMER, typed);
        check(story).singleElement().asString().contains("nobody says what became of " + CUSTOMER + " " + typed);

        story.says(CUSTOMER, typed, ChangeOutcome.APPLIED);
        check(story).isEmpty();
    }

    @Test
    void pendingIsNoEnd() {
        Story story = Story.ofTwoInStep();
        Version typed = story.types(CUSTOMER, "name", "Jones");
        story.says(CUSTOMER, typed, ChangeOutcome.PENDING);
        check(story).isNotEmpty();

        story.says(CUSTOMER, typed, ChangeOutcome.AGREED);
        check(story).isEmpty();
    }

    @Test
    void whatIsSaidFitsTheEnd() {
        Story parked = Story.ofTwoInStep();
        parked.says(CUSTOMER, parked.types(CUSTOMER, "name", "Jones"), ChangeOutcome.PARKED);
        check(parked).singleElement().asString().contains("is said to be parked, but coupling K is in step");

        Story held = Story.ofTwoInStep();
        held.says(CUSTOMER, held.types(CUSTOMER, "name", "Jones"), ChangeOutcome.HELD);
        check(held).singleElement().asString().contains("is said to be held");

        Story pooled = new Story();
        pooled.says(CUSTOMER, pooled.types(CUSTOMER, "name", "Smith"), ChangeOutcome.POOLED);
        check(pooled).isEmpty();
    }

    @Test
    void theEndFitsWhatIsSaid() {
        Story story = Story.ofTwoInStep();
        story.says(CUSTOMER, story.types(CUSTOMER, "name", "Jones"), ChangeOutcome.APPLIED);
        story.says(ACCOUNT, story.types(ACCOUNT, "name", "Brown"), ChangeOutcome.APPLIED);
        story.couples(K, CUSTOMER, ACCOUNT, Standing.SET_ASIDE, "the name is not allowed");
        check(story).singleElement().asString().contains("coupling K is set aside, but no version");

        story.says(ACCOUNT, story.types(ACCOUNT, "name", "Miller"), ChangeOutcome.SET_ASIDE);
        check(story).isEmpty();
    }

    @Test
    void onlySomethingNewerSupersedes() {
        Story story = Story.ofTwoInStep();
        story.says(CUSTOMER, story.types(CUSTOMER, "name", "Jones"), ChangeOutcome.SUPERSEDED);
        check(story).singleElement().asString().contains("nothing is newer");

        story.says(CUSTOMER, story.types(CUSTOMER, "name", "Brown"), ChangeOutcome.APPLIED);
        check(story).isEmpty();
    }

    @Test
    void anOutcomeIsStatedOnTransition() {
        Story story = Story.ofTwoInStep();
        Version typed = story.types(CUSTOMER, "name", "Jones");
        story.says(CUSTOMER, typed, ChangeOutcome.APPLIED);
        story.says(CUSTOMER, typed, ChangeOutcome.APPLIED);
        check(story).singleElement().asString().contains("became APPLIED twice in a row");

        story.crashes();
        check(story).isEmpty();
    }

    @Test
    void whatWasRefusedMayBeSaidToWaitOrToBeOutside() {
        for (ChangeOutcome said : List.of(ChangeOutcome.FILTERED, ChangeOutcome.APPLIED)) {
            Story story = Story.ofTwoInStep();
            story.says(CUSTOMER, story.types(CUSTOMER, "name", "Jones"), said);
            story.says(ACCOUNT, story.types(ACCOUNT, "name", "Brown"), said);
            story.couples(K, CUSTOMER, ACCOUNT, Standing.SET_ASIDE, "the name is not allowed");
            check(story).hasSize(said == ChangeOutcome.FILTERED ? 0 : 1);
        }
    }

    @Test
    void whatIsCapturedWasStored() {
        Story story = Story.ofTwoInStep();
        story.says(CUSTOMER, Version.of(1), ChangeOutcome.APPLIED);
        check(story).singleElement().asString().contains("was captured under customer-account and never stored");
    }

    private ListAssert<Violation> check(Story story) {
        return assertThat(guarantee.violations(story.recording()));
    }
}
