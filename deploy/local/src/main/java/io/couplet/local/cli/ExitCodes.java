package io.couplet.local.cli;

import io.couplet.local.stack.Exit;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Puts what is common to all commands into each: the help option and the list of exit codes. */
public final class ExitCodes {
    private ExitCodes() {}

    /** Adds both to a command and to all commands below it, as far as they have not said it themselves. */
    public static void describeIn(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help.")
                    .build());
        }
        if (spec.usageMessage().exitCodeList().isEmpty()) {
            spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(list());
        }
        line.getSubcommands().values().forEach(ExitCodes::describeIn);
    }

    private static Map<String, String> list() {
        Map<String, String> list = new LinkedHashMap<>();
        for (Exit exit : Exit.values()) {
            list.put(Integer.toString(exit.code()), exit.meaning());
        }
        return list;
    }
}
