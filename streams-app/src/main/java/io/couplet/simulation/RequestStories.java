package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.CREATED_ONCE;
import static io.couplet.domain.guard.Guard.HELD_IS_BUSY;
import static io.couplet.domain.guard.Guard.PENDING_COUPLE_REFUSED;
import static io.couplet.domain.guard.Guard.RELEASE_REMEMBERED;
import static io.couplet.domain.guard.Guard.UNCOUPLE_NAMES_COUPLING;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Judged.OTHERWISE;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;

import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.DirectoryMessage.ReleaseHeld;
import io.couplet.domain.model.RecordRef;
import java.util.List;

/** What operators ask for, and when it is heard. */
final class RequestStories {
    private RequestStories() {}

    static List<NamedStory> all() {
        return List.of(
                busy(),
                pendingCouple(),
                coupledBeforeSeen(),
                neverAnOrigin(),
                releasedByMistake(),
                uncoupleReadAgain());
    }

    private static NamedStory busy() {
        return NamedStory.named("H17", "Nobody else may have a record whose own coupling is under way")
                .once(
                        "An operator coupled an account that we had just created. It was claimed, its real coupling lost it, and"
                                + " a third record was created.")
                .breaks(OTHERWISE, HELD_IS_BUSY)
                .breaks("G4", HELD_IS_BUSY, CREATED_ONCE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef jones = s.people.create(CUSTOMER, "name", "Jones");
                    s.rests();
                    s.people.delete(s.counterpart(jones));
                    s.rests();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.pair().holdsBack("directory-inputs");
                    s.run(s.pair(), s.applier(CRM), s.capture(CRM), s.directory());
                    s.people.couple(s.counterpart(smith), jones);
                    s.directory().reads(Couple.class);
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.uncoupled(jones);
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory pendingCouple() {
        return NamedStory.named(
                        "H20",
                        "A couple request that waited for a record is refused when our account created that record")
                .once(
                        "An operator coupled an account before it had been captured. When it came, it turned out to be one that"
                                + " we had created for somebody else, and a second one was made.")
                .breaks(OTHERWISE, PENDING_COUPLE_REFUSED)
                .breaks("G4", PENDING_COUPLE_REFUSED, CREATED_ONCE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef jones = s.people.create(CUSTOMER, "name", "Jones");
                    s.rests();
                    s.people.delete(s.counterpart(jones));
                    s.rests();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.pair().holdsBack("directory-inputs");
                    s.run(s.pair(), s.applier(CRM));
                    s.people.couple(s.counterpart(smith), jones);
                    s.directory().reads(Couple.class);
                    s.capture(CRM).reads();
                    s.directory().reads(ACCOUNT);
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                    s.expects.uncoupled(jones);
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory neverAnOrigin() {
        return NamedStory.named("H18", "A record that our account created is never the origin of a creation")
                .once(
                        "A customer forgot its coupling in a crash and joined another one. The account that had been created for"
                                + " it was let go, taken for anybody's, and a customer was created for it.")
                .at(Setting.customers().withoutBlocked())
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef other = s.people.create(ACCOUNT, "name", "Other");
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "blocked", "all");
                    s.rests();
                    s.people.delete(s.counterpart(other));
                    s.rests();
                    s.people.edit(smith, "blocked", "");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.pair().holdsBack("directory-inputs");
                    s.run(s.pair(), s.applier(CRM), s.capture(CRM), s.directory());
                    s.people.couple(other, smith);
                    s.directory().crashesAndForgets(smith);
                    s.directory().reads(Couple.class);
                    s.directory().reads(ClaimFor.class);
                    s.rests();
                    s.expects.coupled(smith, other);
                    s.expects.uncoupled(s.counterpart(smith));
                    s.expects.rows(CUSTOMER, 1);
                });
    }

    private static NamedStory releasedByMistake() {
        return NamedStory.named(
                        "released", "A coupling that created and loses a record keeps both from being created again")
                .once(
                        "Olga released an account that was held, in the belief that somebody had typed it in. It was ours, and"
                                + " founded a coupling of its own; the customer that it had been created for was created a second time.")
                .breaks("G4", CREATED_ONCE)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.capture(ERP).reads();
                    s.directory().reads(CUSTOMER);
                    s.pair().holdsBack("directory-inputs");
                    s.run(s.pair(), s.applier(CRM), s.capture(CRM), s.directory());
                    s.people.release(s.counterpart(smith));
                    s.directory().reads(ReleaseHeld.class);
                    s.rests();
                    s.expects.uncoupled(smith);
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory uncoupleReadAgain() {
        return NamedStory.named("uncouple-again", "An uncouple request means one coupling and spares any other")
                .once(
                        "Olga uncoupled a customer and coupled it again. After a crash her first request was read again, and"
                                + " dissolved what she had coupled since.")
                .breaks(OTHERWISE, UNCOUPLE_NAMES_COUPLING)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.uncouple(smith, s.coupling(smith));
                    s.allRun();
                    s.people.couple(smith, account);
                    s.allRun();
                    s.directory().crashes();
                    s.rests();
                    s.expects.coupled(smith, account);
                });
    }

    private static NamedStory coupledBeforeSeen() {
        return NamedStory.named("H15-unseen", "A release is remembered by a record that was not seen yet")
                .once(
                        "Olga coupled a customer with an account that had just been typed in and not been captured. She was told"
                                + " so; but before she could repeat it, a second customer had been created for the account.")
                .breaks(OTHERWISE, RELEASE_REMEMBERED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.delete(s.counterpart(smith));
                    s.rests();
                    RecordRef account = s.people.create(ACCOUNT, "name", "Smith");
                    s.people.couple(smith, account);
                    s.allRunBut(s.capture(CRM));
                    s.rests();
                    s.people.couple(smith, account);
                    s.rests();
                    s.expects.coupled(smith, account);
                    s.expects.rows(CUSTOMER, 1);
                });
    }
}
