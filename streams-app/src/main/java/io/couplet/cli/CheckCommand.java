package io.couplet.cli;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import io.couplet.mappings.CheckedMappings;
import io.couplet.mappings.MappingFaults;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code couplet check}: says whether the catalogue could be used with a company's own files, without starting anything. One line per mapping on standard output and
 * one per note on what they accept to lose, or one line per fault on standard error.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the catalogue with a company's own files and lists everything that is wrong with them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all mappings can be used", "2:wrong usage", "3:something is wrong with the files"})
public final class CheckCommand implements Callable<Integer> {
    private static final int RIGHT = 0;
    private static final int WRONG_INPUT = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "The company's own files (schemas, bindings, mappings, settings.yaml); without it what is shipped"
                            + " is checked.")
    private @Nullable Path directory;

    @Mixin
    private final CatalogueOptions catalogue = new CatalogueOptions();

    @Override
    public Integer call() {
        try {
            CheckedMappings checked = catalogue.read(directory).mappings();
            checked.mappings().forEach(mapping -> out().println(summary(mapping)));
            checked.notes().forEach(out()::println);
            return RIGHT;
        } catch (MappingFaults e) {
            return report(e.faults().stream().map(Object::toString).toList());
        }
    }

    private int report(List<String> faults) {
        PrintWriter err = commandSpec().commandLine().getErr();
        faults.forEach(err::println);
        err.println(faults.size() == 1 ? "1 fault" : faults.size() + " faults");
        return WRONG_INPUT;
    }

    private static String summary(Mapping mapping) {
        return "%-20s %s%s <-> %s, company %s, %d fields, creates in: %s"
                .formatted(
                        mapping.name(),
                        mapping.isOn() ? "" : "off: ",
                        mapping.end(Side.ERP).entity(),
                        mapping.end(Side.CRM).entity(),
                        String.join(", ", mapping.companies()),
                        mapping.rules().size(),
                        createsIn(mapping));
    }

    private static String createsIn(Mapping mapping) {
        List<String> sides =
                mapping.policies().createsIn().stream().sorted().map(Side::word).toList();
        return sides.isEmpty() ? "nowhere" : String.join(", ", sides);
    }

    private PrintWriter out() {
        return commandSpec().commandLine().getOut();
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("run this command through picocli's CommandLine");
        }
        return spec;
    }
}
