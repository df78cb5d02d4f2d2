package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.CHOICE_SPARES_EDITS;
import static io.couplet.domain.guard.Guard.CREATED_ASKED;
import static io.couplet.domain.guard.Guard.DELETE_SPARES_EDITS;
import static io.couplet.domain.guard.Guard.HELD;
import static io.couplet.domain.guard.Guard.LIFE_RECALLED;
import static io.couplet.domain.guard.Guard.MADE_FOR_ANOTHER;
import static io.couplet.domain.guard.Guard.REFUSALS_REPEATED;
import static io.couplet.domain.guard.Guard.WRITTEN_TOLD;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Judged.OTHERWISE;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;
import static io.couplet.simulation.Table.USER;
import static io.couplet.simulation.Table.VENDOR;

import io.couplet.domain.mapping.Policies.Conflict;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.PairMessage.Changed;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.Standing;
import java.util.List;

/** Records and couplings that end and come back. */
final class LifeStories {
    private LifeStories() {}

    static List<NamedStory> all() {
        return List.of(
                newLife(),
                broughtBack(),
                madeForAVendor(),
                saidAgain(),
                refusedAgain(),
                editedMeanwhile(),
                chosenBefore(),
                forgottenLife(),
                unheardCreate(),
                formerMail());
    }

    private static NamedStory newLife() {
        return NamedStory.named(
                        "H24",
                        "All that happens to a record is in one order, its delete and a new life under the same id as well")
                .once(
                        "A delete had no place in the order of versions. Former versions that were published again revived the"
                                + " record, and one that came back under its own id counted as the old one.")
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.allRun();
                    s.people.edit(smith, "name", "Smyth");
                    s.allRun();
                    s.people.delete(smith);
                    s.allRun();
                    s.capture(ERP).crashes();
                    s.rests();
                    s.expects.uncoupled(smith);
                    s.expects.rows(ACCOUNT, 1);
                    s.people.bringBack(smith);
                    s.rests();
                    s.expects.coupled(smith, s.createdBy(s.coupling(smith, 1), smith));
                    s.expects.rows(ACCOUNT, 2);
                });
    }

    private static NamedStory broughtBack() {
        return NamedStory.named("brought-back", "A record that Couplet made is held also where a user brought it back")
                .once(
                        "Carla deleted an account that Couplet had made, and brought it back. Its Directory entry saw that before"
                                + " it heard whose account it was, took it for one that Carla had made, and made a second customer.")
                .at(Setting.customers().deleting(Delete.RESTORE))
                .breaks(OTHERWISE, HELD)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    RecordRef account = s.counterpart(smith);
                    s.run(s.capture(ERP));
                    s.directory().reads(CUSTOMER);
                    s.pair().readsAll();
                    s.applier(CRM).reads();
                    s.people.delete(account);
                    s.people.bringBack(account);
                    s.run(s.capture(CRM));
                    s.directory().reads(ACCOUNT);
                    s.directory().reads(ACCOUNT);
                    s.directory().reads(ACCOUNT);
                    s.rests();
                    s.expects.coupled(smith, account);
                    s.expects.rows(CUSTOMER, 1);
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory madeForAVendor() {
        return NamedStory.named(
                        "made-for-vendor",
                        "A record that another mapping's coupling made is treated as anybody's in this one")
                .once(
                        "Carla turned an account that Couplet had made for a vendor into a customer's. It was held for good, since no"
                                + " coupling of the customers' mapping was under way that could have claimed it.")
                .at(Setting.customers().vendors())
                .breaks(OTHERWISE, MADE_FOR_ANOTHER)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef miller = s.people.create(VENDOR, "name", "Miller");
                    s.rests();
                    RecordRef account = s.counterpart(miller);
                    s.expects.coupled(miller, account);
                    s.people.edit(account, "customertypecode", Table.CUSTOMERS.toString());
                    s.rests();
                    s.expects.rows(CUSTOMER, 1);
                    s.expects.rows(VENDOR, 1);
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory saidAgain() {
        return NamedStory.named(
                        "said-again", "Who lets a record go again says again which version nobody had spoken of")
                .once(
                        "A coupling let a deleted customer go to create it anew. What it said was lost in a crash, and it said it"
                                + " again without the version that was deleted; the customer had come back meanwhile, and nobody"
                                + " ever counted the delete.")
                .at(Setting.customers().deleting(Delete.RESTORE))
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(smith, "name", "Smyth");
                    s.allRunBut(s.applier(CRM));
                    s.people.delete(smith);
                    s.allRunBut(s.applier(CRM));
                    s.pair().commits();
                    s.pair().holdsBack("directory-inputs");
                    s.applier(CRM).readsAll();
                    s.pair().reads(Result.class);
                    s.people.bringBack(smith);
                    s.capture(ERP).readsAll();
                    s.directory().readsAll();
                    s.pair().crashes();
                    s.rests();
                    s.expects.rows(CUSTOMER, 2);
                });
    }

    private static NamedStory refusedAgain() {
        return NamedStory.named("refused-again", "A refusal is given again after a crash")
                .once(
                        "A customer was coupled with an account that had a counterpart. The refusal was lost in a crash, left no"
                                + " trace, and the customer waited for ever.")
                .breaks("G3", REFUSALS_REPEATED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    RecordRef account = s.people.create(ACCOUNT, "name", "Other");
                    s.rests();
                    s.people.uncouple(smith);
                    s.rests();
                    s.people.couple(smith, account);
                    s.directory().reads(Couple.class);
                    s.directory().commits();
                    s.directory().holdsBack("pair-inputs");
                    s.directory().reads(ClaimFor.class);
                    s.directory().crashes();
                    s.rests();
                    s.expects.uncoupled(smith);
                });
    }

    private static NamedStory editedMeanwhile() {
        return NamedStory.named("edited-meanwhile", "A delete is not propagated over an edit that it did not see")
                .once("Anna deleted a customer while Carla edited its account, and Carla's edit was gone.")
                .at(Setting.customers().deleting(Delete.PROPAGATE))
                .breaks("G2", DELETE_SPARES_EDITS)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.edit(account, "name", "Smyth");
                    s.people.delete(smith);
                    s.allRunBut(s.capture(CRM));
                    s.rests();
                    s.expects.row(account, "name", "Smyth");
                    s.expects.standing(smith, Standing.SET_ASIDE);
                });
    }

    private static NamedStory chosenBefore() {
        return NamedStory.named("chosen-before", "A person's choice does not hold for values that were edited since")
                .once(
                        "Olga decided a conflict for the ERP. Before that was carried out, Carla typed something else, which Olga"
                                + " had never seen and which lost all the same.")
                .at(Setting.customers().deciding(Conflict.ASK).phone())
                .breaks("G2", CHOICE_SPARES_EDITS)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.edit(smith, "phoneNo", "555");
                    s.people.edit(account, "telephone1", "777");
                    s.run(s.capture(ERP), s.capture(CRM), s.directory());
                    s.rests();
                    s.expects.standing(smith, Standing.SET_ASIDE);
                    s.people.resolveSeen(smith, ERP);
                    s.allRunBut(s.applier(CRM));
                    s.people.edit(account, "telephone1", "888");
                    s.rests();
                    s.expects.row(account, "telephone1", "888");
                    s.expects.standing(smith, Standing.SET_ASIDE);
                });
    }

    private static NamedStory forgottenLife() {
        return NamedStory.named(
                        "forgotten-life",
                        "A coupling that forgot to have begun again goes on with the record that it created then")
                .once(
                        "An account was deleted, and created again for its customer. The coupling forgot that in a crash; in its"
                                + " second life it was still busy when the account came back, and never created anything. A third record"
                                + " stood there for nobody.")
                .at(Setting.customers().salespeople(false).deleting(Delete.RESTORE))
                .breaks("G4", LIFE_RECALLED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef john = s.people.create(USER, "fullname", "John");
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.edit(account, "ownerid", john.id());
                    s.people.delete(account);
                    s.capture(CRM).reads(2);
                    s.directory().reads(ACCOUNT);
                    s.directory().reads(ACCOUNT);
                    s.pair().reads(Changed.class);
                    s.pair().holdsBack("directory-inputs");
                    s.pair().reads(Changed.class);
                    s.directory().readsAll();
                    s.applier(CRM).reads();
                    s.pair().readsAll();
                    s.people.bringBack(account);
                    s.capture(CRM).readsAll();
                    s.directory().reads(account);
                    s.pair().crashesAndForgets("coupling " + s.coupling(smith));
                    s.rests();
                    s.expects.there(account, true);
                });
    }

    private static NamedStory unheardCreate() {
        return NamedStory.named(
                        "unheard-create", "What both sides agree on is asked of the memory where no answer told it")
                .once(
                        "A coupling recalled a life that it had forgotten by the record that it had created then, before it heard"
                                + " the answer. Not knowing what both had agreed on, it took them for two that had never met, and filled"
                                + " again what Anna had cleared.")
                .at(Setting.customers()
                        .phone()
                        .salespeople(false)
                        .deleting(Delete.RESTORE)
                        .partitions(2))
                .breaks("G2", CREATED_ASKED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef john = s.people.create(USER, "fullname", "John");
                    // So that the account falls into another partition than the rest, by its id.
                    s.people.create(CUSTOMER, "name", "Adams");
                    s.people.create(CUSTOMER, "name", "Brown");
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "phoneNo", "555");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    Actor pair = s.pair(s.coupling(smith));
                    s.people.edit(account, "ownerid", john.id());
                    s.people.delete(account);
                    s.capture(CRM).readsAll();
                    s.directory(account).readsAll();
                    pair.reads(Changed.class);
                    pair.holdsBack("directory-inputs-" + s.partition(account.text()));
                    pair.reads(Changed.class);
                    s.directory(john).readsAll();
                    s.applier(CRM).holdsBack("pair-inputs");
                    s.applier(CRM).reads();
                    pair.reads(Answer.class);
                    s.people.bringBack(account);
                    s.people.edit(smith, "phoneNo", "");
                    s.run(s.capture(CRM), s.capture(ERP), s.directory(), s.directory(account), s.directory(smith));
                    pair.crashesAndForgets("coupling " + s.coupling(smith));
                    s.allRunBut(s.applier(CRM));
                    s.rests();
                    s.expects.row(smith, "phoneNo", "");
                });
    }

    private static NamedStory formerMail() {
        return NamedStory.named("former-mail", "A record whose match keys our own write changed is told so")
                .once(
                        "Capture left our own writes out. An account had got another e-mail address by us, and still stood at the"
                                + " former one: whoever got that next was set aside.")
                .at(Setting.customers().matchedByMail().capture(CRM, mode -> new CaptureMode(true, true, false)))
                .breaks("G6", WRITTEN_TOLD)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "emailaddress1", "smith@x");
                    s.rests();
                    s.people.edit(s.counterpart(account), "eMail", "new@x");
                    s.rests();
                    RecordRef jones = s.people.create(CUSTOMER, "name", "Jones", "eMail", "smith@x");
                    s.rests();
                    s.expects.coupled(jones, s.counterpart(jones));
                });
    }
}
