package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.ALIAS_BY_VERSION;
import static io.couplet.domain.guard.Guard.ANSWER_VERSION;
import static io.couplet.domain.guard.Guard.PUBLISH_AGAIN;
import static io.couplet.domain.guard.Guard.RETRACTED_KEPT;
import static io.couplet.domain.guard.Guard.SUBSCRIBE_AGAIN;
import static io.couplet.domain.guard.Guard.WAITERS_KEPT;
import static io.couplet.domain.guard.Guard.WAKE_BY_MESSAGE;
import static io.couplet.domain.guard.Guard.WAKE_ON_REPEAT;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Judged.OTHERWISE;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;
import static io.couplet.simulation.Table.SALESPERSON;
import static io.couplet.simulation.Table.USER;

import io.couplet.domain.message.Answer;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.AliasSet;
import io.couplet.domain.message.PairMessage.Changed;
import io.couplet.domain.message.PairMessage.Own;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.message.PairMessage.Wake;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.Standing;
import java.util.List;

/** Records that refer to others: by codes that change hands, and before the others are known. */
final class ReferenceStories {
    private static final String JO = "erp/C/salesperson/code=JO";

    private ReferenceStories() {}

    static List<NamedStory> all() {
        return List.of(
                lostWake(),
                lateHolder(),
                olderAnswer(),
                formerCode(),
                lostSubscription(),
                forgottenDecision(),
                createdAndParked());
    }

