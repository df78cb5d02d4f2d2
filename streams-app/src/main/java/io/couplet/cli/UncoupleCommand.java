package io.couplet.cli;

import io.couplet.contract.ControlAction;
import io.couplet.contract.Coupling;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code couplet uncouple}: two records are not the same thing any more. */
@Command(
        name = "uncouple",
        description = {
            "Dissolves a coupling. Both records stay as they are, and are neither coupled nor created again by themselves."
        },
        footer = {
            "",
            "Ends with 0 once it is dissolved, with 3 if there is no such coupling, with 4 if the broker does not answer, and"
                    + " with 7 if it gave up waiting."
        })
public final class UncoupleCommand extends RequestCommand {

    @Parameters(paramLabel = "COUPLING|RECORD", description = "The coupling, by its id or by one of its records.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private String subject;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "Under which mapping, where a record is coupled twice.")
    private @Nullable String mapping;

    /** Works on what the fallback names, unless options say otherwise. */
    public UncoupleCommand(Supplier<Target> fallback) {
        super(fallback);
    }

    @Override
    int ask(Target target) {
        Coupling coupling = new Subjects(new PublicRecords(target), mapping).coupling(subject);
        ControlDesk desk = desk(target);
        return desk.ask(List.of(new Asked(
                Subjects.label(coupling),
                desk.request(ControlAction.UNCOUPLE, coupling.getMapping(), coupling.getId())
                        .build(),
                new CouplingEffect(coupling, true))));
    }
}
