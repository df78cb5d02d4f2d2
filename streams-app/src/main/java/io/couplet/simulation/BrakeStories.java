package io.couplet.simulation;

import static io.couplet.domain.guard.Guard.CHOICE_SPARES_EDITS;
import static io.couplet.domain.guard.Guard.MASS_DELETE;
import static io.couplet.domain.guard.Guard.PING_PONG;
import static io.couplet.domain.guard.Guard.PUBLISH_AGAIN;
import static io.couplet.domain.model.Side.CRM;
import static io.couplet.domain.model.Side.ERP;
import static io.couplet.simulation.Judged.OTHERWISE;
import static io.couplet.simulation.Table.ACCOUNT;
import static io.couplet.simulation.Table.CUSTOMER;

import io.couplet.domain.mapping.Policies.Breakers;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What stops where nobody would. */
final class BrakeStories {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Breakers TIGHT = new Breakers(30, MINUTE, 0.25, 0, MINUTE);

    private BrakeStories() {}

    static List<NamedStory> all() {
        return List.of(pingPong(), massDelete(), stoppedSince(), broughtBackSince());
    }

    private static NamedStory broughtBackSince() {
        return NamedStory.named(
                        "brought-back-since",
                        "A decision to delete a record does not hold where somebody has brought it back since")
                .once(
                        "Olga decided that an account was to go as its customer had. Carla deleted it herself, and brought it back as"
                                + " it was. It went all the same (seed 98623).")
                .at(Setting.customers().deleting(Delete.ASK).capture(CRM, mode -> new CaptureMode(false, false, true)))
                .breaks(OTHERWISE, CHOICE_SPARES_EDITS)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    RecordRef account = s.counterpart(smith);
                    s.people.delete(smith);
                    s.rests();
                    s.expects.standing(smith, Standing.SET_ASIDE);
                    s.people.resolveSeen(smith, ERP);
                    s.allRunBut(s.applier(CRM), s.capture(CRM));
                    s.people.delete(account);
                    s.people.bringBack(account);
                    s.rests();
                    s.expects.standing(smith, Standing.SET_ASIDE);
                    s.expects.rows(ACCOUNT, 1);
                });
    }

    private static NamedStory pingPong() {
        return NamedStory.named(
                        "ping-pong", "A coupling that goes on exchanging commands without a user's edit is stopped")
                .once(
                        "A program in each system wrote the phone number in its own way, and each took the other's for an edit,"
                                + " all night.")
                .at(Setting.customers().phone().accountEditsFlow().with(Automation.ANSWERS))
                .breaks("G1", PING_PONG)
                .plays(s -> {
                    s.coupletIsThere();
                    RecordRef smith = s.people.create(CUSTOMER, "name", "Smith");
                    s.rests();
                    s.people.edit(smith, "phoneNo", "555");
                    s.rests();
                    s.expects.standing(smith, Standing.SET_ASIDE);
                });
    }

    private static NamedStory massDelete() {
        return NamedStory.named("mass-delete", "Deletes stop and ask when they are too many of a mapping at once")
                .once("Somebody emptied a table by mistake, and the other system was emptied, too.")
                .at(Setting.customers().deleting(Delete.PROPAGATE).stoppingAt(TIGHT))
                .breaks("G2", MASS_DELETE)
                .plays(s -> {
                    List<RecordRef> customers = twelveCustomers(s);
                    customers.forEach(s.people::delete);
                    s.rests();
                    s.expects.rows(ACCOUNT, 9);
                });
    }

    private static NamedStory stoppedSince() {
        return NamedStory.named(
                        "stopped-since",
                        "A coupling that decides otherwise than before a crash hears what it said then")
                .once(
                        "A coupling ended with its customer and forgot that in a crash. By then too many had ended, and it was stopped"
                                + " and asked, about two records that had long gone their own ways.")
                .at(Setting.customers().stoppingAt(TIGHT))
                .breaks("G3", PUBLISH_AGAIN)
                .plays(s -> {
                    List<RecordRef> customers = twelveCustomers(s);
                    RecordRef first = customers.get(0);
                    s.people.edit(first, "name", "Smyth");
                    s.allRunBut(s.applier(CRM));
                    s.people.delete(first);
                    s.allRunBut(s.applier(CRM));
                    s.pair().commits();
                    s.allRun();
                    customers.subList(1, 4).forEach(s.people::delete);
                    s.allRun();
                    s.pair().crashesAndForgets("coupling " + s.coupling(first));
                    s.rests();
                    s.expects.uncoupled(first);
                });
    }

    private static List<RecordRef> twelveCustomers(Scene s) {
        s.coupletIsThere();
        List<RecordRef> customers = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            customers.add(s.people.create(CUSTOMER, "name", "Smith " + i));
        }
        s.rests();
        return customers;
    }
}
