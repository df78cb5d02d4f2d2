package io.couplet.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the Avro files of entities. */
final class SchemaFiles {

    private static final List<String> FOLDERS = List.of("avro/erp", "avro/crm");

    private SchemaFiles() {}

    /** The files of every jar and folder of the class path, ours and those of others. */
    static List<SchemaFile> onClassPath() {
        List<SchemaFile> files = new ArrayList<>();
        try {
            for (String folder : FOLDERS) {
                for (URL url :
                        Collections.list(SchemaFiles.class.getClassLoader().getResources(folder))) {
                    files.addAll(at(url.toURI()));
                }
            }
            return files;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the class path cannot be searched for entity schemas", e);
        }
    }

    /** The files of a directory and its folders. */
    static List<SchemaFile> in(Path directory) {
        try {
            return read(directory);
        } catch (IOException e) {
            throw new FaultyEntitySchemas(List.of(new FileFault(
                    directory.toString(), 1, 1, "cannot be read: " + e, "name the directory of the *.avsc files")));
        }
    }

    private static List<SchemaFile> at(URI folder) throws IOException {
        if (!"jar".equals(folder.getScheme())) {
            return read(Path.of(folder));
        }
        // A file system of our own, by path: one opened by URI is shared in the whole process, and closing it hits
        // others.
        String[] jarAndFolder = folder.getSchemeSpecificPart().split("!", 2);
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(jarAndFolder[0])), Map.of())) {
            return read(jar.getPath(jarAndFolder[1]));
        }
    }

    private static List<SchemaFile> read(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".avsc"))
                    .sorted()
                    .map(SchemaFiles::file)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static SchemaFile file(Path path) {
        try {
            return new SchemaFile(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
