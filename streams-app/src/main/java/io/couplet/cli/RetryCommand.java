package io.couplet.cli;

import io.couplet.contract.ControlAction;
import io.couplet.contract.Coupling;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code couplet retry}: what was stopped goes on. */
@Command(
        name = "retry",
        description = {
            "Lets couplings go on: writes again what a system refused, goes on after a ping-pong was stopped, carries out a delete"
                    + " that was held back because there were too many.",
            "--all takes what was refused and what was stopped; deletes that were held back only with --kind mass-delete."
        },
        footer = {
            "",
            "Ends with 0 once all are carried out, with 1 if one was refused again, with 3 if there is nothing to go on with, with"
                    + " 4 if the broker does not answer, and with 7 if it gave up waiting."
        })
public final class RetryCommand extends RequestCommand {

    /** A class of its own, since the contracts behind it take longer to load than most other commands take in all. */
    private static final class Kinds {
        /** What goes on when somebody says so. Conflicts and single deletes need a decision, others wait for records. */
        static final Set<SetAsideKind> CAN_GO_ON =
                EnumSet.of(SetAsideKind.REJECTED, SetAsideKind.PING_PONG, SetAsideKind.MASS_DELETE);

        /** Deletes lose something: who means them says so. */
        static final Set<SetAsideKind> ALL = EnumSet.of(SetAsideKind.REJECTED, SetAsideKind.PING_PONG);
    }

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Which which;

    @Option(names = "--mapping", paramLabel = "NAME", description = "Only couplings of this mapping.")
    private @Nullable String mapping;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = CanGoOn.class,
            description = "With --all, only these: rejected, ping-pong or mass-delete.")
    private @Nullable SetAsideKind kind;

    private static final class Which {
        @Parameters(
                arity = "1..*",
                paramLabel = "COUPLING|RECORD",
                description = "Couplings, by their ids or by one of their records.")
        private List<String> subjects = new ArrayList<>();

        @Option(names = "--all", description = "All of them.")
        private boolean all;
    }

    /** Works on what the fallback names, unless options say otherwise. */
    public RetryCommand(Supplier<Target> fallback) {
        super(fallback);
    }

    @Override
    int ask(Target target) {
        if (!which.all && kind != null) {
            throw new ParameterException(spec().commandLine(), "--kind goes with --all");
        }
        PublicRecords records = new PublicRecords(target);
        List<Coupling> couplings = which.all ? all(records) : named(records);
        if (couplings.isEmpty()) {
            String under = mapping == null ? "." : " under mapping " + mapping + ".";
            out().println("There is nothing to go on with" + under);
            return Outcomes.DONE;
        }
        ControlDesk desk = desk(target);
        return desk.ask(couplings.stream()
                .map(coupling -> new Asked(
                        Subjects.label(coupling),
                        desk.request(ControlAction.RETRY, coupling.getMapping(), coupling.getId())
                                .build(),
                        new CouplingEffect(coupling, false)))
                .toList());
    }

    private List<Coupling> named(PublicRecords records) {
        Subjects subjects = new Subjects(records, mapping);
        List<Coupling> named = new ArrayList<>();
        for (String subject : which.subjects) {
            Coupling coupling = subjects.coupling(subject);
            SetAside entry = Resolution.open(records, coupling);
            if (!Kinds.CAN_GO_ON.contains(entry.getKind())) {
                throw new NotPossible(Subjects.label(coupling) + " needs a decision (" + entry.getReason()
                        + "): couplet resolve " + coupling.getId());
            }
            named.add(coupling);
        }
        return named;
    }

    private List<Coupling> all(PublicRecords records) {
        Set<SetAsideKind> kinds = kind == null ? Kinds.ALL : EnumSet.of(kind);
        List<String> ids = records.allOpen().stream()
                .filter(entry -> kinds.contains(entry.getKind()))
                .filter(entry -> mapping == null || mapping.equals(entry.getMapping()))
                .map(SetAside::getSubject)
                .toList();
        return records.couplings(Set.copyOf(ids));
    }

    private static final class CanGoOn extends KindConverter {
        CanGoOn() {
            super(Kinds.CAN_GO_ON);
        }
    }
}
