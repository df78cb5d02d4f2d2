package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.ADOPT_ANNOUNCED;
import static io.couplet.domain.guard.Guard.ADOPT_PARTNER;
import static io.couplet.domain.guard.Guard.CLAIM_ASKS_LEAD;
import static io.couplet.domain.guard.Guard.CREATED_ONCE;
import static io.couplet.domain.guard.Guard.ECHO_BY_VALUE;
import static io.couplet.domain.guard.Guard.REFUSALS_REMEMBERED;
import static io.couplet.domain.guard.Guard.RELEASE_AFTER_ANSWER;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Judged.OTHERWISE;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;

import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.PairMessage.NoPartner;
import io.couplet.domain.message.PairMessage.Own;
import io.couplet.domain.model.RecordRef;
import java.util.List;

/** Who belongs to which coupling: claims, refusals, and what a crash makes of them. */
final class ClaimStories {
    private ClaimStories() {}

    static List<NamedStory> all() {
        return List.of(
                forgottenClaim(),
                forgottenPartner(),
                twoLives(),
                dissolvedInFlight(),
                lateWrite(),
                refusalFirst(),
                claimedWithoutLead());
    }

    private static NamedStory forgottenClaim() {
        return NamedStory.named("H12", "A record that forgot its claim adopts the coupling that announces itself")
                .once(
                        "A customer founded a coupling and forgot that in a crash. The coupling's announcement came first and was"
                                + " refused, the coupling ended, and the customer was created a second time.")
                .breaks(OTHERWISE, ADOPT_ANNOUNCED)
                .breaks("G4", ADOPT_ANNOUNCED, CREATED_ONCE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.run(s.pair(), s.applier(CRM));
                    s.directory().crashesAndForgets(smith);
                    s.directory().reads(Info.class, smith);
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory forgottenPartner() {
        return NamedStory.named(
                        "H12-partner", "The lead adopts the partner that its coupling wants, and claims it again")
                .once(
                        "A customer was coupled by hand and forgot that before the account had heard of it. It adopted the"
                                + " coupling, but not the partner, and the coupling waited for the account for ever.")
                .at(Setting.customers().creatingIn())
                .breaks(OTHERWISE, ADOPT_PARTNER)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith");
                    s.rests();
                    s.people.couple(smith, account);
                    s.directory().holdsBack("directory-inputs");
                    s.directory().reads(Couple.class);
                    s.pair().reads(Own.class);
                    s.directory().crashesAndForgets(smith);
                    s.directory().reads(Info.class, smith);
                    s.rests();
                    s.expects.coupled(smith, account);
                });
    }

