package io.couplet.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A stack without applications in a directory and on ports of its own, driven by the command line as a person would. */
final class StackUnderTest {
    private final DataDirectory data;
    private final int portBase;

    StackUnderTest(Path directory) {
        this.data = new DataDirectory(directory);
        this.portBase = freePorts();
    }

    /** Below the range from which the system takes ports for outgoing connections. */
    private static int freePorts() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(StackUnderTest::areFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean areFree(int base) {
        try {
            PortCheck.requireFree(Ports.from(base));
            return true;
        } catch (StackException e) {
            return false;
        }
    }

    DataDirectory data() {
        return data;
    }

    int portBase() {
        return portBase;
    }

    Endpoints endpoints() {
        return new Endpoints(Ports.from(portBase));
    }

    CommandResult up() throws IOException {
        return couplet("up", "--detach", "--only", "infrastructure", "--port-base", Integer.toString(portBase));
    }

    CommandResult down() throws IOException {
        return couplet("down");
    }

    /** Runs one command on the directory of this stack to its end. */
    CommandResult couplet(String... arguments) throws IOException {
        return couplet(data, arguments);
    }

    /** Runs one command on another directory to its end. */
    static CommandResult couplet(DataDirectory directory, String... arguments) throws IOException {
        Path output = Files.createTempFile("couplet", ".out");
        List<String> all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--data", directory.root().toString()))
                .toList();
        Process process = new ProcessBuilder(new JavaCommand("160m", directory)
                        .compiledOnce()
                        .with("-D" + Installation.HOME_PROPERTY + "="
                                + Installation.find().home())
                        .main(
                                System.getProperty("java.class.path"),
                                "io.couplet.local.Main",
                                all.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.onExit().join().exitValue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new CommandResult(exit, text);
    }

    Optional<ProcessHandle> supervisor() {
        return PidFile.ofSupervisor(data).process();
    }

    Optional<ProcessHandle> process(Component component) {
        return PidFile.of(data, component).process();
    }

    /** All processes of this stack that run now. */
    List<ProcessHandle> processes() {
        return Stream.concat(
                        supervisor().stream(),
                        Arrays.stream(Component.values()).flatMap(component -> process(component).stream()))
                .toList();
    }
}
