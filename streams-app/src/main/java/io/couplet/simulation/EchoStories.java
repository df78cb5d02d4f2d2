package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.ACCOUNT_ONLY_EXACT;
import static io.couplet.domain.guard.Guard.AGREE_ONCE;
import static io.couplet.domain.guard.Guard.ASSIGNED_FLOWS_BACK;
import static io.couplet.domain.guard.Guard.BASE_AS_CARRIED;
import static io.couplet.domain.guard.Guard.COMPARE_BEFORE_WRITE;
import static io.couplet.domain.guard.Guard.ECHO_BY_VALUE;
import static io.couplet.domain.guard.Guard.GROUPS_TOGETHER;
import static io.couplet.domain.guard.Guard.ONE_WAY_ENFORCED;
import static io.couplet.domain.guard.Guard.TIME_PER_FIELD;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Judged.OTHERWISE;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;

import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.RecordRef;
import java.util.List;

/** What an echo is, and what both sides have agreed on. */
final class EchoStories {
    private static final CaptureMode NEWEST_STATES = new CaptureMode(false, false, true);

    private EchoStories() {}

    static List<NamedStory> all() {
        return List.of(
                editUnderOurWrite(),
                readAndSeen(),
                insertUnderOurWrite(),
                assigned(),
                movedOn(),
                notCarried(),
                cascade(),
                oneWay(),
                latestField(),
                driftOverwritten(),
                group(),
                answeredTwice());
    }

