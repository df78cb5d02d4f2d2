package io.couplet.simulation;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.DirectoryMessage.CreateCounterpart;
import io.couplet.domain.message.DirectoryMessage.ReleaseHeld;
import io.couplet.domain.message.DirectoryMessage.ToRecord;
import io.couplet.domain.message.DirectoryMessage.UncoupleRecord;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Resolve;
import io.couplet.domain.message.PairMessage.Retry;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.pair.PairState;
import io.couplet.guarantee.Recording.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who couples and uncouples by hand, and decides what is set aside. Requests travel in a topic of their own. */
final class Operator {
    private static final String NAME = "Olga";

    private final World world;

    Operator(World world) {
        this.world = world;
    }

    // ---- about records ---------------------------------------------------------------------------------------------

    void couple(Chance chance) {
        Mapping mapping = chance.of(world.rules.mappings());
        Side side = chance.half() ? Side.ERP : Side.CRM;
        RecordRef ref = recordToCouple(mapping, side, chance);
        RecordRef partner = recordToCouple(mapping, side.other(), chance);
        if (ref != null && partner != null) {
            couple(mapping, ref, partner);
        }
    }

    void couple(Mapping mapping, RecordRef ref, RecordRef partner) {
        ask(new Request("couple", ref.text(), partner.text()), mapping, new Couple(partner, NAME));
    }

    /** Wants a counterpart created, mostly for a record that has none, as she sees it now. */
    void create(Chance chance) {
        Mapping mapping = chance.of(world.rules.mappings());
        boolean anybody = chance.oneIn(4);
        List<RecordRef> seen =
                records(mapping, (ref, state) -> state.image() != null && (anybody || state.owner() == null));
        if (!seen.isEmpty()) {
            create(mapping, chance.pick(seen));
        }
    }

    void create(Mapping mapping, RecordRef ref) {
        ask(new Request("create", ref.text(), null), mapping, new CreateCounterpart(NAME, incarnation(mapping, ref)));
    }

    private int incarnation(Mapping mapping, RecordRef ref) {
        int[] incarnation = {0};
        world.forEachRecord(world.rules.number(mapping.name()), (text, state) -> {
            if (text.equals(ref.text())) {
                incarnation[0] = state.incarnation();
            }
        });
        return incarnation[0];
    }

    /** Dissolves a coupling, named by one of its records or by itself. */
    void uncouple(Chance chance) {
        if (chance.half()) {
            ask("uncouple", pair -> pair.dead() == null, pair -> new Uncouple(NAME), chance);
            return;
        }
        Mapping mapping = chance.of(world.rules.mappings());
        Map<RecordRef, String> owners = new HashMap<>();
        List<RecordRef> owned = records(mapping, (ref, state) -> {
            String owner = state.owner();
            return owner != null && owners.put(ref, owner) == null;
        });
        if (!owned.isEmpty()) {
            RecordRef ref = chance.pick(owned);
            uncouple(mapping, ref, chance.half() ? null : owners.get(ref));
        }
    }

    /** Dissolves a record's coupling: the one that is named, or whichever it is. */
    void uncouple(Mapping mapping, RecordRef ref, @Nullable String coupling) {
        ask(new Request("uncouple", ref.text(), null), mapping, new UncoupleRecord(NAME, coupling));
    }

    /** Says of a held record that it was typed in by a person. She has asked that person. */
    void releaseHeld(Chance chance) {
        Mapping mapping = chance.of(world.rules.mappings());
        List<RecordRef> held = records(mapping, (ref, state) -> state.awaits() == Wait.HELD);
        held.removeIf(ref -> world.system(ref.side()).createdByCommand(ref));
        if (!held.isEmpty()) {
            releaseHeld(mapping, chance.pick(held));
        }
    }

    void releaseHeld(Mapping mapping, RecordRef ref) {
        ask(new Request("release", ref.text(), null), mapping, new ReleaseHeld(NAME));
    }

