package io.couplet.local.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Starts a program in a session of its own, so that Ctrl-C at the terminal reaches the supervisor alone, which then
 * stops the others in order. Where there is no {@code setsid}, it is started as it is.
 */
final class OwnSession {
    private static final Optional<String> SETSID = find("setsid");

    private OwnSession() {}

    static List<String> command(String... words) {
        return command(Arrays.asList(words));
    }

    static List<String> command(List<String> words) {
        List<String> command = new ArrayList<>();
        SETSID.ifPresent(command::add);
        command.addAll(words);
        return command;
    }

    /** Full path of a program on the PATH. */
    static Optional<String> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
