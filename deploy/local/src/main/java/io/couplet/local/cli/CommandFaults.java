package io.couplet.local.cli;

import io.couplet.local.stack.Exit;
import io.couplet.local.stack.StackException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong in a command into a message on standard error and an exit code. */
public final class CommandFaults implements IExecutionExceptionHandler {

    /** A {@link StackException} speaks for itself; anything else is a bug, shown with its trace. */
    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
        if (fault instanceof StackException known) {
            line.getErr().println(line.getColorScheme().errorText(known.getMessage()));
            return known.exit().code();
        }
        line.getErr().println(line.getColorScheme().richStackTraceString(fault));
        return Exit.FAILURE.code();
    }

    /** Says what is wrong with the arguments, what may have been meant, and where the help is. */
    public static int wrongUsage(ParameterException fault, String[] arguments) {
        CommandLine line = fault.getCommandLine();
        line.getErr().println(line.getColorScheme().errorText(message(fault, line)));
        UnmatchedArgumentException.printSuggestions(fault, line.getErr());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help' for what it takes.");
        return Exit.USAGE.code();
    }

    private static String message(ParameterException fault, CommandLine line) {
        boolean atCommand = line.getParent() == null && fault instanceof UnmatchedArgumentException;
        if (!atCommand) {
            return String.valueOf(fault.getMessage());
        }
        String given = ((UnmatchedArgumentException) fault).getUnmatched().get(0);
        return "no command '" + given + "'; there are "
                + String.join(", ", line.getSubcommands().keySet());
    }
}