    private static NamedStory twoLives() {
        return NamedStory.named("H14", "What a record founds has one name, whatever it was founded for")
                .once(
                        "A customer was read first and created in the CRM; after a crash a request to couple it was read first."
                                + " Both lives founded a coupling of their own.")
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef other = s.people.create(ACCOUNT, "name", "Other");
                    s.rests();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.run(s.pair(), s.applier(CRM));
                    s.people.couple(smith, other);
                    s.directory().crashesAndForgets(smith);
                    s.directory().reads(Couple.class);
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.coupled(other, s.counterpart(other));
                });
    }

    private static NamedStory dissolvedInFlight() {
        return NamedStory.named("H15", "A coupling ends only after what is in flight has been answered")
                .once(
                        "A coupling was dissolved with a command on its way. It took effect when the record belonged to another"
                                + " coupling, and what a user had typed there lost against it.")
                .breaks(OTHERWISE, RELEASE_AFTER_ANSWER)
                .plays(s -> {
                    RecordRef jones = freeCustomer(s);
                    RecordRef account = accountWithWriteOnItsWay(s);
                    s.people.edit(jones, "name", "Jones Ltd");
                    s.people.couple(jones, account);
                    s.allRunBut(s.applier(CRM));
                    s.rests();
                    s.people.edit(jones, "name", "Jones & Co");
                    s.people.couple(jones, account);
                    s.rests();
                    s.expects.coupled(jones, account);
                    s.expects.row(account, "name", "Jones & Co");
                    s.expects.loser("Jones Ltd", false);
                });
    }

    private static NamedStory lateWrite() {
        return NamedStory.named("H1d", "A coupling that has ended writes nothing into a record of another one")
                .once(
                        "An account was coupled with another customer while a command for the first one was on its way. The value"
                                + " that it brought was by our own account, hence taken for an echo, and the two differed for ever.")
                .breaks(OTHERWISE, RELEASE_AFTER_ANSWER, ECHO_BY_VALUE)
                .plays(s -> {
                    RecordRef jones = freeCustomer(s);
                    RecordRef account = accountWithWriteOnItsWay(s);
                    s.people.couple(jones, account);
                    s.allRunBut(s.applier(CRM));
                    s.rests();
                    s.people.couple(jones, account);
                    s.rests();
                    s.expects.coupled(jones, account);
                    s.expects.row(jones, "name", "Smyth");
                    s.expects.row(account, "name", "Smyth");
                });
    }

    /** A customer that is coupled with nobody. */
    private static RecordRef freeCustomer(Scene s) {
        s.coupletIsThere();
        RecordRef jones = s.people.create(CUSTOMER, "name", "Jones");
        s.rests();
        s.people.uncouple(jones);
        s.rests();
        return jones;
    }

    /** An account whose coupling was dissolved while a command for it was on its way. */
    private static RecordRef accountWithWriteOnItsWay(Scene s) {
        RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
        s.rests();
        s.people.edit(smith, "name", "Smyth");
        s.allRunBut(s.applier(CRM));
        s.people.uncouple(smith);
        s.allRunBut(s.applier(CRM));
        return s.counterpart(smith);
    }

    private static NamedStory refusalFirst() {
        return NamedStory.named("H16", "A refusal that overtakes the request is remembered")
                .once(
                        "The account's refusal reached the coupling before the customer that wanted the account. The coupling"
                                + " waited for it for ever.")
                .at(Setting.customers().partitions(2))
                .breaks("G3", REFUSALS_REMEMBERED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, 0, "name", "Smith");
                    RecordRef account = s.people.create(ACCOUNT, 1, "name", "Other");
                    s.rests();
                    s.people.uncouple(smith);
                    s.rests();
                    s.people.couple(smith, account);
                    s.directory(smith).holdsBack("pair-inputs");
                    s.directory(smith).reads(Couple.class);
                    s.directory(account).reads(ClaimFor.class);
                    s.pair(s.coupling(smith, 1)).reads(NoPartner.class);
                    s.directory(smith).letsGo();
                    s.rests();
                    s.expects.uncoupled(smith);
                    s.expects.coupled(account, s.counterpart(account));
                });
    }

    private static NamedStory claimedWithoutLead() {
        return NamedStory.named("H16-lead", "A record that was claimed without its lead asks for the lead")
                .once(
                        "A customer claimed the account that matched it and forgot that in a crash; then it was deleted. The"
                                + " account waited in a coupling of its own for a customer that never came.")
                .at(Setting.customers().matchedByMail())
                .breaks("G3", CLAIM_ASKS_LEAD)
                .plays(s -> {
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "eMail", "smith@x");
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "emailaddress1", "smith@x");
                    s.coupletComes();
                    s.run(s.capture(ERP), s.capture(CRM));
                    s.directory().holdsBack("pair-inputs");
                    s.directory().reads(CUSTOMER);
                    s.directory().commits();
                    s.directory().holdsBack("pair-inputs");
                    s.directory().readsAll();
                    s.people.delete(smith);
                    s.capture(ERP).reads();
                    s.directory().crashesAndForgets(smith);
                    s.directory().reads(smith);
                    s.rests();
                    s.expects.uncoupled(account);
                });
    }
}
