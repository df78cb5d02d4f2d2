package io.couplet.local.stack;

import io.couplet.contract.ConfigDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where one stack keeps everything it knows: databases, topics, schemas, configuration, logs and what is running.
 *
 * @param root absolute path; need not exist yet
 */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Directory of one component's own files. */
    Path of(Component component) {
        return root.resolve(component.id());
    }

    /** What one component has written to its output. */
    public Path log(Component component) {
        return logs().resolve(component.id() + ".log");
    }

    /** What the supervisor has written. */
    public Path supervisorLog() {
        return logs().resolve("supervisor.log");
    }

    /** Directory of all logs. */
    Path logs() {
        return root.resolve("logs");
    }

    /** Configuration file of one application or server, written at each start. */
    Path config(String name) {
        return root.resolve("config").resolve(name);
    }

    /** Process ids and the lock of the supervisor. */
    Path run() {
        return root.resolve("run");
    }

    /** Temporary files of the processes; what they left is deleted at the next start. */
    Path scratch() {
        return root.resolve("tmp");
    }

    /** Whether a stack has ever been started here. */
    public boolean exists() {
        return Files.isRegularFile(portsFile());
    }

    /** Ports of the stack in this directory as of its last start; the default ones if there was none. */
    public Ports ports() {
        if (!exists()) {
            return Ports.DEFAULT;
        }
        Properties properties = new Properties();
        try (var in = Files.newInputStream(portsFile())) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Ports.of(properties);
    }

    /** Keeps the ports, so that later commands on this directory need not be told. */
    void remember(Ports ports) {
        Properties properties = new Properties();
        ports.byName().forEach((name, port) -> properties.setProperty(name, Integer.toString(port)));
        store(portsFile(), properties, "Ports of the stack in this directory");
    }

    /** Directory of the company's own files as of the last start; null if there was none. */
    public @Nullable Path company() {
        Path file = companyFile();
        try {
            return Files.isRegularFile(file) ? Path.of(Files.readString(file)) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps where the company's own files are, null for nowhere, so that later starts and commands use the same. */
    void remember(@Nullable ConfigDirectory company) {
        try {
            if (company == null) {
                Files.deleteIfExists(companyFile());
            } else {
                Files.writeString(companyFile(), company.root().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void store(Path file, Properties properties, String comment) {
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, comment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the directories that every stack has. */
    void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
            Files.createDirectories(root.resolve("config"));
            Files.createDirectories(scratch());
        } catch (IOException e) {
            throw new StackException(Exit.CONFIGURATION, "cannot create the data directory " + root + ": " + e, e);
        }
    }

    /** Deletes what processes that have ended left there. */
    void clearScratch() {
        Trees.delete(scratch());
        create();
    }

    private Path companyFile() {
        return config("company");
    }

    private Path portsFile() {
        return root.resolve("ports.properties");
    }
}
