package io.couplet.mappings;

import io.couplet.contract.ConfigDirectory;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.FileFault;
import io.couplet.contract.binding.BindingFiles;
import io.couplet.contract.binding.SystemBinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept in step: the shipped catalogue with a company's own files.
 *
 * @param entities of both systems
 * @param mappings those that can be used, and what is worth knowing of them
 */
public record CheckedCatalogue(EntityCatalogue entities, CheckedMappings mappings) {

    /**
     * Reads and checks all files together: schemas, column bindings, mappings, tables of options and settings.
     *
     * @param company the company's own files, null where there are none
     * @param companies the configured ERP companies
     * @throws MappingFaults with every fault of all files
     */
    public static CheckedCatalogue of(@Nullable ConfigDirectory company, Collection<String> companies) {
        List<FileFault> found = new ArrayList<>();
        if (company != null) {
            found.addAll(company.faults());
        }
        EntityCatalogue entities = EntityCatalogue.read(company, found);
        Map<String, SystemBinding> bindings = BindingFiles.read(entities, company, found);
        MappingFiles files = new MappingFiles(new Entities(entities, bindings, own(company, entities)), companies);
        return new CheckedCatalogue(entities, files.checked(company, new Faults(found)));
    }

    /** The entities that a company has besides the shipped ones. */
    private static Set<String> own(@Nullable ConfigDirectory company, EntityCatalogue entities) {
        Set<String> own = new HashSet<>();
        if (company != null) {
            EntityCatalogue shipped = EntityCatalogue.shipped();
            entities.all().stream()
                    .map(EntitySchema::entity)
                    .filter(entity -> shipped.find(entity).isEmpty())
                    .forEach(own::add);
        }
        return own;
    }
}
