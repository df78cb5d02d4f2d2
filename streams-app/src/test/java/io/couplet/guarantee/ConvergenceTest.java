package io.couplet.guarantee;

import static io.couplet.guarantee.Story.ACCOUNT;
import static io.couplet.guarantee.Story.CUSTOMER;
import static io.couplet.guarantee.Story.K;
import static io.couplet.guarantee.Story.SALESPERSON;
import static io.couplet.guarantee.Story.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.guarantee.Recording.Standing;
import io.couplet.simulation.SimulatedHistories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** G3: when everything rests, both sides agree, or it is listed that they do not. */
class ConvergenceTest {
    private final Convergence guarantee = new Convergence();

    @Test
    void holdsInSimulatedHistories() {
        assertThat(SimulatedHistories.storyAgainst(guarantee)).isEmpty();
    }

    @Test
    void twoInStepAgree() {
        check(Story.ofTwoInStep()).isEmpty();
    }

    @Test
    void aDifferenceThatNobodyListsIsAViolation() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        check(story)
                .singleElement()
                .asString()
                .contains("differs in name: Jones")
                .contains("Smith");
    }

    @Test
    void withoutSilenceNothingIsSaid() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.neverFallsSilent();
        check(story).isEmpty();
    }

    @Test
    void whatIsListedMayDiffer() {
        Story drifting = Story.ofTwoInStep();
        drifting.types(CUSTOMER, "name", "Jones");
        drifting.drifts(K, "name");
        check(drifting).isEmpty();

        Story aside = Story.ofTwoInStep();
        aside.types(CUSTOMER, "name", "Jones");
        aside.couples(K, CUSTOMER, ACCOUNT, Standing.SET_ASIDE, "no such name");
        check(aside).isEmpty();

        Story waiting = Story.ofTwoInStep();
        waiting.types(CUSTOMER, "helper", "JO");
        waiting.waits(K, Standing.IN_STEP, "erp/C/salesperson/code=JO");
        check(waiting).isEmpty();
    }

    @Test
    void onlyTheFieldThatWaitsMayDiffer() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "amount", "2");
        story.waits(K, Standing.IN_STEP, "erp/C/salesperson/code=JO");
        check(story).singleElement().asString().contains("differs in amount");
    }

    @Test
    void whatTheTargetMadeOfAWriteAgrees() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "postCode", "ab1");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        check(story).isEmpty();
    }

    @Test
    void valuesAlikeThatNoWriteMadeDoNotAgree() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "postCode", "ab1");
        story.types(CUSTOMER, "postCode", "AB1");
        check(story).singleElement().asString().contains("differs in postCode");
    }

    @Test
    void referencesAgreeThroughTheirCouplings() {
        Story story = ofSalesperson("S");
        story.types(CUSTOMER, "owner", "JO");
        story.types(ACCOUNT, "owner", "u1");
        check(story).isEmpty();
    }

    @Test
    void referencesThatAgreedStayInStepWhenTheirCouplingEnds() {
        Story story = ofSalesperson("S");
        story.types(CUSTOMER, "owner", "JO");
        story.types(ACCOUNT, "owner", "u1");
        story.couples("S", SALESPERSON, USER, Standing.DISSOLVED, "uncoupled");
        story.believes(SALESPERSON, null);
        story.believes(USER, null);
        check(story).isEmpty();
    }

    @Test
    void referencesToSomebodyElseDiffer() {
        Story story = ofSalesperson("S");
        story.types(CUSTOMER, "owner", "JO");
        story.types(ACCOUNT, "owner", "u2");
        check(story).singleElement().asString().contains("differs in owner");
    }

    @Test
    void nobodyIsAloneWithoutReason() {
        Story alone = new Story();
        alone.types(CUSTOMER, "name", "Smith");
        alone.couples(K, CUSTOMER, null, Standing.INCOMPLETE, null);
        check(alone).singleElement().asString().contains("is incomplete with " + CUSTOMER + " alone");

        Story filtered = new Story();
        filtered.types(CUSTOMER, "name", "Smith", "blocked", "yes");
        filtered.couples(K, CUSTOMER, null, Standing.INCOMPLETE, null);
        check(filtered).isEmpty();

        Story notCreated = new Story();
        notCreated.types(SALESPERSON, "code", "JO");
        notCreated.couples("S", SALESPERSON, null, Standing.INCOMPLETE, null);
        check(notCreated).isEmpty();
    }

    @Test
    void nobodyIsSuspendedInsideTheFilter() {
        Story inside = Story.ofTwoInStep();
        inside.couples(K, CUSTOMER, ACCOUNT, Standing.SUSPENDED, null);
        check(inside).singleElement().asString().contains("suspended although both records are inside the filter");

        Story outside = Story.ofTwoInStep();
        outside.types(ACCOUNT, "blocked", "yes");
        outside.couples(K, CUSTOMER, ACCOUNT, Standing.SUSPENDED, null);
        check(outside).isEmpty();
    }

    @Test
    void aCouplingDoesNotOutliveItsRecords() {
        Story story = Story.ofTwoInStep();
        story.deletes(ACCOUNT);
        check(story).singleElement().asString().contains("goes on although " + ACCOUNT + " is gone");
    }

    @Test
    void aRecordIsWhereItsDirectoryBelievesItToBe() {
        Story elsewhere = Story.ofTwoInStep();
        elsewhere.believes(CUSTOMER, "L");
        check(elsewhere)
                .extracting(Violation::what)
                .anySatisfy(what -> assertThat(what).contains("believes to belong to L, which does not hold it"))
                .anySatisfy(what -> assertThat(what).contains("holds " + CUSTOMER + ", which believes to belong to L"));

        Story free = Story.ofTwoInStep();
        free.believes(ACCOUNT, null);
        check(free).singleElement().asString().contains("which believes to belong to none");
    }

    @Test
    void aMappingThatIsOffOwesNobodyACounterpart() {
        Story off = new Story();
        off.isSwitchedOff();
        off.types(CUSTOMER, "name", "Smith");
        check(off).isEmpty();
    }

    @Test
    void nobodyIsForgotten() {
        Story forgotten = new Story();
        forgotten.types(CUSTOMER, "name", "Smith");
        check(forgotten)
                .singleElement()
                .asString()
                .contains("has no counterpart")
                .contains("listed nowhere");

        Story listed = new Story();
        listed.says(CUSTOMER, listed.types(CUSTOMER, "name", "Smith"), ChangeOutcome.SET_ASIDE);
        check(listed).isEmpty();
    }

    private static Story ofSalesperson(String coupling) {
        Story story = Story.ofTwoInStep();
        story.types(SALESPERSON, "code", "JO", "name", "John");
        story.types(USER, "name", "John");
        story.couples(coupling, SALESPERSON, USER);
        return story;
    }

    private ListAssert<Violation> check(Story story) {
        return assertThat(guarantee.violations(story.recording()));
    }
}
