package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.BASE_INHERITED;
import static io.couplet.domain.guard.Guard.DISSOLVED_REMEMBERED;
import static io.couplet.simulation.Judged.OTHERWISE;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;

import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.PairMessage.Own;
import io.couplet.domain.model.RecordRef;
import java.util.List;

/** Records that are coupled again after a person uncoupled them. */
final class AgainStories {
    private AgainStories() {}

    static List<NamedStory> all() {
        return List.of(letGo(), idsUsedOnce(), coupledAgain(), newRecordOfOldName());
    }

    private static NamedStory letGo() {
        return NamedStory.named("let-go", "A record does not adopt a coupling that it was released from")
                .once(
                        "A customer had been uncoupled. Its coupling forgot that in a crash and announced itself once more; the"
                                + " customer believed it, and could not be coupled with anybody.")
                .breaks(OTHERWISE, DISSOLVED_REMEMBERED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.allRun();
                    s.people.uncouple(smith);
                    s.allRun();
                    s.pair().crashesAndForgets("coupling " + s.coupling(smith));
                    s.pair().reads(Own.class);
                    s.directory().readsAll();
                    s.people.couple(smith, s.counterpart(smith));
                    s.directory().readsAll();
                    s.rests();
                    s.expects.coupled(smith, s.counterpart(smith));
                });
    }

    private static NamedStory idsUsedOnce() {
        return NamedStory.named("ids-used-once", "The id of a coupling that has let its founder go is not used again")
                .once(
                        "An account was to be coupled by hand, forgot that in a crash, and joined another coupling before the first"
                                + " one let it go. When it was coupled by hand again it founded the one that had ended.")
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    RecordRef other = s.people.create(ACCOUNT, "name", "Other");
                    s.rests();
                    s.people.uncouple(smith);
                    s.people.uncouple(other);
                    s.rests();
                    s.directory().commits();
                    s.people.couple(other, smith);
                    s.people.couple(smith, other);
                    s.directory().reads(Couple.class);
                    s.directory().reads(Couple.class);
                    s.directory().crashesAndForgets(other.text());
                    s.directory().reads(ClaimFor.class);
                    s.directory().reads(ClaimFor.class);
                    s.rests();
                    s.people.uncouple(smith);
                    s.rests();
                    s.people.couple(other, smith);
                    s.rests();
                    s.expects.coupled(smith, other);
                });
    }

    private static NamedStory coupledAgain() {
        return NamedStory.named("H22", "Two records that are coupled again go on from what they agreed on last")
                .once(
                        "A customer and its account were uncoupled, and coupled again a day later. What Carla had changed meanwhile"
                                + " lost against the ERP's old value, since nobody knew any more which of the two was new.")
                .at(Setting.customers().phone())
                .breaks(OTHERWISE, BASE_INHERITED)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "phoneNo", "111");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.uncouple(smith);
                    s.rests();
                    s.people.edit(account, "telephone1", "222");
                    s.people.edit(smith, "name", "Smyth");
                    s.rests();
                    s.people.couple(smith, account);
                    s.rests();
                    s.expects.coupled(smith, account);
                    s.expects.row(smith, "phoneNo", "222");
                    s.expects.row(account, "name", "Smyth");
                });
    }

    private static NamedStory newRecordOfOldName() {
        return NamedStory.named(
                        "new-record",
                        "A record that was deleted meanwhile does not go on from what its former self agreed on")
                .once(
                        "A customer was uncoupled, deleted and brought back without its phone number. Coupled again, the blank was"
                                + " taken for an edit and emptied the account's.")
                .at(Setting.customers().phone())
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith", "phoneNo", "111");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.uncouple(smith);
                    s.rests();
                    s.people.edit(smith, "phoneNo", "");
                    s.people.delete(smith);
                    s.rests();
                    s.people.couple(smith, account);
                    s.people.bringBack(smith);
                    s.rests();
                    s.expects.coupled(smith, account);
                    s.expects.row(smith, "phoneNo", "111");
                });
    }
}
