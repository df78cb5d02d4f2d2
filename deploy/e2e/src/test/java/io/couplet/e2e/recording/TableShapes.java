package io.couplet.e2e.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.model.Side;
import io.couplet.local.stack.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of a system, as the binding file of connectors describes them. */
final class TableShapes {
    private TableShapes() {}

    /** By table name; those of the ERP for each company. */
    static Map<String, TableShape> of(Side side, List<String> companies, EntityCatalogue entities) {
        Map<String, TableShape> shapes = new HashMap<>();
        for (String company : side == Side.ERP ? companies : List.of("")) {
            shapes.putAll(of(side, company, entities));
        }
        return shapes;
    }

    private static Map<String, TableShape> of(Side side, String company, EntityCatalogue entities) {
        Path file = Installation.find().home().resolve("schemas/src/main/resources/bindings/" + side.word() + ".yaml");
        try {
            JsonNode bindings = new YAMLMapper().readTree(file.toFile());
            String prefix = side == Side.ERP ? "erp/" + company + "/" : "crm/";
            Map<String, TableShape> shapes = new HashMap<>();
            bindings.path("entities").properties().forEach(each -> {
                String entity = each.getKey();
                String table = each.getValue().path("table").asText().replace("{company}", company);
                shapes.put(
                        table,
                        new TableShape(
                                prefix + entity + "/",
                                company,
                                entities.get(side.word() + "/" + entity),
                                each.getValue()));
            });
            return shapes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
