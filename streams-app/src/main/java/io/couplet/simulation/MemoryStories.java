package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.AUDIT_REPEATED;
import static io.couplet.domain.guard.Guard.BASE_AS_STORED;
import static io.couplet.domain.guard.Guard.COMMAND_MEMORY;
import static io.couplet.domain.guard.Guard.CREATE_ID_BY_COUPLING;
import static io.couplet.domain.guard.Guard.REFUSAL_MEMORY;
import static io.couplet.domain.guard.Guard.RELEASE_HANDS_OVER;
import static io.couplet.domain.guard.Guard.UNKNOWN_ANSWERS;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;
import static io.couplet.simulation.Table.USER;

import io.couplet.domain.message.Answer;
import io.couplet.domain.message.PairMessage.Changed;
import io.couplet.domain.message.PairMessage.Own;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.Standing;
import java.util.List;

/** What appliers remember, and what both sides agree on by their answers. */
final class MemoryStories {
    private MemoryStories() {}

    static List<NamedStory> all() {
        return List.of(
                lostAnswer(),
                decidedTwiceAndDeleted(),
                decidedTwice(),
                refusedLater(),
                unknownAnswer(),
                forgottenAnswer(),
                asStored(),
                lostAudit(),
                ownWritesLeftOut());
    }

    private static NamedStory lostAnswer() {
        return NamedStory.named("lost-answer", "An applier remembers what it carried out")
                .once(
                        "An applier created an account and crashed before it could say so. Carla deleted it; then the command was"
                                + " read again, and created it once more.")
                .breaks("G8", COMMAND_MEMORY)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.run(s.capture(ERP), s.directory(), s.pair());
                    s.applier(CRM).holdsBack("pair-inputs");
                    s.applier(CRM).reads();
                    s.applier(CRM).crashes();
                    s.people.delete(s.counterpart(smith));
                    s.rests();
                    s.expects.rows(ACCOUNT, 0);
                });
    }

    private static NamedStory decidedTwiceAndDeleted() {
        return NamedStory.named("H21", "A create is named by its coupling, not by its content")
                .once(
                        "A create was decided twice, before and after a crash, and the second time more was known of the owner."
                                + " The account was created, Carla deleted it, and the second command created it again.")
                .at(Setting.customers().salespeople(false))
                .breaks("G4", CREATE_ID_BY_COUPLING)
                .plays(s -> {
                    RecordRef smith = createdTwice(s);
                    s.people.delete(s.counterpart(smith));
                    s.rests();
                    s.expects.rows(ACCOUNT, 0);
                    s.expects.uncoupled(smith);
                });
    }

    private static NamedStory decidedTwice() {
        return NamedStory.named("created-twice", "A repeated create is answered with the values that took effect")
                .once(
                        "A create was decided twice, before and after a crash, and the second time more was known of the owner."
                                + " The second was answered with the first one's row, as if that had the owner.")
                .at(Setting.customers().salespeople(false))
                .plays(s -> {
                    RecordRef smith = createdTwice(s);
                    s.people.edit(s.counterpart(smith), "name", "Smith Ltd");
                    s.rests();
                    RecordRef john = s.world.system(CRM).present(USER).get(0);
                    s.expects.row(s.counterpart(smith), "ownerid", john.id());
                });
    }

    /** An account is created without owner; a second create, with the owner, is on its way, and the first one's answer is read. */
    private static RecordRef createdTwice(Scene s) {
        s.coupletIsThere();
        s.people.create(USER, "fullname", "John");
        s.rests();
        RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "salespersonCode", "S01");
        s.capture(ERP).reads();
        s.directory().reads(CUSTOMER);
        s.pair().reads(Own.class);
        s.directory().readsAll();
        s.applier(CRM).reads();
        s.pair().reads(Answer.class);
        s.pair().crashesAndForgets("coupling " + s.coupling(smith));
        s.pair().readsAll();
        return smith;
    }

    private static NamedStory refusedLater() {
        return NamedStory.named("refused-later", "What was refused is refused again, whoever asks")
                .once(
                        "The ERP refused an update. Its administrator made it accept such values, and an applier that had been"
                                + " believed dead carried the update out after all, and told nobody.")
                .at(Setting.customers().phone().address())
                .breaks("G1", REFUSAL_MEMORY)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.edit(account, "telephone1", "555!", "address1_postalcode", "a1");
                    s.rests();
                    s.expects.standing(smith, Standing.SET_ASIDE);
                    s.people.switchLenience(ERP);
                    s.applier(ERP).carriesOutLate(Operation.UPDATE, false);
                    s.rests();
                    s.people.retry(s.coupling(smith));
                    s.rests();
                    s.expects.coupled(smith, account);
                    s.expects.row(smith, "phoneNo", "555!");
                });
    }

    private static NamedStory unknownAnswer() {
        return NamedStory.named("unknown-answer", "An answer that is not awaited is taken in all the same")
                .once(
                        "An update was decided twice, before and after a crash, and the second time more was known. The first"
                                + " one's answer was ignored, the second one was stale, and what had been written was never seen, since"
                                + " capture left it out.")
                .at(Setting.customers().salespeople(false).capture(CRM, mode -> new CaptureMode(true, true, false)))
                .breaks("G2", UNKNOWN_ANSWERS)
                .plays(s -> {
                    s.coupletIsThere();
                    s.people.create(USER, "fullname", "John");
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(smith, "name", "Smyth", "salespersonCode", "S01");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.pair().reads(Changed.class);
                    s.directory().readsAll();
                    s.applier(CRM).reads();
                    s.pair().reads(Answer.class);
                    s.pair().crashesAndForgets("coupling " + s.coupling(smith));
                    s.rests();
                    RecordRef john = s.world.system(CRM).present(USER).get(0);
                    s.expects.row(s.counterpart(smith), "ownerid", john.id());
                    s.expects.row(s.counterpart(smith), "name", "Smyth");
                });
    }

    private static NamedStory forgottenAnswer() {
        return NamedStory.named("forgotten-answer", "What a forgotten command wrote was agreed on all the same")
                .once(
                        "An update was decided twice, before and after a crash. The ERP stored the first one's postal code in"
                                + " capitals, Anna changed the name, and the first one's answer came after that and was not believed:"
                                + " the capitals were taken for an edit of Anna's, and written back.")
                .at(Setting.customers().salespeople(false).address())
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef john = s.people.create(USER, "fullname", "John");
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith");
                    s.rests();
                    RecordRef smith = s.counterpart(account);
                    s.people.edit(account, "address1_postalcode", "ab1", "ownerid", john.id());
                    s.capture(CRM).reads();
                    s.directory().reads(ACCOUNT);
                    s.pair().reads(Changed.class);
                    s.directory().readsAll();
                    s.applier(ERP).holdsBack("pair-inputs");
                    s.applier(ERP).reads();
                    s.pair().reads(Answer.class);
                    s.pair().crashesAndForgets("coupling " + s.coupling(account));
                    s.pair().readsAll();
                    s.people.edit(smith, "name", "Smyth");
                    s.run(s.capture(ERP), s.directory(), s.pair());
                    s.applier(ERP).letsGo();
                    s.rests();
                    s.expects.row(smith, "postCode", "AB1");
                    s.expects.row(account, "address1_postalcode", "ab1");
                    s.expects.row(account, "name", "Smyth");
                    s.expects.loser("ab1", false);
                });
    }

    private static NamedStory asStored() {
        return NamedStory.named("as-stored", "The target's base is the row as stored, not the value that was sent")
                .once(
                        "The ERP stored a postal code in capitals. That was taken for an edit, and written back to where it came"
                                + " from.")
                .at(Setting.customers().address())
                .breaks("G1", BASE_AS_STORED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "address1_postalcode", "ab1");
                    s.rests();
                    s.expects.row(s.counterpart(account), "postCode", "AB1");
                    s.expects.row(account, "address1_postalcode", "ab1");
                });
    }

    private static NamedStory lostAudit() {
        return NamedStory.named("lost-audit", "Losing values are written to the audit again after a crash")
                .once("Both sides changed a name. The loser was to be written to the audit, and was lost in a crash.")
                .breaks("G2", AUDIT_REPEATED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(smith, "name", "older");
                    s.people.edit(s.counterpart(smith), "name", "newer");
                    s.run(s.capture(ERP), s.capture(CRM), s.directory());
                    s.pair().commits();
                    s.pair().reads(Changed.class);
                    s.pair().reads(Changed.class);
                    s.applier(CRM).reads();
                    s.run(s.pair(), s.capture(CRM), s.directory());
                    s.pair().readsAll();
                    s.applier(ERP).reads();
                    s.pair().holdsBack("audit");
                    s.pair().reads(Result.class);
                    s.pair().crashes();
                    s.rests();
                    s.expects.row(smith, "name", "newer");
                    s.expects.loser("older", true);
                });
    }

    private static NamedStory ownWritesLeftOut() {
        return NamedStory.named("handed-over", "A release carries the newest image that the coupling knows")
                .once(
                        "Capture left our own writes out. An account was uncoupled and coupled again, and the new coupling never"
                                + " learned of the version that we had written last: each of its commands was stale.")
                .at(Setting.customers().capture(CRM, mode -> new CaptureMode(true, true, false)))
                .breaks("G3", RELEASE_HANDS_OVER)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(s.counterpart(smith), "accountnumber", "mine");
                    s.rests();
                    s.people.edit(smith, "name", "Smyth");
                    s.rests();
                    s.people.uncouple(smith);
                    s.rests();
                    s.people.couple(smith, s.counterpart(smith));
                    s.rests();
                    s.people.edit(smith, "name", "Smithe");
                    s.rests();
                    s.expects.row(s.counterpart(smith), "name", "Smithe");
                });
    }
}
