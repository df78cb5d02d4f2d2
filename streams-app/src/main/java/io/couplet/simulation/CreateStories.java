package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.CREATE_NAMES_LIFE;
import static io.couplet.domain.guard.Guard.HELD_IS_BUSY;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Judged.OTHERWISE;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;

import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.CreateCounterpart;
import io.couplet.domain.message.DirectoryMessage.Release;
import io.couplet.domain.model.RecordRef;
import java.util.List;

/** Counterparts that operators ask for, and when they are not created. */
final class CreateStories {
    private CreateStories() {}

    static List<NamedStory> all() {
        return List.of(
                createdOnRequest(), createReadAgain(), createdThoughOthersMatch(), createRefused(), createBusy());
    }

    private static NamedStory createdOnRequest() {
        return NamedStory.named("create-twice", "A counterpart that is asked for twice is created once")
                .once(
                        "Olga asked for a customer's account, saw none, and asked again; and the Directory crashed before either was"
                                + " committed.")
                .at(Setting.customers().creatingIn())
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.expects.rows(ACCOUNT, 0);
                    s.people.createCounterpart(smith);
                    s.directory().reads(CreateCounterpart.class);
                    s.run(s.pair(), s.applier(CRM));
                    s.people.createCounterpart(smith);
                    s.directory().crashesAndForgets(smith);
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory createReadAgain() {
        return NamedStory.named(
                        "create-again", "A request to create means one life of a record and spares any later one")
                .once(
                        "Olga asked for a customer's account and dissolved the coupling later. After a crash the customer heard that"
                                + " first; her request was read again, and a second account was created.")
                .at(Setting.customers().creatingIn())
                .breaks("G4", CREATE_NAMES_LIFE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.createCounterpart(smith);
                    s.allRun();
                    s.people.uncouple(smith, s.coupling(smith));
                    s.allRun();
                    s.directory().crashesAndForgets(smith);
                    s.directory().reads(Release.class, smith);
                    s.rests();
                    s.expects.uncoupled(smith);
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory createdThoughOthersMatch() {
        return NamedStory.named(
                        "create-ambiguous", "A person may say that none of those is meant that a record matches")
                .once("A customer had the e-mail address of two accounts and was none of them; nobody could say so.")
                .at(Setting.customers().matchedByMail())
                .plays(s -> {
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "eMail", "info@x.test");
                    s.people.create(ACCOUNT, "name", "Jones", "emailaddress1", "info@x.test");
                    s.people.create(ACCOUNT, "name", "Brown", "emailaddress1", "info@x.test");
                    s.coupletIsThere();
                    s.expects.outcome(smith, ChangeOutcome.SET_ASIDE);
                    s.people.createCounterpart(smith);
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.rows(ACCOUNT, 3);
                });
    }

    private static NamedStory createRefused() {
        return NamedStory.named("create-refused", "What is out of scope, or coupled, gets no counterpart on request")
                .once("Olga asked for the account of a blocked customer, and for that of a customer that had one.")
                .at(Setting.customers().withoutBlocked())
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "blocked", "all");
                    RecordRef jones = s.people.create(CUSTOMER, "name", "Jones");
                    s.rests();
                    s.people.createCounterpart(smith);
                    s.people.createCounterpart(jones);
                    s.rests();
                    s.expects.uncoupled(smith);
                    s.expects.outcome(smith, ChangeOutcome.FILTERED);
                    s.expects.coupled(jones, s.counterpart(jones));
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory createBusy() {
        return NamedStory.named(
                        "create-busy", "A record whose own coupling is under way gets no counterpart on request")
                .once(
                        "Olga saw an account that had just been created, and asked for its customer. The customer that it had been"
                                + " created for lost it, and a second one was made.")
                .breaks(OTHERWISE, HELD_IS_BUSY)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.pair().holdsBack("directory-inputs");
                    s.run(s.pair(), s.applier(CRM), s.capture(CRM), s.directory());
                    s.people.createCounterpart(s.counterpart(smith));
                    s.directory().reads(CreateCounterpart.class);
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.rows(CUSTOMER, 1);
                });
    }
}
