package io.couplet.cli;

import io.couplet.api.OpenDetails;
import io.couplet.contract.Coupling;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code couplet set-aside show}: one of them, both sides field by field. */
@Command(
        name = "show",
        description = {
            "Shows what waits about one coupling or record: both sides field by field, what they agreed on last, which field was"
                    + " changed where, and what can be done."
        },
        footer = {
            "",
            "Ends with 3 if there is no such coupling or nothing waits about it, and with 4 if the broker or the registry does not"
                    + " answer."
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private SetAsideCommand parent;

    @Parameters(paramLabel = "COUPLING|RECORD", description = "The coupling, by its id or by one of its records.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private String subject;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "Under which mapping, where a record is in several.")
    private @Nullable String mapping;

    @Option(names = "--json", description = "Print a JSON object for scripts.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Target target = parent.target();
        return Unreachable.reported(spec, target, () -> {
            print(find(new PublicRecords(target)));
            return Outcomes.DONE;
        });
    }

    /** A record may wait by itself; otherwise it is about its coupling. */
    private SetAside find(PublicRecords records) {
        Optional<SetAside> alone = subject.indexOf('/') < 0
                ? Optional.empty()
                : records.allOpen().stream()
                        .filter(entry -> entry.getSubject().equals(subject))
                        .filter(entry -> mapping == null || mapping.equals(entry.getMapping()))
                        .findFirst();
        return alone.orElseGet(() -> ofCoupling(records));
    }

    private SetAside ofCoupling(PublicRecords records) {
        Coupling coupling = new Subjects(records, mapping).coupling(subject);
        return records.open(coupling.getId())
                .orElseThrow(() -> new NotPossible("Nothing waits about " + Subjects.label(coupling) + "; it is "
                        + CouplingEffect.word(coupling.getState()) + "."));
    }

    private void print(SetAside entry) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(OpenDetails.of(entry)));
        } else {
            print(entry, out);
        }
        out.flush();
    }

    private static void print(SetAside entry, PrintWriter out) {
        Times times = new Times(Instant.now(), ZoneId.systemDefault());
        out.println(CouplingEffect.word(entry.getKind()) + " of " + entry.getMapping() + " since "
                + times.moment(entry.getSince()) + " (" + times.age(entry.getSince()) + ")");
        out.println(entry.getReason());
        record(entry.getErp(), entry.getErpVersion(), out);
        record(entry.getCrm(), entry.getCrmVersion(), out);
        entry.getWaitsFor().forEach(name -> out.println("  waits for " + name));
        FieldTable.print(entry.getFields(), out);
        out.println(advice(entry.getKind(), entry.getSubject()));
    }

    private static void record(@Nullable String ref, @Nullable Long version, PrintWriter out) {
        if (ref != null) {
            out.println("  " + ref + (version == null ? "" : ", version " + version));
        }
    }

    /** What a person can do. */
    private static String advice(SetAsideKind kind, String subject) {
        String resolve = "couplet resolve " + subject + " --take erp|crm";
        return switch (kind) {
            case CONFLICT ->
                "Decide: " + resolve + " [--rule RULE]... Or edit the field in the system whose value is to stand.";
            case REJECTED ->
                "Correct the record in either system, which is tried at once. Or: couplet retry " + subject + "; "
                        + resolve;
            case DELETE ->
                "Decide: " + resolve
                        + ". Take the side where it is gone to delete the other one too, or the side where it lives"
                        + " to create it again.";
            case MASS_DELETE ->
                "Let it go on: couplet retry " + subject
                        + ". Or take the side where the record lives, to create it again: " + resolve;
            case PING_PONG -> "Switch off what answers our writes, then: couplet retry " + subject;
            case DRIFT -> "If you mind: couplet adopt " + subject + ", couplet overwrite " + subject;
            case AMBIGUOUS ->
                "Couple it: couplet couple " + subject
                        + " RECORD. Or change the field that it is matched by. Or, if none of those is"
                        + " meant: couplet create " + subject;
            case HELD -> "If a person typed it in: couplet release " + subject;
            case PARKED -> "It goes on by itself when that is there.";
        };
    }
}
