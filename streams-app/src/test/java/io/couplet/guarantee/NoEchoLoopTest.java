package io.couplet.guarantee;

import static io.couplet.guarantee.Story.ACCOUNT;
import static io.couplet.guarantee.Story.CUSTOMER;
import static io.couplet.guarantee.Story.K;
import static io.couplet.guarantee.Story.losing;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.model.Command;
import io.couplet.simulation.SimulatedHistories;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** G1: a user's edit is written once, and then there is silence. */
class NoEchoLoopTest {
    private final NoEchoLoop guarantee = new NoEchoLoop();

    @Test
    void holdsInSimulatedHistories() {
        assertThat(SimulatedHistories.storyAgainst(guarantee)).isEmpty();
    }

    @Test
    void anEditIsWrittenOnce() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        story.types(ACCOUNT, "name", "Brown");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "name"));
        check(story).isEmpty();
    }

    @Test
    void itMustFallSilent() {
        Story story = Story.ofTwoInStep();
        story.neverFallsSilent();
        check(story).singleElement().asString().contains("silent");
    }

    @Test
    void whatWasStaleIsNotSentAgainAsItIs() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "postCode", "ab1");
        Command decided = story.update(CUSTOMER, ACCOUNT, "postCode");
        story.types(CUSTOMER, "name", "Jones");
        story.answersStale(decided);
        check(story).isEmpty();
        story.answersStale(decided);
        check(story).singleElement().asString().contains("was stale and is sent again unchanged");
    }

    @Test
    void theSameEditTwiceIsAnEcho() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "postCode", "ab1");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        check(story).singleElement().asString().contains("postCode=ab1 for the second time");
    }

    @Test
    void theSameEditTwiceIsAnEchoAfterACrashToo() {
        Story story = Story.ofTwoInStep();
        story.crashes();
        story.types(ACCOUNT, "postCode", "ab1");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        story.types(CUSTOMER, "name", "Jones");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        check(story).singleElement().asString().contains("for the second time");
    }

    @Test
    void theSameValueTypedAgainIsAnotherEdit() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "postCode", "ab1");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        story.types(ACCOUNT, "postCode", "xy2");
        story.types(ACCOUNT, "postCode", "ab1");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        check(story).isEmpty();
    }

    @Test
    void anAnswerToAnEditInTheTargetIsNoEcho() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "no", "mine");
        story.carriesOut(losing(story.update(ACCOUNT, CUSTOMER, "no"), "no", "mine", "one-way"));
        check(story).isEmpty();
    }

    @Test
    void whatIsThereAlreadyIsNotWritten() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.types(ACCOUNT, "name", "Jones");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        check(story).singleElement().asString().contains("name=Jones, which was there already");
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAlongWithSomethingNew() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones", "terms", "NET30");
        story.types(ACCOUNT, "name", "Jones");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name", "terms"));
        check(story).singleElement().asString().contains("name=Jones, which was there already");
    }

    @Test
    void ourOwnWriteIsNotWrittenBack() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "postCode", "ab1");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "postCode"));
        check(story).singleElement().asString().contains("postCode=AB1 back to where it came from");
    }

    @Test
    void anAssignedNumberFlowsBackOnce() {
        Story story = new Story();
        story.types(ACCOUNT, "name", "Smith");
        story.carriesOut(story.create(CUSTOMER, ACCOUNT, "name"));
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "no"));
        check(story).isEmpty();
    }

    @Test
    void aFieldThatWaitedAloneComesLater() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones", "helper", "JO");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "helper"));
        check(story).isEmpty();
    }

    @Test
    void aFieldGoesAlongWithItsGroup() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "amount", "1", "currency", "eur");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "amount", "currency"));
        story.types(CUSTOMER, "amount", "2");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "amount", "currency"));
        check(story).isEmpty();
    }

    @Test
    void aGroupIsNotWrittenBackAsAWhole() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "amount", "1", "currency", "eur");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "amount", "currency"));
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "amount", "currency"));
        check(story).isNotEmpty();
    }

    @Test
    void anOperatorMayWantAValueWrittenAgain() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "postCode", "ab1");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        story.resolves(K, Map.of());
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "postCode"));
        check(story).isEmpty();
    }

    private ListAssert<Violation> check(Story story) {
        return assertThat(guarantee.violations(story.recording()));
    }
}
