package io.couplet.cli;

import io.couplet.contract.Coupling;
import io.couplet.contract.SetAside;
import io.couplet.contract.Side;
import io.couplet.contract.Systems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code couplet resolve}: a person decides whose values hold. */
@Command(
        name = "resolve",
        description = {
            "Decides what a coupling cannot decide by itself: a conflict, a refused write, a drift, a delete. Look at it first:"
                    + " couplet set-aside show COUPLING.",
            "Of a delete: --take the side where the record is gone to delete the other one too, or the side where it lives to"
                    + " create it again. If somebody has edited either record since it was shown, nothing is resolved."
        },
        footer = {
            "",
            "Ends with 0 once it is carried out, with 1 if it was refused, with 3 if there is nothing to decide, with 4 if the"
                    + " broker does not answer, and with 7 if it gave up waiting."
        })
public final class ResolveCommand extends RequestCommand {

    @Parameters(paramLabel = "COUPLING|RECORD", description = "The coupling, by its id or by one of its records.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private String subject;

    @Option(
            names = "--take",
            required = true,
            paramLabel = "erp|crm",
            converter = SideConverter.class,
            description = "Whose values hold.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Side take;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description =
                    "Only the field of this rule, such as name=name; may be repeated. Default: all that are open.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "Under which mapping, where a record is coupled twice.")
    private @Nullable String mapping;

    /** Works on what the fallback names, unless options say otherwise. */
    public ResolveCommand(Supplier<Target> fallback) {
        super(fallback);
    }

    @Override
    int ask(Target target) {
        PublicRecords records = new PublicRecords(target);
        Coupling coupling = new Subjects(records, mapping).coupling(subject);
        SetAside shown = Resolution.open(records, coupling);
        ControlDesk desk = desk(target);
        return new Resolution(desk, out(), coupling, shown).take(take, rules.isEmpty() ? rules(shown) : rules);
    }

    private static final class SideConverter implements ITypeConverter<Side> {
        @Override
        public Side convert(String value) {
            return Systems.named(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of erp, crm"));
        }
    }

    private static List<String> rules(SetAside shown) {
        return switch (shown.getKind()) {
            case DELETE, MASS_DELETE -> List.of(Resolution.WHOLE);
            case PING_PONG ->
                throw new NotPossible(
                        "The systems answer each other; no side is right. Name the field with --rule, or let it"
                                + " go on: couplet retry " + shown.getSubject());
            default -> shown.getRules();
        };
    }
}
