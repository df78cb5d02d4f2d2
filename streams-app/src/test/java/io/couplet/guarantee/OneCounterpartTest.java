package io.couplet.guarantee;

import static io.couplet.guarantee.Story.ACCOUNT;
import static io.couplet.guarantee.Story.CUSTOMER;
import static io.couplet.guarantee.Story.K;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Policies.AccountEdits;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.Standing;
import io.couplet.simulation.SimulatedHistories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** G4: whatever crashes, nobody gets a second counterpart. */
class OneCounterpartTest {
    private final OneCounterpart guarantee = new OneCounterpart();

    @Test
    void holdsInSimulatedHistories() {
        assertThat(SimulatedHistories.storyAgainst(guarantee)).isEmpty();
    }

    private static final RecordRef SECOND = RecordRef.crm("account", "c2");

    @Test
    void aRecordHasOnePlace() {
        check(Story.ofTwoInStep()).isEmpty();

        Story story = Story.ofTwoInStep();
        story.types(SECOND, "name", "Smith");
        story.couples("L", CUSTOMER, SECOND);
        check(story).singleElement().asString().contains(CUSTOMER + " is in two couplings");
    }

    @Test
    void aFormerPlaceDoesNotCount() {
        Story story = Story.ofTwoInStep();
        story.types(SECOND, "name", "Smith");
        story.couples(K, CUSTOMER, ACCOUNT, Standing.DISSOLVED, "uncoupled");
        story.couples("L", CUSTOMER, SECOND);
        check(story).isEmpty();
    }

    @Test
    void whatWeCreateBelongsToACoupling() {
        Story story = new Story();
        story.types(CUSTOMER, "name", "Smith");
        story.carriesOut(story.create(ACCOUNT, CUSTOMER, "name"));
        story.couples(K, CUSTOMER, null);
        check(story)
                .singleElement()
                .asString()
                .contains(ACCOUNT + " was created by")
                .contains("no coupling knows it");
    }

    @Test
    void whoIsThereAlreadyIsNotCreated() {
        Story story = new Story();
        story.stands(CUSTOMER, "name", "Smith", "mail", "s@x");
        story.stands(SECOND, "name", "Smith", "mail", "s@x");
        story.carriesOut(story.create(ACCOUNT, CUSTOMER, "name"));
        story.couples(K, CUSTOMER, ACCOUNT);
        check(story).singleElement().asString().contains(SECOND + " has matched from the beginning");
    }

    @Test
    void whoCameLaterMayHaveBeenUnknown() {
        Story typed = new Story();
        typed.stands(CUSTOMER, "name", "Smith", "mail", "s@x");
        typed.types(SECOND, "name", "Smith", "mail", "s@x");
        typed.carriesOut(typed.create(ACCOUNT, CUSTOMER, "name"));
        typed.couples(K, CUSTOMER, ACCOUNT);
        check(typed).isEmpty();

        Story edited = new Story();
        edited.stands(CUSTOMER, "name", "Smith", "mail", "s@x");
        edited.stands(SECOND, "name", "Smith", "mail", "other@x");
        edited.types(SECOND, "mail", "s@x");
        edited.carriesOut(edited.create(ACCOUNT, CUSTOMER, "name"));
        edited.couples(K, CUSTOMER, ACCOUNT);
        check(edited).isEmpty();
    }

    @Test
    void whatSomebodyCreatesUnderOurAccountNeedNot() {
        Story story = new Story();
        story.typesUnderOurAccount(ACCOUNT, "name", "Smith");
        check(story).isEmpty();
    }

    @Test
    void aCouplingCreatesOnce() {
        Story story = Story.ofTwoInStep();
        story.carriesOut(story.create(SECOND, CUSTOMER, "name"));
        story.couples("L", null, SECOND);
        check(story).singleElement().asString().contains("creates for its coupling what was created by");
    }

    @Test
    void aCouplingMayRestore() {
        Story restores = Story.ofTwoInStep(Delete.RESTORE, AccountEdits.IGNORE);
        restores.deletes(ACCOUNT);
        restores.carriesOut(restores.create(SECOND, CUSTOMER, "name"));
        restores.couples(K, CUSTOMER, SECOND);
        check(restores).isEmpty();

        Story revives = Story.ofTwoInStep(Delete.UNCOUPLE, AccountEdits.IGNORE);
        revives.deletes(ACCOUNT);
        revives.carriesOut(revives.create(SECOND, CUSTOMER, "name"));
        revives.couples(K, CUSTOMER, SECOND);
        check(revives).isNotEmpty();
    }

    @Test
    void aRecordGetsOneCounterpartInItsLife() {
        Story story = Story.ofTwoInStep();
        story.deletes(ACCOUNT);
        story.couples(K, CUSTOMER, ACCOUNT, Standing.DISSOLVED, "deleted");
        story.carriesOut(Story.of("L", story.create(SECOND, CUSTOMER, "name")));
        story.couples("L", CUSTOMER, SECOND);
        check(story).singleElement().asString().contains("creates a second record for " + CUSTOMER);
    }

    @Test
    void aNewLifeIsANewBeginning() {
        Story story = Story.ofTwoInStep();
        story.deletes(CUSTOMER);
        story.couples(K, CUSTOMER, ACCOUNT, Standing.DISSOLVED, "deleted");
        story.types(CUSTOMER, "name", "Smith");
        story.carriesOut(Story.of("L", story.create(SECOND, CUSTOMER, "name")));
        story.couples("L", CUSTOMER, SECOND);
        check(story).isEmpty();
    }

    @Test
    void anOperatorMayBeginAnew() {
        Story story = Story.ofTwoInStep();
        story.deletes(ACCOUNT);
        story.couples(K, CUSTOMER, ACCOUNT, Standing.DISSOLVED, "deleted");
        story.asks("couple", CUSTOMER.text(), SECOND);
        story.carriesOut(Story.of("L", story.create(SECOND, CUSTOMER, "name")));
        story.couples("L", CUSTOMER, SECOND);
        check(story).isEmpty();
    }

    @Test
    void anOperatorGetsOneMoreForEachRequest() {
        Story story = Story.ofTwoInStep();
        story.couples(K, CUSTOMER, ACCOUNT, Standing.DISSOLVED, "uncoupled");
        story.asks("create", CUSTOMER.text(), null);
        story.carriesOut(Story.of("L", story.create(SECOND, CUSTOMER, "name")));
        story.couples("L", CUSTOMER, SECOND);
        check(story).isEmpty();

        story.couples("L", CUSTOMER, SECOND, Standing.DISSOLVED, "uncoupled");
        RecordRef third = RecordRef.crm("account", "third");
        story.carriesOut(Story.of("M", story.create(third, CUSTOMER, "name")));
        story.couples("M", CUSTOMER, third);
        check(story).singleElement().asString().contains("creates a second record for " + CUSTOMER);
    }

    private ListAssert<Violation> check(Story story) {
        return assertThat(guarantee.violations(story.recording()));
    }
}
