package io.couplet.guarantee;

import static java.util.Objects.requireNonNull;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies.AccountEdits;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.Output.Audited;
import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Answer;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Digests;
import io.couplet.guarantee.Recording.Outcome;
import io.couplet.guarantee.Recording.Request;
import io.couplet.guarantee.Recording.Seen;
import io.couplet.guarantee.Recording.Standing;
import io.couplet.guarantee.Recording.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a recording, sentence by sentence. Fields and values come as {@code "name", "Smith", "postCode", "ab1"}; an empty one is blank. */
final class Story {
    static final RecordRef CUSTOMER = RecordRef.erp("C", "customer", "e1");
    static final RecordRef ACCOUNT = RecordRef.crm("account", "c1");
    static final RecordRef SALESPERSON = RecordRef.erp("C", "salesperson", "s1");
    static final RecordRef USER = RecordRef.crm("systemuser", "u1");
    static final String K = "K";
    private static final String ACCOUNT_OF_OURS = "couplet";

    private Mapping customers;
    private final Map<Side, List<Stored>> rows = new EnumMap<>(Side.class);
    private final Map<RecordRef, StoredRow> now = new HashMap<>();
    private final Set<RecordRef> before = new HashSet<>();
    private final List<Command> sent = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Audited> audit = new ArrayList<>();
    private final Map<String, CouplingFact> couplings = new TreeMap<>();
    private final Map<String, String> owners = new TreeMap<>();
    private final Set<Seen> captured = new LinkedHashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final SortedMap<String, Digests> digests = new TreeMap<>();
    private boolean silent = true;
    private boolean crashed;
    private int sentByReplay;
    private long clock = 100;
    private int commands;

    Story() {
        this(Delete.UNCOUPLE, AccountEdits.IGNORE);
    }

    Story(Delete delete, AccountEdits accountEdits) {
        customers = StoryMappings.customers(delete, accountEdits);
        rows.put(Side.ERP, new ArrayList<>());
        rows.put(Side.CRM, new ArrayList<>());
    }

    /** A customer and an account that were created one from the other and are in step; both are named Smith. */
    static Story ofTwoInStep() {
        return ofTwoInStep(Delete.UNCOUPLE, AccountEdits.IGNORE);
    }

    static Story ofTwoInStep(Delete delete, AccountEdits accountEdits) {
        Story story = new Story(delete, accountEdits);
        story.types(CUSTOMER, "name", "Smith", "no", "N1");
        story.carriesOut(story.create(ACCOUNT, CUSTOMER, "name", "no"));
        story.couples(K, CUSTOMER, ACCOUNT);
        return story;
    }

    /** All along, the mapping was off. */
    void isSwitchedOff() {
        customers = customers.off();
    }

    // ---- what happens in the systems -------------------------------------------------------------------------------

    /** A user writes. */
    Version types(RecordRef ref, String... values) {
        return store(ref, "anna", null, true, values(values));
    }

    /** A user has written before anything was captured. */
    void stands(RecordRef ref, String... values) {
        before.add(ref);
        types(ref, values);
    }

    /** Somebody writes under the integration account. */
    Version typesUnderOurAccount(RecordRef ref, String... values) {
        return store(ref, ACCOUNT_OF_OURS, null, true, values(values));
    }

    /** An automation writes. */
    Version automates(RecordRef ref, String... values) {
        return store(ref, "robot", null, false, values(values));
    }

    /** A user deletes. */
    Version deletes(RecordRef ref) {
        return remove(ref, null);
    }

    // ---- commands --------------------------------------------------------------------------------------------------

    /** A create with the source's present values. */
    Command create(RecordRef target, RecordRef source, String... rules) {
        return command(Operation.CREATE, target, source, rules);
    }

    /** An update with the source's present values, expecting the target's present version. */
    Command update(RecordRef target, RecordRef source, String... rules) {
        return command(Operation.UPDATE, target, source, rules);
    }

    /** A delete, expecting the target's present version. */
    Command delete(RecordRef target, RecordRef source) {
        return command(Operation.DELETE, target, source);
    }

    /** The same command for another coupling. */
    static Command of(String coupling, Command command) {
        return copy(command, command.id(), coupling, command.losers());
    }

    /** The same command under another id. */
    static Command named(String id, Command command) {
        return copy(command, id, command.coupling(), command.losers());
    }

