package io.couplet.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a JVM that stays small beside the others on one machine. */
final class JavaCommand {
    /** glibc gives every thread an arena of its own, which costs a JVM tens of megabytes for nothing. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    /** Names further options for each JVM of the stack, separated by blanks: to watch it, or to let it start sooner. */
    private static final String OPTIONS = "COUPLET_JAVA_OPTIONS";

    private final List<String> words = new ArrayList<>();

    /**
     * Without options of its own yet.
     *
     * @param data of the stack it belongs to
     */
    JavaCommand(String heap, DataDirectory data) {
        words.add(Installation.java());
        words.add("-Xmx" + heap);
        words.add("-XX:+UseSerialGC");
        words.add("-Xshare:auto");
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.add("-XX:-UsePerfData");
        words.add("-Djava.awt.headless=true");
        words.add("-Djava.io.tmpdir=" + data.scratch());
        String more = System.getenv(OPTIONS);
        if (more != null && !more.isBlank()) {
            words.addAll(List.of(more.trim().split("\\s+")));
        }
    }

    /** Compiles once, quickly and smally: for children whose own work is not what limits the pipeline. */
    JavaCommand compiledOnce() {
        words.add("-XX:TieredStopAtLevel=1");
        return this;
    }

    JavaCommand with(String... options) {
        words.addAll(List.of(options));
        return this;
    }

    List<String> main(String classPath, String mainClass, String... arguments) {
        return end(List.of("-cp", classPath, mainClass), arguments);
    }

    List<String> jar(String jar) {
        return end(List.of("-jar", jar));
    }

    private List<String> end(List<String> last, String... arguments) {
        List<String> command = new ArrayList<>(words);
        command.addAll(last);
        command.addAll(List.of(arguments));
        return command;
    }
}
