package io.couplet.guarantee;

import static io.couplet.guarantee.Story.ACCOUNT;
import static io.couplet.guarantee.Story.CUSTOMER;
import static io.couplet.guarantee.Story.K;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.model.Command;
import io.couplet.simulation.SimulatedHistories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** G5: nobody sees an older value after a newer one. */
class OrderTest {
    private final Order guarantee = new Order();

    @Test
    void holdsInSimulatedHistories() {
        assertThat(SimulatedHistories.storyAgainst(guarantee)).isEmpty();
    }

    @Test
    void valuesComeInTheOrderOfTheirSource() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        story.types(CUSTOMER, "name", "Brown");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        check(story).isEmpty();
    }

    @Test
    void anOlderValueAfterANewerOneIsAViolation() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        Command late = story.update(ACCOUNT, CUSTOMER, "name");
        story.types(CUSTOMER, "name", "Brown");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        story.carriesOut(late);
        check(story)
                .singleElement()
                .asString()
                .contains("carries name of " + CUSTOMER)
                .contains("after command");
    }

    @Test
    void differentFieldsHaveNoOrder() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        Command late = story.update(ACCOUNT, CUSTOMER, "name");
        story.types(CUSTOMER, "terms", "NET30");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "terms"));
        story.carriesOut(late);
        check(story).isEmpty();
    }

    @Test
    void aValueThatTheSourceDidNotHaveIsAViolation() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        Command jones = story.update(ACCOUNT, CUSTOMER, "name");
        story.types(CUSTOMER, "name", "Brown");
        Command brown = story.update(ACCOUNT, CUSTOMER, "name");
        story.carriesOut(new Command(
                "mixed",
                K,
                jones.mapping(),
                jones.op(),
                ACCOUNT,
                brown.expected(),
                CUSTOMER,
                brown.sourceVersion(),
                jones.fields(),
                jones.losers(),
                null,
                jones.decidedAt()));
        check(story).singleElement().asString().contains("name=Jones which " + CUSTOMER + " did not have");
    }

    @Test
    void ofACreateDecidedTwiceTheRowTellsWhichOneWasCarriedOut() {
        Story story = new Story();
        story.types(CUSTOMER, "name", "Smith");
        Command first = story.create(ACCOUNT, CUSTOMER, "name");
        story.types(CUSTOMER, "name", "Jones");
        Command second = story.create(ACCOUNT, CUSTOMER, "name");
        story.carriesOut(first);
        story.sends(Story.named(first.id(), second));
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        check(story).isEmpty();
        assertThat(new NoEchoLoop().violations(story.recording())).isEmpty();
    }

    private ListAssert<Violation> check(Story story) {
        return assertThat(guarantee.violations(story.recording()));
    }
}
