package io.couplet.local.cli;

import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Installation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which stack a command is about: the option {@code --data}, the same for all commands. */
public final class DataOption {
    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            defaultValue = "${env:COUPLET_DATA}",
            description = "Data directory of the stack; default: .couplet in the project folder, or $$COUPLET_DATA.")
    private @Nullable Path directory;

    /** The directory given, else the default one. */
    public DataDirectory directory() {
        return directory == null ? Installation.find().defaultData() : new DataDirectory(directory);
    }
}
