package io.couplet.contract.binding;

import io.couplet.contract.ConfigDirectory;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads column binding files: the shipped ones, and what a company adds to them. */
public final class BindingFiles {
    private static final List<String> SYSTEMS = List.of("erp", "crm");

    private BindingFiles() {}

    /**
     * The bindings of both systems, by name.
     *
     * @param entities what may be bound
     * @param company the company's own files, null where there are none
     * @param faults where to note everything that is wrong; what is given back then is not to be used
     */
    public static Map<String, SystemBinding> read(
            EntityCatalogue entities, @Nullable ConfigDirectory company, List<FileFault> faults) {
        BindingReader reader = new BindingReader(entities);
        SYSTEMS.forEach(system -> read("bindings/" + system + ".yaml", shipped(system), faults, reader::begin));
        if (company != null) {
            company.bindings().ifPresent(directory -> further(directory, faults, reader));
        }
        return reader.bindings();
    }

    /** The bindings of one file that stands for itself, by name of the system; as {@link #read}. */
    public static Map<String, SystemBinding> alone(EntityCatalogue entities, Path file, List<FileFault> faults) {
        BindingReader reader = new BindingReader(entities);
        read(file.toString(), text(file, faults), faults, reader::begin);
        return reader.bindings();
    }

    private static void further(Path directory, List<FileFault> faults, BindingReader reader) {
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(file -> read(file.toString(), text(file, faults), faults, reader::add));
        } catch (IOException e) {
            faults.add(
                    new FileFault(directory.toString(), 1, 1, "the directory cannot be read", "check its permissions"));
        }
    }

    private interface Reading {
        void take(Block root);
    }

    private static void read(String file, @Nullable String text, List<FileFault> faults, Reading reading) {
        if (text == null) {
            return;
        }
        try {
            @Nullable Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                faults.add(new FileFault(file, 1, 1, "the file is empty", "begin with 'system: erp' or 'system: crm'"));
            } else {
                reading.take(new Block(file, root, faults));
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark().getColumn() + 1;
            faults.add(new FileFault(file, line, column, "not YAML: " + e.getProblem(), "correct the YAML"));
        } catch (YAMLException e) {
            faults.add(new FileFault(file, 1, 1, "not YAML", "save the file as plain UTF-8 text"));
        }
    }

    private static @Nullable String text(Path file, List<FileFault> faults) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            faults.add(new FileFault(
                    file.toString(), 1, 1, "the file cannot be read", "save it as UTF-8, and check its permissions"));
            return null;
        }
    }

    private static String shipped(String system) {
        try (InputStream in = BindingFiles.class.getResourceAsStream("/bindings/" + system + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the class path has no /bindings/" + system + ".yaml");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