    /** A record that is there, and mostly one that is not coupled. */
    private @Nullable RecordRef recordToCouple(Mapping mapping, Side side, Chance chance) {
        List<RecordRef> refs = new ArrayList<>();
        for (Table table : world.rules.tables()) {
            if (mapping.end(side).entity().equals(table.entity())) {
                refs.addAll(world.system(side).present(table));
            }
        }
        if (refs.isEmpty()) {
            return null;
        }
        List<RecordRef> free = new ArrayList<>(refs);
        free.removeAll(records(mapping, (ref, state) -> state.owner() != null));
        return chance.pick(free.isEmpty() || chance.oneIn(4) ? refs : free);
    }

    private List<RecordRef> records(Mapping mapping, BiPredicate<RecordRef, RecordState> fit) {
        List<RecordRef> refs = new ArrayList<>();
        world.forEachRecord(world.rules.number(mapping.name()), (text, state) -> {
            RecordRef ref = new RecordRef(text);
            if (fit.test(ref, state)) {
                refs.add(ref);
            }
        });
        return refs;
    }

    private void ask(Request request, Mapping mapping, ToRecord message) {
        send(request, new Output.ToDirectory(request.about(), mapping.name(), message));
    }

    // ---- about couplings -------------------------------------------------------------------------------------------

    void uncouple(Mapping mapping, String coupling) {
        ask("uncouple", mapping.name(), coupling, new Uncouple(NAME));
    }

    void retry(Mapping mapping, String coupling) {
        ask("retry", mapping.name(), coupling, new Retry(NAME));
    }

    /** Decides everything that is open for one side, with these versions of both before her eyes. */
    void resolve(Mapping mapping, String coupling, Side take, long erp, long crm) {
        ask("resolve", mapping.name(), coupling, new Resolve(NAME, take, Set.of(), erp, crm));
    }

    void retry(Chance chance) {
        ask("retry", Operator::isStopped, pair -> new Retry(NAME), chance);
    }

    /** Decides for one side, mostly with both sides before her eyes. */
    void resolve(Chance chance) {
        Side take = chance.half() ? Side.ERP : Side.CRM;
        boolean looks = !chance.oneIn(4);
        boolean everything = chance.half();
        ask(
                "resolve",
                pair -> isStopped(pair) || !pair.drift().isEmpty(),
                pair -> new Resolve(
                        NAME,
                        take,
                        everything || pair.drift().isEmpty()
                                ? Set.of()
                                : Set.of(pair.drift().firstKey()),
                        looks ? version(pair, Side.ERP) : null,
                        looks ? version(pair, Side.CRM) : null),
                chance);
    }

    private static boolean isStopped(PairState pair) {
        return pair.question() != null
                || pair.erp().rejected() != null
                || pair.crm().rejected() != null;
    }

    private static @Nullable Long version(PairState pair, Side side) {
        Image image = pair.side(side).image();
        return image == null ? null : image.version().row();
    }

    private interface Wish {
        PairMessage about(PairState pair);
    }

    private void ask(String action, Predicate<PairState> fit, Wish wish, Chance chance) {
        List<PairState> fitting = new ArrayList<>();
        Map<String, String> mappings = new HashMap<>();
        world.forEachPair((pair, mapping) -> {
            if (pair.dead() == null && fit.test(pair)) {
                fitting.add(pair);
                mappings.put(pair.id(), world.rules.mapping(mapping).name());
            }
        });
        if (!fitting.isEmpty()) {
            PairState pair = chance.of(fitting);
            String mapping = mappings.getOrDefault(pair.id(), "");
            ask(action, mapping, pair.id(), wish.about(pair));
        }
    }

    private void ask(String action, String mapping, String coupling, PairMessage message) {
        send(new Request(action, coupling, null, seen(message)), new Output.ToPair(coupling, mapping, message));
    }

    private static Map<Side, Long> seen(PairMessage message) {
        Map<Side, Long> seen = new HashMap<>();
        if (message instanceof Resolve resolve) {
            Long erp = resolve.erp();
            Long crm = resolve.crm();
            if (erp != null) {
                seen.put(Side.ERP, erp);
            }
            if (crm != null) {
                seen.put(Side.CRM, crm);
            }
        }
        return seen;
    }

    private void send(Request request, Output message) {
        world.ledger.requests(request);
        world.medium.witness.asks(request);
        world.medium.topics.control.of(request.about()).add(message, world.medium.now());
    }
}
