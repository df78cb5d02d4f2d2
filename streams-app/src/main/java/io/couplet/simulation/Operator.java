package io.couplet.simulation;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.DirectoryMessage.Couple;
import io.couplet.domain.message.DirectoryMessage.ToRecord;
import io.couplet.domain.message.DirectoryMessage.UncoupleRecord;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Retry;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.pair.PairState;
import io.couplet.guarantee.Recording.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who couples and uncouples by hand, and decides what is set aside. Requests travel in a topic of their own. */
final class Operator {
    private static final String NAME = "Olga";

    private final World world;

    Operator(World world) {
        this.world = world;
    }

    void couple(Chance chance) {
        Mapping mapping = chance.of(world.rules.mappings());
        RecordRef erp = record(mapping, Side.ERP, chance);
        RecordRef crm = record(mapping, Side.CRM, chance);
        if (erp != null && crm != null) {
            boolean fromErp = chance.half();
            RecordRef ref = fromErp ? erp : crm;
            RecordRef partner = fromErp ? crm : erp;
            ask("couple", mapping, ref, partner, new Couple(partner, NAME));
        }
    }

    void uncouple(Chance chance) {
        if (chance.half()) {
            Mapping mapping = chance.of(world.rules.mappings());
            RecordRef ref = record(mapping, chance.half() ? Side.ERP : Side.CRM, chance);
            if (ref != null) {
                ask("uncouple", mapping, ref, null, new UncoupleRecord(NAME, null));
            }
        } else {
            ask("uncouple", pair -> pair.dead() == null, new Uncouple(NAME), chance);
        }
    }

    void retry(Chance chance) {
        ask("retry", pair -> pair.erp().rejected() != null || pair.crm().rejected() != null, new Retry(NAME), chance);
    }

    /** A record that is there, and mostly one that is not coupled. */
    private @Nullable RecordRef record(Mapping mapping, Side side, Chance chance) {
        List<RecordRef> refs = new ArrayList<>();
        for (Table table : world.rules.tables()) {
            if (mapping.end(side).entity().equals(table.entity())) {
                refs.addAll(world.system(side).present(table));
            }
        }
        if (refs.isEmpty()) {
            return null;
        }
        if (chance.half()) {
            List<RecordRef> free = new ArrayList<>(refs);
            world.forEachRecord(world.rules.number(mapping.name()), (ref, state) -> dropCoupled(free, ref, state));
            return chance.pick(free.isEmpty() ? refs : free);
        }
        return chance.pick(refs);
    }

    private static void dropCoupled(List<RecordRef> refs, String ref, RecordState state) {
        if (state.owner() != null) {
            refs.removeIf(each -> each.text().equals(ref));
        }
    }

    private void ask(String action, Mapping mapping, RecordRef ref, @Nullable RecordRef partner, ToRecord message) {
        Request request = new Request(action, ref.text(), partner == null ? null : partner.text());
        send(request, new Output.ToDirectory(ref.text(), mapping.name(), message));
    }

    private void ask(String action, Predicate<PairState> fit, PairMessage message, Chance chance) {
        List<Output.ToPair> requests = new ArrayList<>();
        world.forEachPair((pair, mapping) -> {
            if (fit.test(pair)) {
                requests.add(new Output.ToPair(
                        pair.id(), world.rules.mapping(mapping).name(), message));
            }
        });
        if (!requests.isEmpty()) {
            Output.ToPair chosen = chance.of(requests);
            send(new Request(action, chosen.coupling(), null), chosen);
        }
    }

    private void send(Request request, Output message) {
        world.ledger.requests(request);
        world.medium.witness.asks(request);
        world.medium.topics.control.of(request.about()).add(message, world.medium.now());
    }
}
