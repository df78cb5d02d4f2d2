package io.couplet.topology;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.EntityField;
import io.couplet.contract.EntitySchema;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the two systems, in memory: rows with versions, number series and references, and a capture that is told of each write. */
final class FakeSystem {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Who is told of each write at once. */
    interface Capture {
        /**
         * A version was stored.
         *
         * @param by who wrote it
         */
        void stored(String entity, Change change, Writer by);
    }

    final Side side;
    final FieldRules rules;
    private final Capture capture;
    private final Map<String, FakeRow> rows = new TreeMap<>();
    private final List<FakeRow> removed = new ArrayList<>();
    private final List<Stored> journal = new ArrayList<>();
    private long version = 100;
    private int number = 10_000;
    private int salespeople;
    private boolean companies;

    FakeSystem(Side side, EntityCatalogue entities, Capture capture) {
        this.side = side;
        this.rules = new FieldRules(entities);
        this.capture = capture;
    }

    /** From now on rows say to which company they belong. */
    void sayCompanies() {
        companies = true;
    }

    // ---- what people do
    // ------------------------------------------------------------------------------------------------

    /** A person inserts a row; returns its reference. */
    String insert(String entity, String user, Map<String, Object> fields) {
        String id = new UUID(side == Side.ERP ? 0x4000L : 0x4001L, ++version).toString();
        String ref = side == Side.ERP ? "erp/CRONUS/" + entity + "/" + id : "crm/" + entity + "/" + id;
        insert(ref, Writer.person(user), fields);
        return ref;
    }

    void update(String ref, String user, Map<String, Object> fields) {
        update(ref, Writer.person(user), fields);
    }

    void delete(String ref) {
        delete(ref, Writer.person("someone"));
    }

    // ---- what anybody does
    // ---------------------------------------------------------------------------------------------

    void insert(String ref, Writer by, Map<String, Object> values) {
        Map<String, Object> fields = new TreeMap<>();
        put(ref, fields, values);
        assignNumber(ref, fields);
        store(ref, null, by, fields, values.keySet());
    }

    void update(String ref, Writer by, Map<String, Object> values) {
        FakeRow before = row(ref);
        Map<String, Object> fields = new TreeMap<>(before.fields());
        put(ref, fields, values);
        assignNumber(ref, fields);
        store(ref, before, by, fields, values.keySet());
        for (String key : rules.entity(ref).alternateKeys()) {
            rename(ref, key, before.fields().get(key), by);
        }
    }

    void delete(String ref, Writer by) {
        FakeRow row = row(ref);
        rows.remove(ref);
        removed.add(row);
        journal.add(new Stored(row.stored(true, by.user()), Version.of(row.version()), by.command(), Set.of()));
        report(row, ChangeOp.DELETED, null, by);
    }

    // ---- what is there
    // ----------------------------------------------------------------------------------------------

    @Nullable
    Object get(String ref, String field) {
        return row(ref).fields().get(field);
    }

    List<String> all(String entity) {
        return rows.keySet().stream()
                .filter(ref -> ref.contains("/" + entity + "/"))
                .toList();
    }

    @Nullable
    FakeRow find(String ref) {
        return rows.get(ref);
    }

    /** The rows that were removed, as they were, oldest first. */
    List<FakeRow> removed() {
        return removed;
    }

    /** Every version of every row, in the order in which they were stored. */
    List<Stored> journal() {
        return journal;
    }

    /** What a snapshot reports of a row that is there. */
    Change read(String ref) {
        return row(ref).change(ChangeOp.READ, ++version, null, rules.entity(ref));
    }

    /** Whether a row has moved on since a change of it. */
    boolean isOutdated(Change change) {
        FakeRow now = rows.get(change.ref());
        return switch (change.op()) {
            case CREATED, UPDATED -> now == null || now.version() != change.rowVersion();
            case DELETED -> now != null;
            case READ, SNAPSHOT_END -> false;
        };
    }

    /** Whether a reference field of a row may hold a value: the record that it names is there. */
    boolean refers(EntityField field, Object value) {
        return field.references().isEmpty() || named(field).contains(value);
    }

