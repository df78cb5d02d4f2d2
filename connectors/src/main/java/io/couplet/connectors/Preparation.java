package io.couplet.connectors;

import io.couplet.connectors.apply.TargetCheck;
import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.capture.SourceCheck;
import io.couplet.connectors.config.ConfigException;
import io.couplet.connectors.config.ConnectorsConfig;
import io.couplet.connectors.config.Faults;
import io.couplet.connectors.config.SystemConfig;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.FileFault;
import io.couplet.contract.binding.BindingFiles;
import io.couplet.contract.binding.SystemBinding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be right before anything starts.
 *
 * @param entities every entity that is known
 * @param systems by name, bound to their tables
 */
record Preparation(EntityCatalogue entities, Map<String, BoundSystem> systems) {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    /**
     * Reads schemas and bindings and looks at the databases; all that is wrong is found in one go. A database that does
     * not answer is no fault: its connectors wait for it.
     *
     * @throws ConfigException naming everything that is wrong
     */
    static Preparation of(ConnectorsConfig config) {
        List<FileFault> found = new ArrayList<>();
        EntityCatalogue entities = EntityCatalogue.read(config.company(), found);
        Map<String, SystemBinding> bindings = BindingFiles.read(entities, config.company(), found);
        Faults faults = new Faults();
        faults.addAll(found.stream().sorted().map(FileFault::toString).toList());
        faults.throwIfAny();
        Map<String, BoundSystem> systems = new LinkedHashMap<>();
        config.systems()
                .forEach((name, system) -> Optional.ofNullable(bindings.get(name))
                        .ifPresent(binding ->
                                systems.put(name, BoundSystem.of(binding, system.companies(), entities, faults))));
        systems.forEach((name, system) -> look(system, config.system(name), faults));
        faults.throwIfAny();
        return new Preparation(entities, systems);
    }

    private static void look(BoundSystem system, SystemConfig config, Faults faults) {
        for (Check check :
                List.<Check>of(new SourceCheck(system, config)::check, new TargetCheck(system, config)::check)) {
            try {
                check.look();
            } catch (ConfigException wrong) {
                faults.addAll(wrong.faults());
            } catch (SQLException down) {
                LOG.atWarn()
                        .addKeyValue("system", system.name())
                        .addKeyValue("error", down.getMessage())
                        .log("The database cannot be looked at now; its connectors will wait for it");
            }
        }
    }

    private interface Check {
        void look() throws SQLException;
    }
}
