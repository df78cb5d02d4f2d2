package io.couplet.mappings;

import io.couplet.contract.ConfigDirectory;
import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.mapping.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads mapping files and compiles them. Either all files are right, or {@link MappingFaults} lists what is wrong in any of them. For use
 * at start; the mappings are safe for any thread.
 */
public final class MappingFiles {
    /** The files of the shipped catalogue; a directory cannot be listed in every kind of class path. */
    static final List<String> SHIPPED = List.of(
            "company-company.yaml",
            "contact-contact.yaml",
            "currency.yaml",
            "customer-account.yaml",
            "customer-statistics.yaml",
            "customer-sums.yaml",
            "default-price-list.yaml",
            "item-availability.yaml",
            "item-default-price.yaml",
            "item-inventory.yaml",
            "item-location-inventory.yaml",
            "item-product.yaml",
            "item-unit.yaml",
            "local-currency.yaml",
            "opportunity.yaml",
            "order-line-progress.yaml",
            "order-progress.yaml",
            "payment-terms.yaml",
            "posted-invoice.yaml",
            "posted-invoice-item-line.yaml",
            "posted-invoice-resource-line.yaml",
            "posted-invoice-write-in.yaml",
            "price-group-price-list.yaml",
            "price-list-header.yaml",
            "price-list-item-line.yaml",
            "price-list-resource-line.yaml",
            "resource-default-price.yaml",
            "resource-product.yaml",
            "resource-unit.yaml",
            "sales-document.yaml",
            "sales-order.yaml",
            "sales-order-line-status.yaml",
            "sales-order-status.yaml",
            "sales-price-line.yaml",
            "salesperson-user.yaml",
            "settings.yaml",
            "shipment-methods.yaml",
            "shipping-agents.yaml",
            "unit-group.yaml",
            "unit-of-measure.yaml",
            "vendor-account.yaml");

    private final Entities entities;
    private final Companies companies;

    /**
     * Prepares loading.
     *
     * @param catalogue the entities of both systems
     * @param companies the configured ERP companies, the home company first; a mapping that names none is for each of these
     */
    public MappingFiles(EntityCatalogue catalogue, Collection<String> companies) {
        this(new Entities(catalogue), companies);
    }

    MappingFiles(Entities entities, Collection<String> companies) {
        this.entities = entities;
        this.companies = new Companies(companies);
    }

    /** The shipped mappings, each after those that it needs. Throws {@link MappingFaults}, for instance for unknown companies. */
    public List<Mapping> catalogue() {
        return checkedCatalogue().mappings();
    }

    /** The shipped mappings with what is worth knowing of them. Throws as {@link #catalogue()}. */
    public CheckedMappings checkedCatalogue() {
        return checked(null, new Faults());
    }

    /** The same under settings, the text of a {@code settings.yaml}. */
    public CheckedMappings checkedCatalogue(String settings) {
        return compile(
                SHIPPED.stream().map(MappingFiles::shipped).toList(),
                Optional.of(new MappingFile("settings.yaml", settings)),
                new Faults());
    }

    /**
     * The mappings of all {@code *.yaml} files of a directory and no others, each after those that it needs. Throws {@link MappingFaults} where
     * any of them is wrong or there is none.
     */
    public List<Mapping> directory(Path directory) {
        return directory(directory, null);
    }

    /** The same, with the settings of a file instead of their defaults. */
    public List<Mapping> directory(Path directory, @Nullable Path decided) {
        Faults faults = new Faults();
        List<MappingFile> files = new ArrayList<>();
        yamlFiles(directory, faults).forEach(path -> read(path, faults).ifPresent(files::add));
        return compile(files, Optional.ofNullable(decided).flatMap(path -> read(path, faults)), faults)
                .mappings();
    }

    /** The shipped mappings and a company's own, of which one that has a shipped one's file name takes its place. */
    CheckedMappings checked(@Nullable ConfigDirectory company, Faults faults) {
        Map<String, MappingFile> files = new TreeMap<>();
        SHIPPED.forEach(name -> files.put(name, shipped(name)));
        Optional<ConfigDirectory> own = Optional.ofNullable(company);
        own.flatMap(ConfigDirectory::mappings)
                .map(path -> yamlFiles(path, faults))
                .orElse(List.of())
                .forEach(path -> read(path, faults)
                        .ifPresent(file -> files.put(path.getFileName().toString(), file)));
        return compile(
                List.copyOf(files.values()),
                own.flatMap(ConfigDirectory::settings).flatMap(path -> read(path, faults)),
                faults);
    }

