package io.couplet.e2e.recording;

import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.FileFault;
import io.couplet.contract.binding.BindingFiles;
import io.couplet.contract.binding.SystemBinding;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of a system that the shipped column bindings name. */
final class TableShapes {
    private TableShapes() {}

    /** By table name; those of the ERP for each company. */
    static Map<String, TableShape> of(Side side, List<String> companies, EntityCatalogue entities) {
        List<FileFault> faults = new ArrayList<>();
        SystemBinding system =
                Objects.requireNonNull(BindingFiles.read(entities, null, faults).get(side.word()), side.word());
        Map<String, TableShape> shapes = new HashMap<>();
        system.entities().forEach(binding -> {
            for (String company : side == Side.ERP ? companies : List.of("")) {
                String prefix = side == Side.ERP ? "erp/" + company + "/" : "crm/";
                shapes.put(
                        binding.tableOf(company),
                        new TableShape(
                                prefix + binding.name() + "/",
                                company,
                                entities.get(side.word() + "/" + binding.name()),
                                binding));
            }
        });
        return shapes;
    }
}