    /** The values that a reference field may hold; where there are several kinds, each says which it is of. */
    List<Object> named(EntityField field) {
        List<Object> values = new ArrayList<>();
        for (String entity : field.references()) {
            keys(entity).forEach(key -> values.add(as(field, entity, key)));
        }
        return values;
    }

    private static Object as(EntityField field, String entity, Object key) {
        return field.references().size() > 1 ? entity.substring(entity.indexOf('/') + 1) + "/" + key : key;
    }

    /** The values by which rows of an entity ({@code erp/customer}) are referred to. */
    List<Object> keys(String entity) {
        List<Object> keys = new ArrayList<>();
        for (String ref : all(entity.substring(4))) {
            String key = side == Side.ERP ? rules.entity(ref).alternateKeys().get(0) : "";
            keys.add(
                    key.isEmpty()
                            ? ref.substring(ref.lastIndexOf('/') + 1)
                            : row(ref).fields().get(key));
        }
        return keys;
    }

    // ---- rows
    // ----------------------------------------------------------------------------------------------------------

    private void put(String ref, Map<String, Object> fields, Map<String, Object> values) {
        values.forEach((name, value) -> fields.put(name, FieldRules.stored(rules.field(ref, name), value)));
        fields.values().removeIf(value -> value.equals(""));
    }

    private void store(
            String ref, @Nullable FakeRow before, Writer by, Map<String, Object> fields, Set<String> written) {
        long now = ++version;
        if (companies) {
            sayCompany(ref, fields);
        }
        FakeRow row = new FakeRow(
                ref, now, before == null ? by.user() : before.createdBy(), by.user(), START.plusSeconds(now), fields);
        rows.put(ref, row);
        Long previous = before == null ? null : before.version();
        journal.add(new Stored(
                row.stored(false, by.user()),
                previous == null ? null : Version.of(previous),
                by.command(),
                by.command() == null ? written : Set.of()));
        report(row, before == null ? ChangeOp.CREATED : ChangeOp.UPDATED, previous, by);
    }

    private void sayCompany(String ref, Map<String, Object> fields) {
        if (side == Side.ERP) {
            fields.put(ref.contains("/company/") ? "name" : "company", ref.split("/", 3)[1]);
            return;
        }
        Object company = fields.get("bcbi_companyid");
        fields.remove("bcbi_companyidname");
        if (company != null) {
            fields.put(
                    "bcbi_companyidname",
                    row("crm/bcbi_company/" + company).fields().get("bcbi_name"));
        }
    }

    private void report(FakeRow row, ChangeOp op, @Nullable Long previous, Writer by) {
        EntitySchema entity = rules.entity(row.ref());
        long position = op == ChangeOp.DELETED ? ++version : row.version();
        capture.stored(entity.entity(), row.change(op, position, previous, entity), by);
    }

    private void assignNumber(String ref, Map<String, Object> fields) {
        if (side == Side.ERP) {
            if (ref.contains("/customer/")) {
                fields.computeIfAbsent("no", blank -> "C" + ++number);
            } else if (ref.contains("/vendor/")) {
                fields.computeIfAbsent("no", blank -> "V" + ++number);
            } else if (ref.contains("/salesperson/")) {
                fields.computeIfAbsent("code", blank -> "S" + ++salespeople);
            } else if (ref.contains("/contact/")) {
                fields.computeIfAbsent("no", blank -> "CT" + ++number);
            }
        }
    }

    /** Renaming a business key in the ERP renames it wherever it is used, as writes of whoever renames. */
    private void rename(String ref, String key, @Nullable Object before, Writer by) {
        Object now = row(ref).fields().get(key);
        if (side == Side.CRM || before == null || now == null || before.equals(now)) {
            return;
        }
        String entity = rules.entity(ref).entity();
        for (String other : List.copyOf(rows.keySet())) {
            for (EntityField field : rules.entity(other).fields().values()) {
                boolean uses = field.references().contains(entity)
                        && as(field, entity, before).equals(row(other).fields().get(field.name()));
                if (uses) {
                    update(other, Writer.person(by.user()), Map.of(field.name(), as(field, entity, now)));
                }
            }
        }
    }

    private FakeRow row(String ref) {
        FakeRow row = rows.get(ref);
        if (row == null) {
            throw new AssertionError("no row " + ref + " in the " + side);
        }
        return row;
    }
}