    private static Optional<MappingFile> read(Path path, Faults faults) {
        try {
            return Optional.of(new MappingFile(path.toString(), text(Files.readAllBytes(path))));
        } catch (CharacterCodingException e) {
            faults.add(new Place(path.toString(), 1, 1), "the file is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            faults.add(new Place(path.toString(), 1, 1), "the file cannot be read", "check its permissions");
        }
        return Optional.empty();
    }

    private static Settings settings(List<Document> documents, Optional<MappingFile> decided, Faults faults) {
        SettingsReader reader = new SettingsReader(faults);
        documents.stream().filter(document -> document.is("settings")).forEach(reader::declare);
        decided.filter(MappingFiles::saysAnything)
                .flatMap(file -> document(file, faults))
                .ifPresent(reader::decide);
        return reader.settings();
    }

    /** Whether there is more than comments: who decides nothing takes the defaults. */
    private static boolean saysAnything(MappingFile file) {
        return file.text().lines().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    private static Optional<Document> document(MappingFile file, Faults faults) {
        return YamlReader.read(file, faults).map(root -> new Document(file, root));
    }

    /** Compiles files that were read; {@code decided} holds what the administrator set. */
    CheckedMappings compile(List<MappingFile> files, Optional<MappingFile> decided, Faults faults) {
        List<Document> documents =
                files.stream().flatMap(file -> document(file, faults).stream()).toList();
        Settings settings = settings(documents, decided, faults);
        Expressions expressions = new Expressions(settings, Company.NONE, faults);
        DefinitionReader reader = new DefinitionReader(expressions, faults);
        documents.stream().filter(document -> !document.is("settings")).forEach(reader::read);
        List<MappingDefinition> definitions = reader.definitions();
        OptionTables options = new OptionTables(reader.options(), faults);
        definitions.forEach(definition -> companies.check(definition, faults));
        Links links = new Links(definitions, companies, faults);
        links.check();
        Notes notes = new Notes();
        Entities known = entities.showing(reader.aggregates());
        MappingCompiler compiler = new MappingCompiler(known, links, options, settings, faults);
        Map<String, Mapping> compiled = new HashMap<>();
        for (MappingDefinition definition : definitions) {
            Notes its = notes;
            for (Instance instance : companies.instances(definition)) {
                compiler.compile(instance, its).ifPresent(mapping -> compiled.put(mapping.name(), mapping));
                // The same goes for the other companies.
                its = new Notes();
            }
        }
        AggregateCompiler adding = new AggregateCompiler(known, expressions, faults);
        List<Aggregate> aggregates = reader.aggregates().stream()
                .flatMap(definition -> adding.compile(definition).stream())
                .toList();
        faults.throwIfAny();
        List<MappingDefinition> on =
                definitions.stream().filter(MappingDefinition::isOn).toList();
        new SharedEntities(on, reader.aggregates(), companies).note(notes);
        List<Mapping> mappings = new ArrayList<>();
        List<MappingDescription> descriptions = new ArrayList<>();
        for (MappingDefinition definition : links.inOrder()) {
            for (Instance instance : companies.instances(definition)) {
                Mapping mapping = Objects.requireNonNull(compiled.get(instance.name()));
                mappings.add(mapping);
                descriptions.add(MappingDescription.of(instance, mapping));
            }
        }
        return new CheckedMappings(mappings, aggregates, descriptions, notes.all());
    }

    private static List<Path> yamlFiles(Path directory, Faults faults) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                faults.add(
                        new Place(directory.toString(), 1, 1),
                        "the directory holds no *.yaml file",
                        "name the directory of the mapping files");
            }
            return found;
        } catch (IOException e) {
            faults.add(
                    new Place(directory.toString(), 1, 1),
                    "the directory cannot be read",
                    "name the directory of the mapping files");
            return List.of();
        }
    }

    static MappingFile shipped(String name) {
        try (InputStream in = MappingFiles.class.getResourceAsStream("/mappings/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no /mappings/" + name);
            }
            return new MappingFile("mappings/" + name, text(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
