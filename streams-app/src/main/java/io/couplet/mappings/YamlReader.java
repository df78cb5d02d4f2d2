package io.couplet.mappings;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a file as YAML nodes, which know their places; no object is ever made from a tag. */
final class YamlReader {
    private YamlReader() {}

    /** The file's one document, or nothing after reporting why there is none. */
    static Optional<Node> read(MappingFile file, Faults faults) {
        List<Node> documents = new ArrayList<>();
        try {
            new Yaml(new LoaderOptions())
                    .composeAll(new StringReader(file.text()))
                    .forEach(documents::add);
        } catch (MarkedYAMLException e) {
            faults.add(place(file, e.getProblemMark()), "not YAML: " + e.getProblem(), remedy(e.getContext()));
            return Optional.empty();
        } catch (YAMLException e) {
            faults.add(new Place(file.name(), 1, 1), "not YAML: " + firstLine(e), "save the file as plain UTF-8 text");
            return Optional.empty();
        }
        if (documents.isEmpty()) {
            faults.add(new Place(file.name(), 1, 1), "the file is empty", "begin with 'mapping: <name>'");
            return Optional.empty();
        }
        if (documents.size() > 1) {
            faults.add(
                    place(file, documents.get(1).getStartMark()),
                    "a second document begins here",
                    "write one mapping into each file");
        }
        return Optional.of(documents.get(0));
    }

    /** Where a mark points to. */
    static Place place(MappingFile file, Mark mark) {
        return new Place(file.name(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String remedy(String context) {
        return context == null || context.isBlank()
                ? "correct the YAML"
                : "correct the YAML; this came up " + context.replace("\n", " ");
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
