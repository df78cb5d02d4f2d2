package io.couplet.contract.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** A registry within this process, for tests and trials. Behaves like the real one, {@code BACKWARD} unless told otherwise. */
public final class InMemoryRegistry implements SchemaRegistry {

    private final List<Schema> byId = new ArrayList<>();
    private final Map<String, List<Schema>> versions = new HashMap<>();
    private final Map<String, Compatibility> levels = new HashMap<>();

    @Override
    public synchronized int id(String subject, Schema schema) {
        if (!versions(subject).contains(schema)) {
            throw new SchemaNotRegistered(subject, schema);
        }
        return byId.indexOf(schema) + 1;
    }

    @Override
    public synchronized Schema schema(int id) {
        if (id < 1 || id > byId.size()) {
            throw new UnknownSchemaId(id);
        }
        return byId.get(id - 1);
    }

    @Override
    public synchronized List<String> incompatibilities(String subject, Schema schema) {
        List<Schema> earlier = versions(subject);
        if (earlier.isEmpty()) {
            return List.of();
        }
        Compatibility level = levels.getOrDefault(subject, Compatibility.BACKWARD);
        Schema last = earlier.get(earlier.size() - 1);
        return switch (level) {
            case BACKWARD -> problems(schema, List.of(last));
            case BACKWARD_TRANSITIVE -> problems(schema, earlier);
            case FULL -> {
                List<String> both = new ArrayList<>(problems(schema, List.of(last)));
                both.addAll(problems(last, List.of(schema)));
                yield both;
            }
        };
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        if (!versions(subject).contains(schema)) {
            List<String> problems = incompatibilities(subject, schema);
            if (!problems.isEmpty()) {
                throw new IncompatibleSchemas(problems);
            }
            versions(subject).add(schema);
        }
        if (!byId.contains(schema)) {
            byId.add(schema);
        }
        return id(subject, schema);
    }

    @Override
    public synchronized void setCompatibility(String subject, Compatibility level) {
        levels.put(subject, level);
    }

    private List<Schema> versions(String subject) {
        return versions.computeIfAbsent(subject, unknown -> new ArrayList<>());
    }

    private static List<String> problems(Schema reader, List<Schema> writers) {
        return writers.stream()
                .map(writer -> SchemaCompatibility.checkReaderWriterCompatibility(reader, writer))
                .filter(pair -> pair.getType() == SchemaCompatibilityType.INCOMPATIBLE)
                .map(pair -> pair.getResult().getIncompatibilities().toString())
                .toList();
    }
}
