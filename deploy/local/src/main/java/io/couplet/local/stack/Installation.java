package io.couplet.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The project folder as the build left it: what each process is started with.
 *
 * @param home the project folder
 */
public record Installation(Path home) {
    /** System property by which the launcher script names the project folder. */
    public static final String HOME_PROPERTY = "couplet.home";

    /**
     * The project folder named by {@link #HOME_PROPERTY}, else the nearest one above the working directory.
     *
     * @throws StackException (configuration) when there is neither
     */
    public static Installation find() {
        String named = System.getProperty(HOME_PROPERTY);
        Path start = Path.of(named == null ? "" : named).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("deploy/local")) && Files.isDirectory(folder.resolve("connectors"))) {
                return new Installation(folder);
            }
        }
        throw new StackException(
                Exit.CONFIGURATION, "no Couplet project folder at or above " + start + "; use the 'couplet' script");
    }

    /** Where a stack lives when nothing else was asked. */
    public DataDirectory defaultData() {
        return new DataDirectory(home.resolve(".couplet"));
    }

    /** Where PostgreSQL's programs are, or will be unpacked to. */
    Path postgres() {
        return home.resolve("deploy/local/target/postgresql");
    }

    /** The registry's runnable jar, unpacked by the build. */
    Path registry() {
        return built(home.resolve("deploy/local/target/registry"), "-runner.jar");
    }

    /** Class path of one of our applications: its own classes, then its libraries. */
    String classPath(Component application) {
        Path target = home.resolve(application.id()).resolve("target");
        List<String> entries = new ArrayList<>();
        entries.add(built(target, "-SNAPSHOT.jar").toString());
        Path list = target.resolve("classpath.txt");
        try {
            entries.add(Files.readString(list).strip());
        } catch (IOException e) {
            throw notBuilt(list, e);
        }
        return String.join(File.pathSeparator, entries);
    }

    /** The {@code java} that runs this process, for the children. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path built(Path folder, String suffix) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(folder.resolve("*" + suffix), null));
        } catch (IOException e) {
            throw notBuilt(folder, e);
        } catch (UncheckedIOException e) {
            throw notBuilt(folder, e.getCause());
        }
    }

    private static StackException notBuilt(Path missing, @org.jspecify.annotations.Nullable IOException cause) {
        String message = missing + " is missing; build with: ./mvnw -Dquick package";
        return cause == null
                ? new StackException(Exit.CONFIGURATION, message)
                : new StackException(Exit.CONFIGURATION, message, cause);
    }
}
