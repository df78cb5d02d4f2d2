package io.couplet.contract.wire;

import java.util.List;
import org.apache.avro.Schema;

/**
 * Where schemas have their ids. Safe for many threads. Every method may throw {@link RegistryUnreachable}, which is worth
 * trying again.
 */
public interface SchemaRegistry {

    /**
     * The id of a registered schema. Answers are remembered.
     *
     * @throws SchemaNotRegistered if the subject does not have this schema
     */
    int id(String subject, Schema schema);

    /**
     * The schema of an id. Answers are remembered.
     *
     * @throws UnknownSchemaId if the registry has no such id
     */
    Schema schema(int id);

    /** What keeps this schema from becoming the subject's next version, in words; empty if nothing does. */
    List<String> incompatibilities(String subject, Schema schema);

    /**
     * Makes the schema the subject's next version, or finds it among the earlier ones.
     *
     * @return its id
     * @throws IncompatibleSchemas if the subject's compatibility level forbids it
     */
    int register(String subject, Schema schema);

    /** Sets what the subject's next versions must be compatible with; also before there is a first one. */
    void setCompatibility(String subject, Compatibility level);
}
