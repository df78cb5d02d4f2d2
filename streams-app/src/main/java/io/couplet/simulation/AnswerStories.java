package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.DEDUPLICATE;
import static io.couplet.domain.guard.Guard.REANNOUNCE;
import static io.couplet.domain.guard.Guard.WAIT_AFTER_STALE;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;
import static io.couplet.simulation.Table.USER;

import io.couplet.domain.mapping.Policies.Conflict;
import io.couplet.domain.message.PairMessage.Changed;
import io.couplet.domain.model.RecordRef;
import java.util.List;

/** Commands and their answers: lost, late, repeated, refused because the target has moved on. */
final class AnswerStories {
    private AnswerStories() {}

    static List<NamedStory> all() {
        return List.of(olderImages(), lostCommand(), broughtBackToLife(), slowCapture(), datedLate());
    }

    private static NamedStory olderImages() {
        return NamedStory.named("H3", "Nothing is decided on an image that is older than the base")
                .once(
                        "After a crash capture published former versions again. The coupling took an old value for an edit, and"
                                + " wrote it over the newer one that both sides had agreed on.")
                .breaks("G5", DEDUPLICATE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(smith, "name", "Smyth");
                    s.allRun();
                    s.people.edit(smith, "name", "Smithe");
                    s.allRun();
                    s.capture(ERP).crashes();
                    s.capture(ERP).reads();
                    s.allRunBut(s.capture(ERP));
                    s.rests();
                    s.expects.row(s.counterpart(smith), "name", "Smithe");
                    s.expects.versions(s.counterpart(smith), 3);
                });
    }

    private static NamedStory lostCommand() {
        return NamedStory.named(
                        "H8",
                        "An input that is read again makes its key say again all that it owes, and nothing else does")
                .once(
                        "A command was lost in a crash, and the coupling waited for its answer for ever. Then every duplicate"
                                + " made everybody say everything again, and there were four hundred copies of each message.")
                .breaks("G3", REANNOUNCE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.edit(smith, "name", "Smyth");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.pair().holdsBack("crm.commands");
                    s.pair().reads(Changed.class);
                    s.pair().crashes();
                    s.rests();
                    s.expects.row(account, "name", "Smyth");
                    s.people.readAgain(smith);
                    s.people.readAgain(account);
                    s.rests();
                    s.expects.commands(account, 2);
                });
    }

    /** Without asking it is told all the same by now: what it announces of the delete, the customer's Directory refuses. */
    private static NamedStory broughtBackToLife() {
        return NamedStory.named("H13", "A coupling that forgot its end hears from its records whose they are now")
                .once(
                        "A coupling had ended, and forgot that in a crash. Its command was stale, since the customer had gone on"
                                + " elsewhere, and it waited for a change that went to another coupling.")
                .at(Setting.customers().salespeople(false))
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    RecordRef other = s.people.create(ACCOUNT, "name", "Other");
                    s.rests();
                    s.people.delete(s.counterpart(other));
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    RecordRef john = s.people.create(USER, "fullname", "John");
                    s.people.edit(account, "ownerid", john.id());
                    s.capture(CRM).reads();
                    s.capture(CRM).reads();
                    s.directory().reads(ACCOUNT);
                    s.pair().reads(Changed.class);
                    s.people.delete(account);
                    s.capture(CRM).reads();
                    s.directory().reads(ACCOUNT);
                    s.pair().reads(Changed.class);
                    s.allRun();
                    s.people.couple(other, smith);
                    s.allRun();
                    s.people.edit(smith, "name", "Smyth");
                    s.allRun();
                    s.pair().crashesAndForgets("coupling " + s.coupling(smith));
                    s.rests();
                    s.expects.coupled(other, smith);
                    s.expects.row(other, "name", "Smyth");
                });
    }

    private static NamedStory datedLate() {
        return NamedStory.named("dated-late", "A late answer tells since when a newer version has its values")
                .once(
                        "Capture left out what Couplet wrote, and the answer came late. Anna had put a phone number back to what it"
                                + " was before, so that nothing seemed to have changed, and an older number won against her.")
                .at(Setting.customers()
                        .phone()
                        .deciding(Conflict.LATEST_WINS)
                        .capture(ERP, mode -> new CaptureMode(true, mode.showsPrevious(), false)))
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "phoneNo", "000");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.edit(account, "telephone1", "111");
                    s.allRunBut(s.applier(ERP));
                    s.people.edit(account, "telephone1", "222");
                    s.applier(ERP).holdsBack("pair-inputs");
                    s.applier(ERP).reads();
                    s.people.edit(smith, "phoneNo", "000");
                    s.allRunBut(s.applier(ERP));
                    s.applier(ERP).letsGo();
                    s.rests();
                    s.expects.row(smith, "phoneNo", "000");
                    s.expects.row(account, "telephone1", "000");
                    s.expects.loser("222", true);
                });
    }

    private static NamedStory slowCapture() {
        return NamedStory.named("slow-capture", "After a stale command nothing is decided before a newer image is seen")
                .once(
                        "Capture was slow. The coupling sent its stale command again and again, until it was stopped as if two"
                                + " machines answered each other.")
                .at(Setting.customers().phone())
                .breaks("G1", WAIT_AFTER_STALE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.edit(account, "telephone1", "555");
                    s.people.edit(smith, "name", "Smyth");
                    s.allRunBut(s.capture(CRM));
                    s.rests();
                    s.expects.row(account, "name", "Smyth");
                    s.expects.row(smith, "phoneNo", "555");
                    s.expects.commands(account, 3);
                });
    }
}
