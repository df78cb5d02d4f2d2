package io.couplet.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A company's own files: what it adds to the shipped catalogue, or replaces in it. Both applications read it. Each part may be missing.
 *
 * @param root the directory
 */
public record ConfigDirectory(Path root) {
    private static final String SCHEMAS = "schemas";
    private static final String BINDINGS = "bindings";
    private static final String MAPPINGS = "mappings";
    private static final String SETTINGS = "settings.yaml";
    private static final List<String> PARTS = List.of(SCHEMAS, BINDINGS, MAPPINGS, SETTINGS);

    /** Further entity schemas, and further fields of shipped ones ({@code *.avsc}). */
    public Optional<Path> schemas() {
        return folder(SCHEMAS);
    }

    /** Further column bindings ({@code *.yaml}). */
    public Optional<Path> bindings() {
        return folder(BINDINGS);
    }

    /** Further mappings and tables of options, and those that replace shipped ones ({@code *.yaml}). */
    public Optional<Path> mappings() {
        return folder(MAPPINGS);
    }

    /** The settings that the company decided. */
    public Optional<Path> settings() {
        return Optional.of(root.resolve(SETTINGS)).filter(Files::isRegularFile);
    }

    /** What is wrong with the directory as such: it is none, or holds files that nobody would read. */
    public List<FileFault> faults() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(ConfigDirectory::nobodyReads)
                    .sorted()
                    .map(ConfigDirectory::unread)
                    .toList();
        } catch (IOException e) {
            return List.of(new FileFault(
                    root.toString(),
                    1,
                    1,
                    "the directory cannot be read",
                    "name the directory of the company's files"));
        }
    }

    /** Notes and the like may lie about. */
    private static boolean nobodyReads(Path entry) {
        String name = entry.getFileName().toString();
        boolean ours =
                Files.isDirectory(entry) || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".avsc");
        return ours && !name.startsWith(".") && !PARTS.contains(name);
    }

    private static FileFault unread(Path entry) {
        String name = entry.getFileName().toString();
        return new FileFault(entry.toString(), 1, 1, "nobody reads '" + name + "'", Suggestion.forWord(name, PARTS));
    }

    private Optional<Path> folder(String name) {
        return Optional.of(root.resolve(name)).filter(Files::isDirectory);
    }
}
