package io.couplet.cli;

import io.couplet.contract.Coupling;
import io.couplet.contract.OpenField;
import io.couplet.contract.SetAside;
import io.couplet.contract.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person may do about differences that are known and on purpose not synchronized. */
abstract class DriftCommand extends RequestCommand {

    @Parameters(paramLabel = "COUPLING|RECORD", description = "The coupling, by its id or by one of its records.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private String subject;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Only the field of this rule, such as name=name; may be repeated. Default: all that drift.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "Under which mapping, where a record is coupled twice.")
    private @Nullable String mapping;

    DriftCommand(Supplier<Target> fallback) {
        super(fallback);
    }

    /** Whose value holds, where that side went its own way. */
    abstract Side taken(Side astray);

    /** One side after the other, each on what is shown then: the first decision writes, and so makes new versions. */
    @Override
    final int ask(Target target) {
        PublicRecords records = new PublicRecords(target);
        Coupling coupling = new Subjects(records, mapping).coupling(subject);
        int exit = Outcomes.DONE;
        boolean found = false;
        for (Side astray : Side.values()) {
            SetAside shown = records.open(coupling.getId()).orElse(null);
            List<String> drifting = shown == null ? List.of() : drifting(shown, astray);
            if (shown != null && !drifting.isEmpty()) {
                ControlDesk desk = desk(target);
                Resolution resolution = new Resolution(desk, out(), coupling, shown);
                exit = Math.max(exit, resolution.take(taken(astray), drifting));
                found = true;
            }
        }
        if (!found) {
            throw new NotPossible(Subjects.label(coupling) + " has no drift"
                    + (rules.isEmpty() ? "." : " of " + String.join(", ", rules) + "."));
        }
        return exit;
    }

    private List<String> drifting(SetAside shown, Side astray) {
        return shown.getFields().stream()
                .filter(field -> field.getAstray() == astray)
                .map(OpenField::getRule)
                .filter(rule -> rules.isEmpty() || rules.contains(rule))
                .toList();
    }
}
