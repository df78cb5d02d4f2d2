package io.couplet.contract.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** A registry with Confluent's interface. Blocks for each answer that it does not remember. Safe for many threads. */
public final class ConfluentRegistry implements SchemaRegistry {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final String url;
    private final RestService rest;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();

    /** Talks to the registry at this address; nothing is asked before it is needed. */
    public ConfluentRegistry(String url) {
        this.url = url;
        this.rest = new RestService(url);
        rest.setHttpConnectTimeoutMs((int) CONNECT.toMillis());
        rest.setHttpReadTimeoutMs((int) READ.toMillis());
    }

    @Override
    public int id(String subject, Schema schema) {
        return ids.computeIfAbsent(new Registered(subject, schema), this::lookUp);
    }

    @Override
    public Schema schema(int id) {
        return schemas.computeIfAbsent(id, this::fetch);
    }

    @Override
    public List<String> incompatibilities(String subject, Schema schema) {
        try {
            return rest.testCompatibility(schema.toString(), subject, false);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return List.of();
            }
            throw refused("test " + subject, e);
        } catch (IOException e) {
            throw new RegistryUnreachable(url, e);
        }
    }

    @Override
    public int register(String subject, Schema schema) {
        try {
            return rest.registerSchema(schema.toString(), subject);
        } catch (RestClientException e) {
            if (e.getStatus() == CONFLICT) {
                throw new IncompatibleSchemas(List.of(subject + ": " + e.getMessage()));
            }
            throw refused("register " + subject, e);
        } catch (IOException e) {
            throw new RegistryUnreachable(url, e);
        }
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        try {
            rest.updateCompatibility(level.name(), subject);
        } catch (RestClientException e) {
            throw refused("set the compatibility of " + subject, e);
        } catch (IOException e) {
            throw new RegistryUnreachable(url, e);
        }
    }

    private int lookUp(Registered wanted) {
        try {
            return rest.lookUpSubjectVersion(wanted.schema().toString(), wanted.subject())
                    .getId();
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                throw new SchemaNotRegistered(wanted.subject(), wanted.schema());
            }
            throw refused("look up " + wanted.subject(), e);
        } catch (IOException e) {
            throw new RegistryUnreachable(url, e);
        }
    }

    private Schema fetch(int id) {
        try {
            return new Schema.Parser().parse(rest.getId(id).getSchemaString());
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                throw new UnknownSchemaId(id);
            }
            throw refused("give schema " + id, e);
        } catch (IOException e) {
            throw new RegistryUnreachable(url, e);
        }
    }

    private RuntimeException refused(String request, RestClientException e) {
        if (e.getStatus() >= SERVER_ERROR || e.getStatus() == TOO_MANY) {
            return new RegistryUnreachable(url, e);
        }
        return new RegistryRefused(url, request, e.getStatus(), e);
    }

    private record Registered(String subject, Schema schema) {}
}