    /** The same command, by which a value of the target loses. */
    static Command losing(Command command, String rule, String value, String policy) {
        Side side = command.target().side();
        List<Loser> losers = new ArrayList<>(command.losers());
        losers.add(new Loser(rule, side, Value.text(value), Value.BLANK, policy));
        return copy(command, command.id(), command.coupling(), losers);
    }

    /** A command is handed to an applier. */
    void sends(Command command) {
        sent.add(command);
    }

    /** A command is handed to an applier and takes effect; its losers reach the audit. */
    Version carriesOut(Command command) {
        sends(command);
        answers.add(new Answer(command, CommandOutcome.APPLIED));
        return takesEffect(command);
    }

    /** A command takes effect, whoever sent it. */
    Version takesEffect(Command command) {
        if (!command.losers().isEmpty()) {
            boolean toErp = command.target().side() == Side.ERP;
            audit.add(new Audited(
                    command.coupling(),
                    command.mapping(),
                    toErp ? command.target() : command.source(),
                    toErp ? command.source() : command.target(),
                    command,
                    command.losers(),
                    "conflict decided"));
        }
        if (command.op() == Operation.DELETE) {
            return remove(command.target(), command.id());
        }
        Map<String, Value> values = new HashMap<>();
        for (FieldWrite write : command.fields()) {
            values.put(write.field(), write.value());
        }
        if (command.op() == Operation.CREATE) {
            values.values().removeIf(Value::isBlank);
            values.putIfAbsent("no", Value.text("N1"));
        }
        return store(command.target(), ACCOUNT_OF_OURS, command.id(), false, values);
    }

    /** A command is answered as applied. */
    void answersApplied(Command command) {
        answers.add(new Answer(command, CommandOutcome.APPLIED));
    }

    /** A command is answered as stale. */
    void answersStale(Command command) {
        answers.add(new Answer(command, CommandOutcome.STALE));
    }

    // ---- what operators want ---------------------------------------------------------------------------------------

    void asks(String action, String about, @Nullable RecordRef partner) {
        requests.add(new Request(action, about, partner == null ? null : partner.text()));
    }

    void resolves(String coupling, Map<Side, Long> seen) {
        requests.add(new Request("resolve", coupling, null, seen));
    }

    // ---- how it ends -----------------------------------------------------------------------------------------------

    void couples(String coupling, @Nullable RecordRef erp, @Nullable RecordRef crm) {
        couples(coupling, erp, crm, Standing.IN_STEP, null);
    }

    void couples(
            String coupling,
            @Nullable RecordRef erp,
            @Nullable RecordRef crm,
            Standing standing,
            @Nullable String reason) {
        fact(new CouplingFact(
                coupling, mapping(erp, crm), erp, crm, standing, reason, new TreeSet<>(), Set.of(), Set.of()));
    }

    /** The coupling waits for these names, all of them salespeople's. */
    void waits(String coupling, Standing standing, String... names) {
        SortedSet<Name> waitsFor = new TreeSet<>();
        for (String name : names) {
            waitsFor.add(new Name(StoryMappings.SALESPEOPLE, name));
        }
        CouplingFact was = requireNonNull(couplings.get(coupling));
        fact(new CouplingFact(
                coupling,
                was.mapping(),
                was.erp(),
                was.crm(),
                standing,
                was.reason(),
                waitsFor,
                was.drift(),
                Set.of()));
    }

    /** The rules' difference is known. */
    void drifts(String coupling, String... rules) {
        CouplingFact was = requireNonNull(couplings.get(coupling));
        fact(new CouplingFact(
                coupling,
                was.mapping(),
                was.erp(),
                was.crm(),
                was.standing(),
                was.reason(),
                was.waitsFor(),
                Set.of(rules),
                Set.of()));
    }

    /** The Directory believes the record to belong to that coupling, to none where it is null. */
    void believes(RecordRef ref, @Nullable String coupling) {
        String key = ref.text() + "@" + mapping(ref, null);
        if (coupling == null) {
            owners.remove(key);
        } else {
            owners.put(key, coupling);
        }
    }

    void captures(RecordRef ref, Version version) {
        captured.add(new Seen(mapping(ref, null), ref, version));
    }

    /** The version was captured, and that became of it. */
    void says(RecordRef ref, Version version, ChangeOutcome outcome) {
        captures(ref, version);
        outcomes.add(new Outcome(new Seen(mapping(ref, null), ref, version), outcome));
    }

