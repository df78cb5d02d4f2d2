package io.couplet.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** The contracts as they were released: {@code history/<version>/<topic>.avsc}. */
final class ContractHistory {

    private static final Path FOLDER = Path.of("src/test/resources/history");

    private ContractHistory() {}

    /** Today's value schemas by topic name without prefix. */
    static Map<String, Schema> present() {
        Map<String, Schema> schemas = new TreeMap<>();
        for (TopicSpec topic : new Catalogue("couplet", EntityCatalogue.shipped()).all()) {
            topic.value().ifPresent(value -> schemas.put(topic.name().substring("couplet.".length()), value));
        }
        return schemas;
    }

    /** The released versions, oldest first: v1, v2, ... */
    static List<String> versions() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted((a, b) -> Integer.compare(number(a), number(b)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value schemas of a version by topic name without prefix. */
    static Map<String, Schema> released(String version) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve(version))) {
            for (Path file : files.sorted().toList()) {
                String topic = file.getFileName().toString().replaceFirst("\\.avsc$", "");
                schemas.put(topic, new Schema.Parser().parse(Files.readString(file)));
            }
            return schemas;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes today's value schemas as that version. */
    static void release(String version) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve(version));
        for (Map.Entry<String, Schema> entry : present().entrySet()) {
            Files.writeString(
                    folder.resolve(entry.getKey() + ".avsc"),
                    SchemaFormatter.format("json/pretty", entry.getValue()) + "\n");
        }
    }

    private static int number(String version) {
        return Integer.parseInt(version.substring(1));
    }
}
