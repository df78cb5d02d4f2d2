package io.couplet.recording;

import io.couplet.contract.Audit;
import io.couplet.contract.Change;
import io.couplet.contract.CommandResult;
import io.couplet.contract.Control;
import io.couplet.contract.Coupling;
import io.couplet.contract.Ownership;
import io.couplet.contract.OwnershipEntry;
import io.couplet.contract.PairInput;
import io.couplet.domain.message.Output.Audited;
import io.couplet.domain.message.Output.Counted;
import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording;
import io.couplet.guarantee.Recording.Answer;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Request;
import io.couplet.guarantee.Recording.Seen;
import io.couplet.wire.Commands;
import io.couplet.wire.LoadedMappings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what topics tell, value by value, and makes a recording of it. The values of one key are to be given in the order of their
 * topic; topics may be given in any order. For one thread.
 */
public final class Transcript {
    private final LoadedMappings mappings;
    private final Captured captured;
    private final List<Command> commands = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Audit> audit = new ArrayList<>();
    private final SortedMap<String, Coupling> couplings = new TreeMap<>();
    private final Map<String, OwnershipEntry> owners = new TreeMap<>();

    /** Nothing was told yet. */
    public Transcript(LoadedMappings mappings) {
        this.mappings = mappings;
        this.captured = new Captured(mappings);
    }

    /** From a change topic. */
    public void change(Change change) {
        captured.add(change);
    }

    /** From a system's commands. */
    public void command(io.couplet.contract.Command command) {
        commands.add(Commands.fromAvro(command));
    }

    /** From pair-inputs; only what appliers say there is of interest. */
    public void pairInput(PairInput input) {
        if (input.getMessage() instanceof CommandResult result) {
            answers.add(new Answer(
                    Commands.fromAvro(result.getCommand()),
                    CommandOutcome.valueOf(result.getOutcome().name())));
        }
    }

    /** From control. */
    public void control(Control request) {
        Map<Side, Long> seen = new EnumMap<>(Side.class);
        if (request.getErpVersion() != null) {
            seen.put(Side.ERP, request.getErpVersion());
        }
        if (request.getCrmVersion() != null) {
            seen.put(Side.CRM, request.getCrmVersion());
        }
        String action = request.getAction().name().toLowerCase(Locale.ROOT);
        requests.add(new Request(action, request.getTarget(), request.getPartner(), seen));
    }

    /** From the audit. */
    public void audit(Audit entry) {
        audit.add(entry);
    }

    /** From the couplings. */
    public void coupling(Coupling coupling) {
        couplings.put(coupling.getId(), coupling);
    }

    /** From the Directory's decisions. */
    public void ownership(Ownership decision) {
        OwnershipEntry entry = decision.getEntry();
        owners.put(decision.getRef() + "@" + entry.getMapping(), entry);
    }

    /** The couplings as they were told last, by id; a view. */
    public SortedMap<String, Coupling> couplings() {
        return Collections.unmodifiableSortedMap(couplings);
    }

    /** Everything so far. What became of captured versions is what public topics say of the newest version of each record. */
    public Recording recording(Circumstances circumstances) {
        Set<Seen> newest = captured.newest();
        return recording(circumstances, newest, new NewestOutcomes(owners, couplings).of(newest));
    }

    /** Everything so far, where somebody listened to every transition of a captured version. */
    public Recording recording(Circumstances circumstances, List<Counted> transitions) {
        return recording(
                circumstances,
                captured.all(),
                transitions.stream().map(Transcript::outcome).toList());
    }

    private Recording recording(Circumstances circumstances, Set<Seen> seen, List<Recording.Outcome> outcomes) {
        List<CouplingFact> known =
                couplings.values().stream().map(CouplingFacts::of).toList();
        boolean underWay = couplings.values().stream().anyMatch(CouplingFacts::isUnderWay);
        return new Recording(
                mappings.all(),
                circumstances.accounts(),
                circumstances.rows(),
                circumstances.before(),
                List.copyOf(commands),
                List.copyOf(answers),
                List.copyOf(requests),
                audited(),
                known,
                coupled(),
                seen,
                outcomes,
                circumstances.silent() && !underWay,
                circumstances.crashed(),
                circumstances.digests(),
                circumstances.sentByReplay());
    }

    private static Recording.Outcome outcome(Counted counted) {
        return new Recording.Outcome(new Seen(counted.mapping(), counted.ref(), counted.version()), counted.outcome());
    }

    private List<Audited> audited() {
        Map<String, Command> byId = new HashMap<>();
        commands.forEach(command -> byId.put(command.id(), command));
        return audit.stream()
                .map(entry -> new Audited(
                        entry.getCoupling(),
                        entry.getMapping(),
                        ref(entry.getErp()),
                        ref(entry.getCrm()),
                        byId.get(entry.getCommand()),
                        Commands.losersFromAvro(entry.getLosers()),
                        entry.getDecision()))
                .toList();
    }

    private Map<String, String> coupled() {
        Map<String, String> coupled = new HashMap<>();
        owners.forEach((record, entry) -> {
            if (entry.getOwner() != null) {
                coupled.put(record, entry.getOwner());
            }
        });
        return coupled;
    }

    private static @Nullable RecordRef ref(@Nullable String text) {
        return text == null ? null : new RecordRef(text);
    }
}