    void digests(String mapping, String live, String replayed) {
        digests.put(mapping, new Digests(live, replayed));
    }

    void replaySends(int count) {
        sentByReplay = count;
    }

    void neverFallsSilent() {
        silent = false;
    }

    void crashes() {
        crashed = true;
    }

    Recording recording() {
        return new Recording(
                List.of(StoryMappings.salespeople(), customers),
                Map.of(Side.ERP, ACCOUNT_OF_OURS, Side.CRM, ACCOUNT_OF_OURS),
                rows,
                before,
                sent,
                answers,
                requests,
                audit,
                List.copyOf(couplings.values()),
                owners,
                captured,
                outcomes,
                silent,
                crashed,
                digests,
                sentByReplay);
    }

    // ---- the work behind it ----------------------------------------------------------------------------------------

    private void fact(CouplingFact fact) {
        couplings.put(fact.id(), fact);
        for (Side side : Side.values()) {
            RecordRef ref = fact.ref(side);
            if (ref != null && fact.standing() != Standing.DISSOLVED) {
                believes(ref, fact.id());
            }
        }
    }

    private static String mapping(@Nullable RecordRef one, @Nullable RecordRef other) {
        String entity = requireNonNull(one == null ? other : one).entity();
        return entity.endsWith("customer") || entity.endsWith("account")
                ? StoryMappings.CUSTOMERS
                : StoryMappings.SALESPEOPLE;
    }

    private Command command(Operation op, RecordRef target, RecordRef source, String... rules) {
        StoredRow from = now.get(source);
        StoredRow to = now.get(target);
        List<FieldWrite> writes = new ArrayList<>();
        for (String rule : rules) {
            Value value = from == null ? Value.BLANK : from.get(rule);
            writes.add(new FieldWrite(rule, rule, value, value));
        }
        return new Command(
                "command" + ++commands,
                K,
                mapping(target, null),
                op,
                target,
                to == null ? null : to.version(),
                source,
                version(source),
                writes,
                List.of(),
                null,
                Instant.EPOCH);
    }

    private Version version(RecordRef ref) {
        Version newest = Version.NONE;
        for (Stored stored : requireNonNull(rows.get(ref.side()))) {
            newest = stored.row().ref().equals(ref) ? stored.row().version() : newest;
        }
        return newest;
    }

    private static Command copy(Command command, String id, String coupling, List<Loser> losers) {
        return new Command(
                id,
                coupling,
                command.mapping(),
                command.op(),
                command.target(),
                command.expected(),
                command.source(),
                command.sourceVersion(),
                command.fields(),
                losers,
                command.cause(),
                command.decidedAt());
    }

    private Version store(
            RecordRef ref, String by, @Nullable String command, boolean typed, Map<String, Value> values) {
        StoredRow before = now.get(ref);
        Map<String, Value> fields = new HashMap<>(before == null ? Map.of() : before.fields());
        values.forEach((field, value) -> fields.put(field, normalised(ref, field, value)));
        String createdBy = before == null ? by : before.createdBy();
        StoredRow row = new StoredRow(ref, Version.of(++clock), createdBy, by, Instant.ofEpochSecond(clock), fields);
        now.put(ref, row);
        Set<String> fieldsTyped = typed ? values.keySet() : Set.of();
        return add(row, before == null ? null : before.version(), command, fieldsTyped);
    }

    private Version remove(RecordRef ref, @Nullable String command) {
        StoredRow before = requireNonNull(now.remove(ref));
        Version gone = new Version(before.version().row(), true);
        StoredRow row = new StoredRow(ref, gone, before.createdBy(), null, Instant.EPOCH, before.fields());
        return add(row, before.version(), command, Set.of());
    }

    private Version add(StoredRow row, @Nullable Version previous, @Nullable String command, Set<String> typed) {
        requireNonNull(rows.get(row.ref().side())).add(new Stored(row, previous, command, typed));
        return row.version();
    }

    private static Value normalised(RecordRef ref, String field, Value value) {
        boolean capitals = field.equals("postCode") || field.equals("currency");
        return ref.side() == Side.ERP && capitals && !value.isBlank()
                ? Value.text(value.toString().toUpperCase(Locale.ROOT))
                : value;
    }

    private static Map<String, Value> values(String... fieldsAndValues) {
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put(fieldsAndValues[i], Value.text(fieldsAndValues[i + 1]));
        }
        return values;
    }
}
