package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.GATE_OFFSET;
import static io.couplet.domain.guard.Guard.INITIAL_GATE;
import static io.couplet.domain.guard.Guard.OWNED_STAY_REGISTERED;
import static io.couplet.domain.guard.Guard.PARTNER_FOLLOWED;
import static io.couplet.domain.guard.Guard.PARTNER_NOT_AMBIGUOUS;
import static io.couplet.domain.guard.Guard.RETRACTED_KEPT;
import static io.couplet.domain.guard.Guard.STRAYS_RETRACTED;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Judged.OTHERWISE;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;

import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.mapping.Policies.OnTaken;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.Release;
import io.couplet.domain.message.DirectoryMessage.UncoupleRecord;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.model.RecordRef;
import java.util.List;

/** Who is the same as whom, by what both carry. */
final class MatchStories {
    private static final String KEY = "match/customer-account/0/smith@x";

    private MatchStories() {}

    static List<NamedStory> all() {
        return List.of(
                gate(), aheadOfIts(), typedMeanwhile(), foundMeanwhile(), follows(), aboutToBe(), ghost(), stray());
    }

    private static NamedStory gate() {
        return NamedStory.named("gate", "Nothing is judged before both sides' snapshots are complete")
                .once(
                        "The customers were read before the accounts, and everything that was on both sides was created again.")
                .at(Setting.customers().matchedByMail())
                .breaks("G4", INITIAL_GATE)
                .plays(s -> {
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "eMail", "smith@x");
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "emailaddress1", "smith@x");
                    s.coupletComes();
                    s.allRunBut(s.capture(CRM));
                    s.rests();
                    s.expects.coupled(smith, account);
                });
    }

    private static NamedStory aheadOfIts() {
        return NamedStory.named(
                        "H11", "An open gate holds only for inputs read after it opened, also when they are read again")
                .once(
                        "The gate was open after a crash, and the match entries empty. The first candidate that was read again"
                                + " found nobody on the other side, and was created there.")
                .at(Setting.customers().matchedByMail())
                .breaks("G4", GATE_OFFSET)
                .plays(s -> {
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "eMail", "smith@x");
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "emailaddress1", "smith@x");
                    s.coupletComes();
                    s.run(s.capture(ERP), s.capture(CRM));
                    s.directory().reads(CUSTOMER);
                    s.directory().reads(ACCOUNT);
                    s.directory().reads(SnapshotEnd.class);
                    s.directory().reads(SnapshotEnd.class);
                    s.directory().commits();
                    s.directory().holdsBack("directory-inputs");
                    s.directory().reads(4);
                    s.directory().crashesAndForgets(KEY);
                    s.rests();
                    s.expects.coupled(smith, account);
                });
    }

    private static NamedStory typedMeanwhile() {
        return NamedStory.named("H19", "Coupled records stay registered at their match key")
                .once(
                        "A customer matched nobody and its account was being created. Carla typed the same account in, matched"
                                + " nobody either, and both were there twice.")
                .at(Setting.customers().matchedByMail())
                .breaks(OTHERWISE, OWNED_STAY_REGISTERED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "eMail", "smith@x");
                    s.allRunBut(s.applier(CRM));
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "emailaddress1", "smith@x");
                    s.allRunBut(s.applier(CRM));
                    s.rests();
                    s.expects.rows(CUSTOMER, 1);
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.outcome(account, ChangeOutcome.SET_ASIDE);
                });
    }

    private static NamedStory foundMeanwhile() {
        return NamedStory.named("H19-second", "A second one that looks the same is set aside, and not created")
                .once(
                        "Two customers had the address of one account. One of them matched it by name as well; the other one"
                                + " found nobody free, and was created.")
                .at(Setting.customers().matchedByMailAndName())
                .breaks("G4", OWNED_STAY_REGISTERED)
                .plays(s -> {
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "eMail", "smith@x");
                    RecordRef jones = s.people.create(CUSTOMER, "name", "Jones", "eMail", "smith@x");
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "emailaddress1", "smith@x");
                    s.coupletIsThere();
                    s.expects.coupled(smith, account);
                    s.expects.outcome(jones, ChangeOutcome.SET_ASIDE);
                });
    }

    private static NamedStory follows() {
        return NamedStory.named("restored", "A coupled record goes by the counterpart that its coupling has now")
                .once(
                        "An account was deleted and restored under a new id. When Carla brought the first one back, the customer"
                                + " still counted as about to be coupled with it, and it waited for ever.")
                .at(Setting.customers().matchedByMail().deleting(Delete.RESTORE))
                .breaks("G6", PARTNER_FOLLOWED)
                .plays(s -> {
                    s.people.create(CUSTOMER, "name", "Smith", "eMail", "smith@x");
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "emailaddress1", "smith@x");
                    s.coupletIsThere();
                    s.people.delete(account);
                    s.rests();
                    s.people.bringBack(account);
                    s.rests();
                    s.expects.outcome(account, ChangeOutcome.SET_ASIDE);
                    s.expects.rows(CUSTOMER, 1);
                });
    }

    private static NamedStory aboutToBe() {
        return NamedStory.named(
                        "about-to-be",
                        "A record that is about to be coupled with another does not make that one ambiguous")
                .once(
                        "A customer had claimed the account that matched it, and the claim was late. Meanwhile the account found"
                                + " its match taken, and a second customer was created for it.")
                .at(Setting.customers().matchedByMail().onTaken(OnTaken.CREATE).partitions(2))
                .breaks(OTHERWISE, PARTNER_NOT_AMBIGUOUS)
                .plays(s -> {
                    int elsewhere = 1 - s.partition(KEY);
                    RecordRef smith = s.people.create(CUSTOMER, elsewhere, "name", "Smith", "eMail", "smith@x");
                    RecordRef account =
                            s.people.create(ACCOUNT, elsewhere, "name", "Smith", "emailaddress1", "smith@x");
                    s.coupletComes();
                    s.run(s.capture(ERP), s.capture(CRM), s.directory(KEY));
                    s.directory(smith).reads(CUSTOMER);
                    s.directory(smith).reads(ACCOUNT);
                    s.directory(smith).reads(SnapshotEnd.class);
                    s.directory(smith).reads(SnapshotEnd.class);
                    s.directory(KEY).readsAll();
                    s.directory(smith).holdsBack("directory-inputs-" + elsewhere);
                    s.directory(smith).reads(Verdict.class, smith);
                    s.directory(KEY).readsAll();
                    s.directory(smith).reads(Verdict.class, account);
                    s.directory(smith).letsGo();
                    s.rests();
                    s.expects.coupled(smith, account);
                    s.expects.rows(CUSTOMER, 1);
                });
    }

    private static NamedStory ghost() {
        return NamedStory.named("H9", "What was given up is retracted again after a crash")
                .once(
                        "A customer got another e-mail address, and the message that it had given up the first one was lost. A"
                                + " ghost stood at the former address and made others wait.")
                .at(Setting.customers().matchedByMail())
                .breaks("G6", RETRACTED_KEPT, STRAYS_RETRACTED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "eMail", "smith@x");
                    s.rests();
                    s.people.edit(smith, "eMail", "new@x");
                    s.capture(ERP).reads();
                    s.directory().holdsBack("directory-inputs", "pair-inputs");
                    s.directory().reads(CUSTOMER);
                    s.directory().crashes();
                    s.rests();
                    RecordRef account = s.people.create(ACCOUNT, "name", "Other", "emailaddress1", "smith@x");
                    s.rests();
                    s.expects.coupled(account, s.counterpart(account));
                });
    }

    private static NamedStory stray() {
        return NamedStory.named(
                        "stray",
                        "A record that is judged at a match key it does not carry takes its statement there back")
                .once(
                        "A customer was registered, coupled and uncoupled, and forgot all that in a crash. Told first that it had"
                                + " been let go, it never knew of its registration, which stood in others' way for ever.")
                .at(Setting.customers().matchedByMail())
                .breaks("G6", STRAYS_RETRACTED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "eMail", "smith@x");
                    s.allRun();
                    s.people.uncouple(smith);
                    s.directory().reads(UncoupleRecord.class);
                    s.pair().reads(Uncouple.class);
                    s.directory().holdsBack("directory-inputs");
                    s.directory().reads(Release.class, smith);
                    s.directory().crashesAndForgets(smith);
                    s.directory().reads(Release.class, smith);
                    s.rests();
                    s.people.edit(smith, "eMail", "new@x");
                    RecordRef account = s.people.create(ACCOUNT, "name", "Other", "emailaddress1", "smith@x");
                    s.rests();
                    s.expects.coupled(account, s.counterpart(account));
                });
    }
}
