package io.couplet.guarantee;

import static io.couplet.guarantee.Story.ACCOUNT;
import static io.couplet.guarantee.Story.CUSTOMER;
import static io.couplet.guarantee.Story.K;
import static io.couplet.guarantee.Story.SALESPERSON;
import static io.couplet.guarantee.Story.USER;
import static io.couplet.guarantee.Story.losing;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Policies.AccountEdits;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Standing;
import io.couplet.simulation.SimulatedHistories;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** G2: a user's edit arrives, or it is told what became of it. */
class NoLostEditTest {
    private final NoLostEdit guarantee = new NoLostEdit();

    @Test
    void holdsInSimulatedHistories() {
        assertThat(SimulatedHistories.storyAgainst(guarantee)).isEmpty();
    }

    @Test
    void anEditArrives() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        check(story).isEmpty();
    }

    @Test
    void anEditThatNeverArrivesIsLost() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        check(story)
                .singleElement()
                .asString()
                .contains("name=Jones typed by anna is lost")
                .contains("never showed it");
    }

    @Test
    void aClearedFieldIsAnEdit() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "");
        check(story).singleElement().asString().contains("(blank)");
    }

    @Test
    void aLaterEditSupersedesAnEarlierOne() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.types(CUSTOMER, "name", "Brown");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        check(story).isEmpty();
    }

    @Test
    void bothMayTypeTheSame() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.types(ACCOUNT, "name", "Jones");
        check(story).isEmpty();
    }

    @Test
    void aLoserStandsInTheAudit() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.types(ACCOUNT, "name", "Brown");
        story.carriesOut(losing(story.update(CUSTOMER, ACCOUNT, "name"), "name", "Jones", "latest-wins"));
        check(story).isEmpty();
    }

    @Test
    void theLaterValueMayNotLoseAsTheEarlierOne() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "name", "White");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "name"));
        story.types(ACCOUNT, "name", "Brown");
        story.types(CUSTOMER, "name", "Jones");
        story.carriesOut(losing(story.update(CUSTOMER, ACCOUNT, "name"), "name", "Jones", "latest-wins"));
        check(story)
                .singleElement()
                .asString()
                .contains("Jones for name was typed later")
                .contains("latest-wins");
    }

    @Test
    void aLoserThatNobodyTellsOfIsLost() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.types(ACCOUNT, "name", "Brown");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "name"));
        check(story).singleElement().asString().contains("name=Jones").contains("replaced by command");
    }

    @Test
    void anEditThatTheDecisionDidNotSeeIsLost() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.types(ACCOUNT, "name", "Brown");
        Command decided = losing(story.update(CUSTOMER, ACCOUNT, "name"), "name", "Jones", "latest-wins");
        story.types(CUSTOMER, "name", "unseen");
        story.carriesOut(decided);
        check(story).singleElement().asString().contains("name=unseen");
    }

    @Test
    void anOldValueTypedAgainIsAnEdit() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        story.types(ACCOUNT, "name", "Brown");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "name"));
        story.types(CUSTOMER, "name", "Jones");
        check(story).singleElement().asString().contains("name=Jones");
    }

    @Test
    void anEditThatGoesBackToWhatWasAgreedIsNone() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.types(CUSTOMER, "name", "Smith");
        story.types(ACCOUNT, "name", "Brown");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "name"));
        check(story).isEmpty();
    }

    @Test
    void whatTheTargetMadeOfItHasArrived() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "postCode", "ab1");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "postCode"));
        story.types(CUSTOMER, "postCode", "AB1");
        check(story).isEmpty();
    }

    @Test
    void anAutomationThatReplacesAnEditIsNotOurs() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.automates(CUSTOMER, "name", "JONES");
        story.carriesOut(story.update(ACCOUNT, CUSTOMER, "name"));
        check(story).isEmpty();
    }

    @Test
    void whatIsListedIsNotLost() {
        for (Standing standing : new Standing[] {Standing.SET_ASIDE, Standing.SUSPENDED, Standing.PARKED}) {
            Story story = Story.ofTwoInStep();
            story.types(CUSTOMER, "name", "Jones");
            story.couples(K, CUSTOMER, ACCOUNT, standing, "listed");
            check(story).as("%s", standing).isEmpty();
        }
    }

    @Test
    void whatWasReplacedIsNotSavedByTheList() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.types(ACCOUNT, "name", "Brown");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "name"));
        story.couples(K, CUSTOMER, ACCOUNT, Standing.SET_ASIDE, "listed");
        check(story).singleElement().asString().contains("name=Jones");
    }

    @Test
    void aFieldMayWaitForAReference() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "helper", "JO");
        story.waits(K, Standing.IN_STEP, "erp/C/salesperson/code=JO");
        check(story).isEmpty();
    }

    @Test
    void aUsersEditMustNotBecomeDrift() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.drifts(K, "name");
        check(story).singleElement().asString().contains("became drift");
    }

    @Test
    void aValueThatTheOtherSideCannotHaveMayBecomeDrift() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "terms", StoryMappings.BARTER.toString());
        story.drifts(K, "terms");
        check(story).isEmpty();
    }

    @Test
    void anOperatorMayLetADifferenceStand() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.drifts(K, "name");
        story.resolves(K, Map.of());
        check(story).isEmpty();
    }

    @Test
    void editsUnderTheIntegrationAccountStayByRule() {
        Story story = Story.ofTwoInStep();
        story.typesUnderOurAccount(CUSTOMER, "name", "Jones");
        story.drifts(K, "name");
        check(story).isEmpty();
    }

    @Test
    void editsUnderTheIntegrationAccountFlowWhereTheMappingSaysSo() {
        Story story = Story.ofTwoInStep(Delete.UNCOUPLE, AccountEdits.FLOW);
        story.typesUnderOurAccount(CUSTOMER, "name", "Jones");
        story.drifts(K, "name");
        check(story).singleElement().asString().contains("name=Jones");
    }

    @Test
    void aUserMayDeleteWhatWasTyped() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        story.deletes(CUSTOMER);
        story.couples(K, CUSTOMER, ACCOUNT, Standing.DISSOLVED, "deleted");
        check(story).isEmpty();
    }

    @Test
    void ourDeleteMustNotTakeAnEditAlong() {
        Story story = Story.ofTwoInStep(Delete.PROPAGATE, AccountEdits.IGNORE);
        story.types(CUSTOMER, "name", "Jones");
        story.deletes(ACCOUNT);
        story.carriesOut(story.delete(CUSTOMER, ACCOUNT));
        story.couples(K, CUSTOMER, ACCOUNT, Standing.DISSOLVED, "deleted");
        check(story).singleElement().asString().contains("name=Jones").contains("replaced by command");
    }

    @Test
    void anOperatorWhoSawTheEditMayDeleteIt() {
        Story story = Story.ofTwoInStep(Delete.ASK, AccountEdits.IGNORE);
        Version seen = story.types(CUSTOMER, "name", "Jones");
        story.deletes(ACCOUNT);
        story.resolves(K, Map.of(Side.ERP, seen.row()));
        story.carriesOut(story.delete(CUSTOMER, ACCOUNT));
        story.couples(K, CUSTOMER, ACCOUNT, Standing.DISSOLVED, "deleted");
        check(story).isEmpty();
    }

    @Test
    void anOperatorDoesNotDecideOnWhatCameAfterwards() {
        Story story = Story.ofTwoInStep();
        Version seen = story.types(CUSTOMER, "name", "Jones");
        story.types(ACCOUNT, "name", "Brown");
        story.resolves(K, Map.of(Side.ERP, seen.row()));
        story.types(CUSTOMER, "name", "later");
        story.carriesOut(losing(story.update(CUSTOMER, ACCOUNT, "name"), "name", "later", "resolved"));
        check(story).singleElement().asString().contains("name=later");
    }

    @Test
    void aForgottenRecordIsLost() {
        Story story = new Story();
        story.types(CUSTOMER, "name", "Smith");
        check(story).singleElement().asString().contains("listed nowhere");
    }

    @Test
    void aRecordWithoutCounterpartByRuleIsNot() {
        Story filtered = new Story();
        filtered.types(CUSTOMER, "name", "Smith", "blocked", "yes");
        check(filtered).isEmpty();

        Story detached = new Story();
        detached.says(CUSTOMER, detached.types(CUSTOMER, "name", "Smith"), ChangeOutcome.POOLED);
        check(detached).isEmpty();

        Story uncoupled = Story.ofTwoInStep();
        uncoupled.types(CUSTOMER, "name", "Jones");
        uncoupled.couples(K, CUSTOMER, ACCOUNT, Standing.DISSOLVED, "uncoupled");
        check(uncoupled).isEmpty();
    }

    @Test
    void anEditAgainstAOneWayRuleIsToldInTheAudit() {
        Story told = Story.ofTwoInStep();
        told.types(ACCOUNT, "no", "mine");
        told.carriesOut(losing(told.update(ACCOUNT, CUSTOMER, "no"), "no", "mine", "one-way"));
        check(told).isEmpty();

        Story untold = Story.ofTwoInStep();
        untold.types(ACCOUNT, "no", "mine");
        untold.carriesOut(untold.update(ACCOUNT, CUSTOMER, "no"));
        check(untold).singleElement().asString().contains("overruled");
    }

    @Test
    void aBlankGivesWayWhenTwoRecordsFirstMeet() {
        Story story = new Story();
        story.types(CUSTOMER, "name", "Smith", "terms", "");
        story.types(ACCOUNT, "name", "Smith", "terms", "NET30");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "terms"));
        story.couples(K, CUSTOMER, ACCOUNT);
        check(story).isEmpty();
    }

    @Test
    void aClearedFieldDoesNotGiveWayLater() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "");
        story.types(ACCOUNT, "name", "Brown");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "name"));
        check(story).singleElement().asString().contains("name=(blank)");
    }

    @Test
    void theSameValueTypedAgainIsNoEdit() {
        Story story = Story.ofTwoInStep();
        story.typesUnderOurAccount(CUSTOMER, "name", "Jones");
        story.drifts(K, "name");
        story.types(CUSTOMER, "name", "Jones");
        check(story).isEmpty();
    }

    @Test
    void aRecordThatComesBackUnnoticedIsTheOldOne() {
        Story story = Story.ofTwoInStep();
        story.typesUnderOurAccount(CUSTOMER, "name", "Jones");
        story.drifts(K, "name");
        story.says(CUSTOMER, story.deletes(CUSTOMER), ChangeOutcome.SUPERSEDED);
        story.types(CUSTOMER, "name", "Jones", "no", "N1");
        check(story).isEmpty();
    }

    @Test
    void whatReferredToACounterpartOnceHasArrived() {
        Story story = Story.ofTwoInStep();
        story.types(SALESPERSON, "code", "JO", "name", "John");
        story.types(USER, "name", "John");
        story.couples("S", SALESPERSON, USER, Standing.DISSOLVED, "uncoupled");
        story.types(CUSTOMER, "owner", "JO");
        story.types(ACCOUNT, "owner", "u1");
        check(story).isEmpty();
    }

    private ListAssert<Violation> check(Story story) {
        return assertThat(guarantee.violations(story.recording()));
    }
}
