package io.couplet.api;

import io.couplet.contract.wire.Compatibility;
import io.couplet.contract.wire.RegistryUnreachable;
import io.couplet.contract.wire.SchemaRegistry;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;

/** A registry whose schemas cannot be looked up for a time. */
final class FlakyRegistry implements SchemaRegistry {

    private final SchemaRegistry registry;
    volatile boolean isAway;

    FlakyRegistry(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Schema schema(int id) {
        if (isAway) {
            throw new RegistryUnreachable("nowhere", new IOException("away"));
        }
        return registry.schema(id);
    }

    @Override
    public int id(String subject, Schema schema) {
        return registry.id(subject, schema);
    }

    @Override
    public List<String> incompatibilities(String subject, Schema schema) {
        return registry.incompatibilities(subject, schema);
    }

    @Override
    public int register(String subject, Schema schema) {
        return registry.register(subject, schema);
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        registry.setCompatibility(subject, level);
    }
}
