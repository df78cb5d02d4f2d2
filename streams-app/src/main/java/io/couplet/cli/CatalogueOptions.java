package io.couplet.cli;

import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.FaultyEntitySchemas;
import io.couplet.mappings.CheckedMappings;
import io.couplet.mappings.MappingFaults;
import io.couplet.mappings.MappingFiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what mappings are about, and how they are read by them. */
final class CatalogueOptions {

    @Option(
            names = "--schemas",
            paramLabel = "DIR",
            description = "Directory of further entity schemas (*.avsc), as in the applications' configuration.")
    private @Nullable Path schemas;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "File of settings that were decided, as in the applications' configuration.")
    private @Nullable Path settings;

    @Option(
            names = "--company",
            paramLabel = "NAME",
            defaultValue = "CRONUS",
            description = "An ERP company, as in the configuration; may be repeated (default: ${DEFAULT-VALUE}).")
    private List<String> companies = List.of();

    /** The shipped entities and those of the directory. Throws {@link FaultyEntitySchemas}. */
    EntityCatalogue entities() {
        return schemas == null ? EntityCatalogue.shipped() : EntityCatalogue.withDirectory(schemas);
    }

    /** The mappings of a directory, or the shipped ones. Throws {@link MappingFaults} and {@link FaultyEntitySchemas}. */
    CheckedMappings mappings(@Nullable Path directory) {
        MappingFiles files = new MappingFiles(entities(), companies, settings);
        return directory == null ? files.checkedCatalogue() : files.checkedDirectory(directory);
    }
}
