package io.couplet.simulation;

import io.couplet.domain.message.Output.Audited;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Digests;
import io.couplet.guarantee.Recording.Outcome;
import io.couplet.guarantee.Recording.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * How a history ended.
 *
 * @param world as it is at the end
 * @param silent whether everything came to rest
 * @param digests of live and rebuilt states, by mapping; empty where no replay was made
 * @param otherwise what is not as people wanted to see it, in words
 */
record Ending(World world, boolean silent, SortedMap<String, Digests> digests, List<String> otherwise) {

    /** Nobody said what people want to see. */
    Ending(World world, boolean silent, SortedMap<String, Digests> digests) {
        this(world, silent, digests, List.of());
    }

    /** What happened, as the guarantees want to see it. */
    Recording recording() {
        Ledger ledger = world.ledger;
        return new Recording(
                world.rules.mappings(),
                Rulebook.ACCOUNTS,
                Map.of(
                        Side.ERP, world.system(Side.ERP).history(),
                        Side.CRM, world.system(Side.CRM).history()),
                ledger.before(),
                ledger.sent(),
                ledger.answers(),
                ledger.requests(),
                audit(),
                couplings(),
                owners(),
                captured(),
                outcomes(),
                silent,
                ledger.crashed(),
                digests,
                0);
    }

    private List<Audited> audit() {
        List<Audited> entries = new ArrayList<>();
        world.medium.topics.audit.forEach(entry -> entries.add((Audited) entry));
        return entries;
    }

    List<CouplingFact> couplings() {
        List<CouplingFact> facts = new ArrayList<>();
        world.forEachPair((state, mapping) ->
                facts.add(Standings.of(state, world.rules.mapping(mapping).name())));
        return facts;
    }

    private Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        for (int mapping = 0; mapping < world.rules.mappings().size(); mapping++) {
            String name = world.rules.mapping(mapping).name();
            world.forEachRecord(mapping, (ref, state) -> {
                if (state.owner() != null) {
                    owners.put(ref + "@" + name, state.owner());
                }
            });
        }
        return owners;
    }

    private List<Outcome> outcomes() {
        return world.ledger.counted().stream()
                .map(counted ->
                        new Outcome(new Seen(counted.mapping(), counted.ref(), counted.version()), counted.outcome()))
                .toList();
    }

    private Set<Seen> captured() {
        Set<Seen> seen = new HashSet<>();
        for (Table table : world.rules.tables()) {
            world.medium.topics.changes(table).forEach(record -> {
                if (record instanceof Captured captured) {
                    see(captured, seen);
                }
            });
        }
        return seen;
    }

    private void see(Captured captured, Set<Seen> seen) {
        for (int mapping : world.rules.about(captured.table())) {
            String name = world.rules.mapping(mapping).name();
            seen.add(new Seen(name, captured.row().ref(), captured.row().version()));
        }
    }
}
