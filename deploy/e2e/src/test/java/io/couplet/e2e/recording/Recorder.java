package io.couplet.e2e.recording;

import io.couplet.contract.Audit;
import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.Command;
import io.couplet.contract.Control;
import io.couplet.contract.Coupling;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.Ownership;
import io.couplet.contract.PairInput;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.e2e.Database;
import io.couplet.guarantee.Recording;
import io.couplet.guarantee.Recording.Stored;
import io.couplet.local.stack.Component;
import io.couplet.local.stack.Endpoints;
import io.couplet.mappings.CheckedMappings;
import io.couplet.mappings.MappingFiles;
import io.couplet.recording.Circumstances;
import io.couplet.recording.Transcript;
import io.couplet.wire.LoadedMappings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Records what happens on a stack: the databases note every version of every row, everything else is read from the topics, from
 * which all state is rebuilt at the end. For one thread.
 */
public final class Recorder implements AutoCloseable {
    private static final List<String> COMPANIES = List.of("CRONUS", "FABRIKAM");
    private static final String SUPERUSER = "postgres";
    private static final String ACCOUNT = "couplet";

    private final LoadedMappings mappings;
    private final Map<String, EntitySchema> shown = new TreeMap<>();
    private final Catalogue topics;
    private final String bootstrap;
    private final SchemaRegistry registry;
    private final TopicLog log;
    private final Map<Side, RowHistory> rows = new EnumMap<>(Side.class);

    /**
     * Records from now on what happens at these addresses, under the shipped mappings. To be made when databases, their data and topics are
     * there, and before capture is started.
     */
    public Recorder(Endpoints endpoints) {
        EntityCatalogue entities = EntityCatalogue.shipped();
        CheckedMappings shipped = new MappingFiles(entities, COMPANIES.subList(0, 1)).checkedCatalogue();
        this.mappings = new LoadedMappings(shipped.mappings());
        shipped.aggregates().forEach(aggregate -> shown.put(aggregate.entity(), entities.get(aggregate.entity())));
        this.topics = new Catalogue("couplet", entities);
        this.bootstrap = endpoints.bootstrap();
        this.registry = new ConfluentRegistry(endpoints.registry());
        this.log = new TopicLog(bootstrap, registry, read());
        for (Side side : Side.values()) {
            String url = endpoints.jdbcUrl(side == Side.ERP ? Component.ERP : Component.CRM);
            rows.put(side, new RowHistory(new Database(url, SUPERUSER), TableShapes.of(side, COMPANIES, entities)));
        }
        rows.values().forEach(RowHistory::install);
    }

    private List<TopicSpec> read() {
        List<TopicSpec> read = new ArrayList<>(topics.changes().values());
        read.addAll(commands());
        read.addAll(
                List.of(topics.pairInputs(), topics.control(), topics.audit(), topics.couplings(), topics.ownership()));
        return read;
    }

    private List<TopicSpec> commands() {
        return Arrays.stream(io.couplet.contract.Side.values())
                .map(topics::commands)
                .toList();
    }

    /**
     * Everything so far.
     *
     * @param silent whether all of it has come to rest
     */
    public Recording record(boolean silent) {
        Map<Side, List<Stored>> stored = new EnumMap<>(Side.class);
        Set<RecordRef> before = new HashSet<>();
        rows.forEach((side, history) -> {
            stored.put(side, history.read());
            before.addAll(history.before());
        });
        log.read();
        shown.forEach((name, entity) -> {
            List<Change> changes =
                    log.values(topics.changes(name)).stream().map(Change::of).toList();
            Side side = name.startsWith(Side.ERP.word()) ? Side.ERP : Side.CRM;
            stored.merge(side, ShownRows.of(name, entity, changes), Recorder::both);
        });
        Replayed replayed = silent ? Replayed.of(bootstrap, topics, registry, mappings) : Replayed.NOTHING;
        return transcript()
                .recording(new Circumstances(
                        Map.of(Side.ERP, ACCOUNT, Side.CRM, ACCOUNT),
                        stored,
                        before,
                        silent,
                        true,
                        replayed.digests(),
                        replayed.sent()));
    }

    private static List<Stored> both(List<Stored> some, List<Stored> others) {
        List<Stored> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private Transcript transcript() {
        Transcript transcript = new Transcript(mappings);
        for (TopicSpec topic : topics.changes().values()) {
            log.values(topic).forEach(change -> transcript.change(Change.of(change)));
        }
        for (TopicSpec topic : commands()) {
            log.values(topic, Command.class).forEach(transcript::command);
        }
        log.values(topics.pairInputs(), PairInput.class).forEach(transcript::pairInput);
        log.values(topics.control(), Control.class).forEach(transcript::control);
        log.values(topics.audit(), Audit.class).forEach(transcript::audit);
        log.newest(topics.couplings(), Coupling.class).forEach(transcript::coupling);
        log.newest(topics.ownership(), Ownership.class).forEach(transcript::ownership);
        return transcript;
    }

    @Override
    public void close() {
        log.close();
    }
}