    private static NamedStory editUnderOurWrite() {
        return NamedStory.named("H1a", "An echo is known by its values, not by its writer")
                .once(
                        "Polling showed a user's edit and a later write of the integration account as one version. It was taken"
                                + " for an echo, and the edit was lost.")
                .at(Setting.customers().phone().capture(CRM, mode -> NEWEST_STATES))
                .breaks("G2", ECHO_BY_VALUE)
                .breaks("G2", ACCOUNT_ONLY_EXACT)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.edit(account, "telephone1", "555");
                    s.people.editUnderOurAccount(account, "name", "Smith Ltd");
                    s.rests();
                    s.expects.row(smith, "phoneNo", "555");
                });
    }

    private static NamedStory readAndSeen() {
        return NamedStory.named(
                        "H1b", "A version that is seen live and read as well is synchronized, whichever comes first")
                .once(
                        "A job of the integration account had written a record last. Its change was no echo of anything known, the"
                                + " snapshot's read of the same version was dropped as a duplicate, and the record was never"
                                + " synchronized.")
                .at(Setting.customers().phone().capture(CRM, mode -> NEWEST_STATES))
                .plays(s -> {
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith");
                    s.coupletComes();
                    s.people.editUnderOurAccount(account, "telephone1", "555");
                    s.run(s.capture(CRM), s.directory());
                    s.people.readAgain(account);
                    s.rests();
                    s.expects.coupled(account, s.counterpart(account));
                    s.expects.row(s.counterpart(account), "phoneNo", "555");
                });
    }

    private static NamedStory insertUnderOurWrite() {
        return NamedStory.named(
                        "H1c", "Who created a record decides whether it founds a coupling, not who wrote it last")
                .once(
                        "A user created a record and a job of the integration account completed it. Polling showed both as one"
                                + " version, which was taken for our own, and the record was never synchronized.")
                .at(Setting.customers().phone().capture(CRM, mode -> NEWEST_STATES))
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith");
                    s.people.editUnderOurAccount(account, "telephone1", "555");
                    s.rests();
                    s.expects.coupled(account, s.counterpart(account));
                    s.expects.row(s.counterpart(account), "phoneNo", "555");
                });
    }

    private static NamedStory assigned() {
        return NamedStory.named("H1e", "What the target assigns to a record that we create flows back")
                .once(
                        "The ERP gave a number and a city to a customer of ours. Both were by definition written by us, or taken"
                                + " for what the CRM had asked for, and never reached it.")
                .at(Setting.customers().address().with(Automation.CITIES))
                .breaks("G3", ASSIGNED_FLOWS_BACK)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith", "address1_postalcode", "A1");
                    s.rests();
                    s.expects.row(account, "accountnumber", "C01");
                    s.expects.row(account, "address1_city", "city of A1");
                });
    }

    private static NamedStory movedOn() {
        return NamedStory.named("H2", "The base is what the command carried, not what is current")
                .once(
                        "The source went on while a command was on its way. The answer was taken to agree on the newer value,"
                                + " which never arrived.")
                .breaks("G2", BASE_AS_CARRIED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(smith, "name", "Smyth");
                    s.allRunBut(s.applier(CRM));
                    s.people.edit(smith, "name", "Smithe");
                    s.run(s.capture(ERP), s.directory(), s.pair());
                    s.applier(CRM).reads();
                    s.pair().reads(Result.class);
                    s.rests();
                    s.expects.row(s.counterpart(smith), "name", "Smithe");
                });
    }

    /** Since everything that a coupling is told comes through one log, it always knows the version that its command expected. */
    private static NamedStory notCarried() {
        return NamedStory.named(
                        "H4", "What a command did not carry counts as automation only on the version that it expected")
                .once(
                        "A row came back with another city, which the ERP had derived, and another phone number, which Anna had"
                                + " typed just before. Both were taken for what the system does by itself, and Anna's edit was lost.")
                .at(Setting.customers().phone().address().with(Automation.CITIES))
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.edit(account, "address1_postalcode", "A1");
                    s.allRunBut(s.applier(ERP));
                    s.people.edit(smith, "phoneNo", "555");
                    s.rests();
                    s.expects.row(account, "telephone1", "555");
                    s.expects.row(smith, "city", "city of A1");
                    s.expects.row(account, "address1_city", "");
                });
    }

    private static NamedStory cascade() {
        return NamedStory.named("H5", "What agrees after conversion is agreement, not a write")
                .once(
                        "A salesperson got another code, and the ERP wrote it into every customer. Each of them was written to"
                                + " the CRM, with the owner that it had already.")
                .at(Setting.customers().salespeople(false))
                .breaks("G1", COMPARE_BEFORE_WRITE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef john = s.people.create(Table.USER, "fullname", "John");
                    s.rests();
                    RecordRef salesperson = s.counterpart(john);
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "salespersonCode", "S01");
                    s.rests();
                    s.people.edit(salesperson, "code", "JB");
                    s.people.edit(smith, "salespersonCode", "JB");
                    s.rests();
                    s.expects.row(s.counterpart(smith), "ownerid", john.id());
                    s.expects.versions(s.counterpart(smith), 2);
                });
    }

    private static NamedStory oneWay() {
        return NamedStory.named("H6", "A one-way field that is edited on its target is written back")
                .once("Nothing was done about it, and the two sides differed for ever.")
                .breaks("G3", ONE_WAY_ENFORCED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(s.counterpart(smith), "accountnumber", "mine");
                    s.rests();
                    s.expects.row(s.counterpart(smith), "accountnumber", "C01");
                    s.expects.loser("mine", true);
                });
    }

    private static NamedStory latestField() {
        return NamedStory.named("H7", "The latest edit of a field wins, not that of the record that was touched last")
                .once(
                        "Both sides changed the name; then somebody edited the phone number of the record with the older name,"
                                + " which won.")
                .at(Setting.customers().phone())
                .breaks("G2", TIME_PER_FIELD)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(smith, "name", "older");
                    s.capture(ERP).reads();
                    s.people.edit(s.counterpart(smith), "name", "newer");
                    s.people.edit(smith, "phoneNo", "555");
                    s.run(s.capture(ERP), s.capture(CRM), s.directory());
                    s.rests();
                    s.expects.row(smith, "name", "newer");
                    s.expects.loser("older", true);
                });
    }

    private static NamedStory driftOverwritten() {
        return NamedStory.named("drift-overwritten", "What differed on purpose and is overwritten stands in the audit")
                .once(
                        "A value stayed different on purpose until the other side's changed, and was overwritten then. Nobody could"
                                + " say afterwards what it had been.")
                .at(Setting.customers().phone())
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "phoneNo", "000");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.editUnderOurAccount(account, "telephone1", "999");
                    s.rests();
                    s.expects.row(smith, "phoneNo", "000");
                    s.people.edit(smith, "phoneNo", "111");
                    s.rests();
                    s.expects.row(account, "telephone1", "111");
                    s.expects.loser("999", true);
                });
    }

    private static NamedStory group() {
        return NamedStory.named("address", "The fields of a group are taken from one side")
                .once(
                        "Anna corrected a postal code and Carla the city. Each won a field, and the address was one that does not"
                                + " exist.")
                .at(Setting.customers().addressTogether())
                .breaks("G2", GROUPS_TOGETHER)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "postCode", "A1", "city", "Aton");
                    s.rests();
                    s.people.edit(smith, "postCode", "B2");
                    s.people.edit(s.counterpart(smith), "address1_city", "Ceeham");
                    s.run(s.capture(ERP), s.capture(CRM), s.directory());
                    s.rests();
                    s.expects.row(smith, "postCode", "A1");
                    s.expects.row(smith, "city", "Ceeham");
                });
    }

    private static NamedStory answeredTwice() {
        return NamedStory.named("answered-twice", "A row that was agreed on before is no news")
                .once(
                        "A create was answered a second time, long after. What a job had altered in the source since, and was"
                                + " known as drift, counted as an edit by that, and flowed.")
                .at(Setting.customers().phone())
                .breaks(OTHERWISE, AGREE_ONCE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "phoneNo", "555");
                    s.rests();
                    s.people.editUnderOurAccount(smith, "phoneNo", "777");
                    s.rests();
                    s.applier(CRM).carriesOutLate(Operation.CREATE, true);
                    s.rests();
                    s.expects.row(s.counterpart(smith), "telephone1", "555");
                });
    }
}