    private static NamedStory lostWake() {
        return NamedStory.named(
                        "H10", "An answer wakes who waits for it by a message, again and again, until that has used it")
                .once(
                        "An answer woke a parked customer in its own step. Its command was lost in a crash; and when the answer"
                                + " was read again, nobody was waiting for it any more.")
                .at(Setting.customers().salespeople(true))
                .breaks("G6", WAITERS_KEPT)
                .breaks("G6", WAKE_ON_REPEAT)
                .breaks("G2", WAKE_BY_MESSAGE, WAITERS_KEPT)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef john = s.people.create(USER, "fullname", "John");
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "salespersonCode", "JO");
                    s.rests();
                    s.expects.standing(smith, Standing.PARKED);
                    s.people.edit(s.counterpart(john), "code", "JO");
                    s.run(s.capture(ERP), s.directory());
                    s.pair().reads(Changed.class);
                    s.directory().readsAll();
                    s.pair().holdsBack("pair-inputs", "crm.commands");
                    s.pair().reads(Answer.class, JO);
                    s.pair().crashes();
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.row(s.counterpart(smith), "ownerid", john.id());
                });
    }

    private static NamedStory lateHolder() {
        return NamedStory.named("alias-late", "Of two who state a code, the one whose row is newer holds it")
                .once(
                        "Jim had taken over John's code. After a crash John's coupling stated its former code once more, and"
                                + " until it had read on, John got Jim's customers.")
                .at(Setting.customers().salespeople(true))
                .breaks(OTHERWISE, ALIAS_BY_VERSION)
                .plays(s -> {
                    RecordRef john = handedOver(s);
                    s.pair().crashesAndForgets(s.coupling(john));
                    s.pair().reads(Changed.class, s.coupling(john));
                    s.directory().readsAll();
                    askedFor(s);
                });
    }

    private static NamedStory olderAnswer() {
        return NamedStory.named("older-answer", "An older answer does not replace a newer one")
                .once(
                        "Jim had taken over John's code. The code's entry forgot that in a crash and answered with John, until it"
                                + " had read on.")
                .at(Setting.customers().salespeople(true))
                .breaks(OTHERWISE, ANSWER_VERSION)
                .plays(s -> {
                    handedOver(s);
                    s.directory().crashesAndForgets(JO);
                    s.directory().reads(AliasSet.class, JO);
                    askedFor(s);
                });
    }

    /** Somebody refers to JO; then John gets that code, and after him Jim. Nothing of that is committed. */
    private static RecordRef handedOver(Scene s) {
        s.coupletIsThere();
        RecordRef john = s.people.create(USER, "fullname", "John");
        RecordRef jim = s.people.create(USER, "fullname", "Jim");
        s.people.create(CUSTOMER, "name", "First", "salespersonCode", "JO");
        s.rests();
        s.people.edit(s.counterpart(john), "code", "JO");
        s.allRun();
        s.people.edit(s.counterpart(john), "code", "JB");
        s.people.edit(s.counterpart(jim), "code", "JO");
        s.allRun();
        return john;
    }

    /** A customer of JO is read now, before anything else is. */
    private static void askedFor(Scene s) {
        RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "salespersonCode", "JO");
        s.capture(ERP).reads();
        s.directory().reads(smith);
        s.pair().readsAll();
        s.rests();
        RecordRef jim = s.world.system(USER.side).present(USER).get(1);
        s.expects.row(s.counterpart(smith), "ownerid", jim.id());
    }

    private static NamedStory formerCode() {
        return NamedStory.named("former-code", "A code that was given up is retracted again after a crash")
                .once(
                        "A salesperson got another code, and the message that the first one was free was lost. Customers who"
                                + " named it went to somebody who did not carry it any more.")
                .at(Setting.customers().salespeople(true))
                .breaks(OTHERWISE, RETRACTED_KEPT)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef john = s.people.create(USER, "fullname", "John");
                    s.rests();
                    RecordRef salesperson = s.counterpart(john);
                    s.people.edit(salesperson, "code", "JO");
                    s.rests();
                    s.people.edit(salesperson, "code", "JB");
                    s.capture(ERP).reads();
                    s.directory().reads(SALESPERSON);
                    s.pair().holdsBack("directory-inputs");
                    s.pair().reads(Changed.class);
                    s.pair().crashes();
                    s.rests();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "salespersonCode", "JO");
                    s.rests();
                    s.expects.standing(smith, Standing.PARKED);
                });
    }

    private static NamedStory lostSubscription() {
        return NamedStory.named("subscription", "Who starts again trusts no subscription of an earlier life")
                .once(
                        "A customer was parked. In a crash the note that its partition had asked for the salesperson survived,"
                                + " the question did not, and nobody ever answered.")
                .at(Setting.customers().salespeople(true))
                .breaks("G6", SUBSCRIBE_AGAIN)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef john = s.people.create(USER, "fullname", "John");
                    s.rests();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "salespersonCode", "S01");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.pair().holdsBack("directory-inputs");
                    s.pair().reads(Own.class);
                    s.pair().crashesAndForgets("coupling " + s.coupling(smith));
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.row(s.counterpart(smith), "ownerid", john.id());
                });
    }

    private static NamedStory forgottenDecision() {
        return NamedStory.named(
                        "H23", "A replay loads what was decided, and what replaces a forgotten decision is published")
                .once(
                        "A parked customer was woken, and published that it went on. It forgot that in a crash, and waited again"
                                + " as before; since nothing seemed to have changed, nothing was published, and a replay believed what had"
                                + " been forgotten.")
                .at(Setting.customers().salespeople(true))
                .breaks("G7", PUBLISH_AGAIN)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef john = s.people.create(USER, "fullname", "John");
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(smith, "salespersonCode", "JO");
                    s.rests();
                    s.people.edit(s.counterpart(john), "code", "JO");
                    s.run(s.capture(ERP), s.directory());
                    s.pair().reads(Changed.class);
                    s.directory().readsAll();
                    s.pair().reads(Answer.class, JO);
                    s.pair().commits();
                    s.people.edit(s.counterpart(john), "code", "JB");
                    s.run(s.capture(ERP), s.directory());
                    s.pair().holdsBack("crm.commands");
                    s.pair().reads(Wake.class);
                    s.pair().reads(Changed.class);
                    s.directory().readsAll();
                    s.pair().reads(Answer.class, JO);
                    s.pair().crashesAndForgets("coupling " + s.coupling(smith));
                    s.rests();
                    s.expects.standing(smith, Standing.PARKED);
                });
    }

    private static NamedStory createdAndParked() {
        return NamedStory.named("created-and-parked", "What was created waits with the record that it was created for")
                .once(
                        "A customer was created, and the coupling forgot that in a crash. Its salesperson was not known any more by"
                                + " then, so that the account waited; what became of the name that Anna had changed nobody said.")
                .at(Setting.customers().salespeople(true))
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef john = s.people.create(USER, "fullname", "John");
                    s.people.create(ACCOUNT, "name", "First", "ownerid", john.id());
                    s.rests();
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "ownerid", john.id());
                    RecordRef smith = s.counterpart(account);
                    s.capture(CRM).reads();
                    s.directory().reads(ACCOUNT);
                    s.people.uncouple(john);
                    s.directory().readsAll();
                    s.pair().reads(Own.class);
                    s.applier(ERP).holdsBack("pair-inputs");
                    s.applier(ERP).reads();
                    s.pair().reads(Uncouple.class);
                    s.directory().readsAll();
                    s.people.edit(smith, "name", "Smyth");
                    s.run(s.capture(ERP), s.directory());
                    s.pair().reads(Answer.class);
                    s.pair().crashesAndForgets("coupling " + s.coupling(account));
                    s.pair().readsAll();
                    s.expects.outcome(smith, ChangeOutcome.PARKED);
                    s.applier(ERP).letsGo();
                    s.rests();
                    s.expects.coupled(smith, account);
                    s.expects.row(account, "name", "Smyth");
                });
    }
}
