package io.couplet.api;

import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts couplings and their commands. Keeps a few words per coupling, so that a new version replaces the old one's share. */
final class CouplingsView implements View<Coupling> {

    private record Share(String mapping, CouplingState state, CommandCounts commands, boolean drifts) {}

    private final Map<String, Share> shares = new HashMap<>();
    private final Map<String, Totals> totals = new TreeMap<>();

    /** The mappings that are shown even without any coupling. */
    CouplingsView(List<String> mappings) {
        mappings.forEach(mapping -> totals.put(mapping, new Totals()));
    }

    @Override
    public synchronized void accept(String key, @Nullable Coupling coupling) {
        Share before = coupling == null ? shares.remove(key) : shares.put(key, share(coupling));
        if (before != null) {
            totalsOf(before.mapping()).add(before, -1);
        }
        Share after = shares.get(key);
        if (after != null) {
            totalsOf(after.mapping()).add(after, 1);
        }
    }

    synchronized List<MappingStatus> mappings() {
        List<MappingStatus> mappings = new ArrayList<>();
        totals.forEach((name, total) -> mappings.add(total.describe(name)));
        return mappings;
    }

    private Totals totalsOf(String mapping) {
        return totals.computeIfAbsent(mapping, any -> new Totals());
    }

    private static Share share(Coupling coupling) {
        return new Share(
                coupling.getMapping().intern(),
                coupling.getState(),
                commands(coupling.getCommandsToErp(), coupling.getCommandsToCrm()),
                !coupling.getDrift().isEmpty());
    }

    /** Most couplings have none, and there may be very many couplings. */
    private static CommandCounts commands(long toErp, long toCrm) {
        return toErp == 0 && toCrm == 0 ? CommandCounts.NONE : new CommandCounts(toErp, toCrm);
    }

    private static final class Totals {
        private final Map<CouplingState, Long> states = new EnumMap<>(CouplingState.class);
        private CommandCounts commands = CommandCounts.NONE;
        private long drift;

        void add(Share share, int sign) {
            states.merge(share.state(), (long) sign, Long::sum);
            commands = commands.plus(new CommandCounts(
                    sign * share.commands().toErp(), sign * share.commands().toCrm()));
            drift += share.drifts() ? sign : 0;
        }

        MappingStatus describe(String name) {
            return new MappingStatus(name, CouplingCounts.of(states), commands, drift);
        }
    }
}
