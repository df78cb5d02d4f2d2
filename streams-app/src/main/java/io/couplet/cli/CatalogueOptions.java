package io.couplet.cli;

import io.couplet.contract.ConfigDirectory;
import io.couplet.mappings.CheckedCatalogue;
import io.couplet.mappings.MappingFaults;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is kept in step, besides the directory of the company's own files. */
final class CatalogueOptions {

    @Option(
            names = "--company",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "CRONUS,FABRIKAM",
            description =
                    "The ERP companies, as in the configuration, the home company first (default: ${DEFAULT-VALUE}).")
    private List<String> companies = List.of();

    /** The shipped catalogue with the company's own files. Throws {@link MappingFaults}. */
    CheckedCatalogue read(@Nullable Path directory) {
        return CheckedCatalogue.of(directory == null ? null : new ConfigDirectory(directory), companies);
    }
}
