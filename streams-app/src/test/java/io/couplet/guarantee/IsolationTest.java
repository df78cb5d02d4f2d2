package io.couplet.guarantee;

import static io.couplet.guarantee.Story.ACCOUNT;
import static io.couplet.guarantee.Story.CUSTOMER;
import static io.couplet.guarantee.Story.K;
import static io.couplet.guarantee.Story.SALESPERSON;
import static io.couplet.guarantee.Story.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.Standing;
import io.couplet.simulation.SimulatedHistories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** G6: who waits, waits for something that is not there. */
class IsolationTest {
    private final Isolation guarantee = new Isolation();

    @Test
    void holdsInSimulatedHistories() {
        assertThat(SimulatedHistories.storyAgainst(guarantee)).isEmpty();
    }

    private static final String JO = "erp/C/salesperson/code=JO";

    @Test
    void whatIsMissingIsWaitedFor() {
        check(waiting(Standing.PARKED, "owner")).isEmpty();
        check(waiting(Standing.IN_STEP, "helper")).isEmpty();
    }

    @Test
    void whatIsKnownIsNotWaitedFor() {
        Story story = waiting(Standing.PARKED, "owner");
        story.types(SALESPERSON, "code", "JO");
        story.types(USER, "name", "John");
        story.couples("S", SALESPERSON, USER);
        check(story)
                .extracting(Violation::what)
                .anySatisfy(what -> assertThat(what).contains("waits for " + JO + ", which is known"))
                .anySatisfy(what -> assertThat(what).contains("nothing that it requires is missing"));
    }

    @Test
    void aCouplingThatHasEndedMakesNobodyKnown() {
        Story story = waiting(Standing.PARKED, "owner");
        story.types(SALESPERSON, "code", "JO");
        story.types(USER, "name", "John");
        story.couples("S", SALESPERSON, USER, Standing.DISSOLVED, "uncoupled");
        check(story).isEmpty();
    }

    @Test
    void aMissingOptionalReferenceHoldsNobodyUp() {
        check(waiting(Standing.PARKED, "helper"))
                .singleElement()
                .asString()
                .contains("parked although nothing that it requires is missing");
    }

    @Test
    void whoIsSetAsideSaysWhy() {
        Story silent = Story.ofTwoInStep();
        silent.couples(K, CUSTOMER, ACCOUNT, Standing.SET_ASIDE, null);
        check(silent).singleElement().asString().contains("for no reason");

        Story telling = Story.ofTwoInStep();
        telling.couples(K, CUSTOMER, ACCOUNT, Standing.SET_ASIDE, "the name is too long");
        check(telling).isEmpty();
    }

    @Test
    void nobodyWaitsForAMatchForEver() {
        Story story = new Story();
        story.says(CUSTOMER, story.types(CUSTOMER, "mail", "a@b"), ChangeOutcome.PARKED);
        check(story).singleElement().asString().contains("waits under customer-account");
    }

    @Test
    void aMatchIsAmbiguousOnlyIfThereIsOne() {
        Story nobody = new Story();
        nobody.says(CUSTOMER, nobody.types(CUSTOMER, "mail", "a@b"), ChangeOutcome.SET_ASIDE);
        check(nobody).singleElement().asString().contains("nobody on the other side matches it");

        Story somebody = new Story();
        somebody.types(ACCOUNT, "mail", "A@B");
        somebody.says(CUSTOMER, somebody.types(CUSTOMER, "mail", "a@b"), ChangeOutcome.SET_ASIDE);
        check(somebody).isEmpty();
    }

    @Test
    void withoutSilenceNothingIsSaid() {
        Story story = waiting(Standing.PARKED, "helper");
        story.neverFallsSilent();
        check(story).isEmpty();
    }

    @Test
    void aCodeNamesTheRecordThatGotItLast() {
        Story story = waiting(Standing.PARKED, "owner");
        RecordRef second = RecordRef.erp("C", "salesperson", "s2");
        story.types(SALESPERSON, "code", "JO");
        story.types(USER, "name", "John");
        story.couples("S", SALESPERSON, USER);
        story.types(second, "code", "JO");
        check(story).isEmpty();
    }

    private static Story waiting(Standing standing, String field) {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, field, "JO");
        story.waits(K, standing, JO);
        return story;
    }

    private ListAssert<Violation> check(Story story) {
        return assertThat(guarantee.violations(story.recording()));
    }
}
