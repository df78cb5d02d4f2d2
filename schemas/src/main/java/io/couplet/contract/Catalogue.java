package io.couplet.contract;

import static io.couplet.contract.Audience.INTERNAL;
import static io.couplet.contract.Audience.PUBLIC;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Every topic of Couplet under one prefix: the only place where their names are written down. Immutable.
 *
 * <p>All topics have the same number of partitions and the default partitioner: the change topics and
 * {@code directory-inputs} share stores, and a coupling's commands and results stay in order.
 */
public final class Catalogue {

    /** How long a message that is read at once is kept: long enough to repair what went wrong with it. */
    private static final Duration MESSAGES = Duration.ofDays(7);

    private static final Duration REQUESTS = Duration.ofDays(30);

    /** How long the broker keeps, at most, what a record or a coupling is told. */
    public static final Duration LONGEST_ON_THE_WAY = REQUESTS;

    private static final Duration FAILURES = Duration.ofDays(90);
    private static final Duration HISTORY = Duration.ofDays(365);

    private static final String COUPLING_ID = "coupling id";
    private static final String RECORD = "record reference";

    private final String prefix;
    private final Map<String, TopicSpec> changes = new TreeMap<>();
    private final TopicSpec pairInputs;
    private final TopicSpec directoryInputs;
    private final TopicSpec sumInputs;
    private final TopicSpec erpCommands;
    private final TopicSpec crmCommands;
    private final TopicSpec couplings;
    private final TopicSpec ownership;
    private final TopicSpec setAside;
    private final TopicSpec audit;
    private final TopicSpec control;
    private final TopicSpec jobs;
    private final TopicSpec deadLetters;
    private final TopicSpec captureOffsets;

    /**
     * The topics for these entities.
     *
     * @param prefix what each name begins with, without the dot that follows it
     */
    public Catalogue(String prefix, EntityCatalogue entities) {
        this.prefix = prefix;
        for (EntitySchema entity : entities.all()) {
            String name = entity.system() + "." + entity.name();
            changes.put(entity.entity(), compact(name, RECORD, ChangeSchemas.envelope(entity), PUBLIC));
        }
        pairInputs = messages("pair-inputs", COUPLING_ID, PairInput.SCHEMA$, INTERNAL, MESSAGES);
        directoryInputs = messages(
                "directory-inputs", "record reference, alias or match key", DirectoryInput.SCHEMA$, INTERNAL, MESSAGES);
        sumInputs = messages("sum-inputs", "record reference of the sums", SumInput.SCHEMA$, INTERNAL, MESSAGES);
        erpCommands = messages("erp.commands", COUPLING_ID, Command.SCHEMA$, PUBLIC, MESSAGES);
        crmCommands = messages("crm.commands", COUPLING_ID, Command.SCHEMA$, PUBLIC, MESSAGES);
        couplings = compact("couplings", COUPLING_ID, Coupling.SCHEMA$, PUBLIC);
        ownership = compact("ownership", "record reference@mapping", Ownership.SCHEMA$, PUBLIC);
        setAside = compact("set-aside", "coupling id or record reference@mapping", SetAside.SCHEMA$, PUBLIC);
        audit = messages("audit", COUPLING_ID, Audit.SCHEMA$, PUBLIC, HISTORY);
        control = messages("control", "record reference or coupling id", Control.SCHEMA$, PUBLIC, REQUESTS);
        jobs = compact("jobs", "job id", Job.SCHEMA$, PUBLIC);
        deadLetters = messages("dead-letters", "as read", DeadLetter.SCHEMA$, PUBLIC, FAILURES);
        captureOffsets = new TopicSpec(
                name("capture-offsets"),
                "as Debezium stores it",
                Optional.empty(),
                Cleanup.COMPACT,
                INTERNAL,
                TopicConfigs.compact());
    }

    /** Every topic, the change topics first. */
    public List<TopicSpec> all() {
        List<TopicSpec> all = new ArrayList<>(changes.values());
        all.addAll(List.of(pairInputs, directoryInputs, sumInputs, erpCommands, crmCommands, couplings, ownership));
        all.addAll(List.of(setAside, audit, control, jobs, deadLetters, captureOffsets));
        return all;
    }

    /** The topic of that full name, if it is one of ours. */
    public Optional<TopicSpec> find(String topic) {
        return all().stream().filter(spec -> spec.name().equals(topic)).findFirst();
    }

    /** The change topics by entity ({@code erp/customer}), ordered by name. */
    public Map<String, TopicSpec> changes() {
        return new TreeMap<>(changes);
    }

    /**
     * The change topic of an entity ({@code erp/customer}).
     *
     * @throws IllegalArgumentException if there is no such entity
     */
    public TopicSpec changes(String entity) {
        TopicSpec spec = changes.get(entity);
        if (spec == null) {
            throw new IllegalArgumentException("no entity " + entity + "; there are " + changes.keySet());
        }
        return spec;
    }

    /** What pairs are told: images, results of commands, answers. */
    public TopicSpec pairInputs() {
        return pairInputs;
    }

    /** What the Directory is told besides changes. */
    public TopicSpec directoryInputs() {
        return directoryInputs;
    }

    /** What entries tell the groups in which they are added up. */
    public TopicSpec sumInputs() {
        return sumInputs;
    }

    /** The writes asked of one system. */
    public TopicSpec commands(Side target) {
        return switch (target) {
            case ERP -> erpCommands;
            case CRM -> crmCommands;
        };
    }

    /** The public record of each coupling. */
    public TopicSpec couplings() {
        return couplings;
    }

    /** What the Directory decided for each record. */
    public TopicSpec ownership() {
        return ownership;
    }

    /** What waits for another record or for a person. */
    public TopicSpec setAside() {
        return setAside;
    }

    /** Decisions, with the values that lost. */
    public TopicSpec audit() {
        return audit;
    }

    /** Requests of operators. */
    public TopicSpec control() {
        return control;
    }

    /** Full synchronizations and initial loads. */
    public TopicSpec jobs() {
        return jobs;
    }

    /** Bytes that could not be used. */
    public TopicSpec deadLetters() {
        return deadLetters;
    }

    /** How far capture has come, in Debezium's own format. */
    public TopicSpec captureOffsets() {
        return captureOffsets;
    }

    private String name(String topic) {
        return prefix + "." + topic;
    }

    private TopicSpec compact(String topic, String key, Schema value, Audience audience) {
        Optional<Schema> schema = Optional.of(PublicSchemas.of(value));
        return new TopicSpec(name(topic), key, schema, Cleanup.COMPACT, audience, TopicConfigs.compact());
    }

    private TopicSpec messages(String topic, String key, Schema value, Audience audience, Duration retention) {
        Optional<Schema> schema = Optional.of(PublicSchemas.of(value));
        return new TopicSpec(name(topic), key, schema, Cleanup.DELETE, audience, TopicConfigs.delete(retention));
    }
}
