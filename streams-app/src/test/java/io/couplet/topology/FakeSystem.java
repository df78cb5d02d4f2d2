package io.couplet.topology;

import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.ChangeSchemas;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.DateValue;
import io.couplet.contract.DecimalValue;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.Field;
import io.couplet.contract.FieldType;
import io.couplet.contract.FieldWrite;
import io.couplet.contract.Outcome;
import io.couplet.contract.StoredRow;
import io.couplet.contract.TimeValue;
import io.couplet.domain.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** One of the two systems, in memory: rows with versions, a capture that reports each write, an applier that checks versions. */
final class FakeSystem {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Side side;
    private final String account;
    private final EntityCatalogue entities;
    private final BiConsumer<String, Change> capture;
    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, CommandResult> answered = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private long version = 100;
    private int number = 10_000;
    private int salespeople;

    private static final class Row {
        final Map<String, Object> fields = new TreeMap<>();
        long version;
        String createdBy = "";
        String modifiedBy = "";
        Instant modifiedAt = START;
    }

    FakeSystem(Side side, String account, EntityCatalogue entities, BiConsumer<String, Change> capture) {
        this.side = side;
        this.account = account;
        this.entities = entities;
        this.capture = capture;
    }

    // ---- what people do
    // ------------------------------------------------------------------------------------------------

    /** A person inserts a row; returns its reference. */
    String insert(String entity, String user, Map<String, Object> fields) {
        String id = new UUID(0x4000L, ++version).toString();
        String ref = side == Side.ERP ? "erp/CRONUS/" + entity + "/" + id : "crm/" + entity + "/" + id;
        write(ref, user, fields, ChangeOp.CREATED);
        return ref;
    }

    void update(String ref, String user, Map<String, Object> fields) {
        write(ref, user, fields, ChangeOp.UPDATED);
    }

    void delete(String ref) {
        Row row = row(ref);
        rows.remove(ref);
        report(ref, row, ChangeOp.DELETED, null);
    }

    /** All writes to a reference that holds this text are refused from now on. */
    void refuse(String part) {
        refusals.add(part);
    }

    @Nullable
    Object get(String ref, String field) {
        return row(ref).fields.get(field);
    }

    List<String> all(String entity) {
        return rows.keySet().stream()
                .filter(ref -> ref.contains("/" + entity + "/"))
                .toList();
    }

    // ---- what Couplet does
    // ---------------------------------------------------------------------------------------------

    /** Carries a command out, or not, and reports the write as capture would. */
    CommandResult apply(Command command) {
        @Nullable CommandResult before = answered.get(command.getId());
        if (before != null) {
            return before;
        }
        Outcome outcome = judge(command);
        if (outcome == Outcome.REJECTED) {
            return result(command, outcome, null, "not this one");
        }
        if (outcome == Outcome.APPLIED) {
            carryOut(command);
        }
        boolean stored = rows.containsKey(command.getTarget());
        CommandResult result = result(command, outcome, stored ? stored(command.getTarget()) : null, null);
        answered.put(command.getId(), result);
        return result;
    }

    private Outcome judge(Command command) {
        @Nullable Row row = rows.get(command.getTarget());
        if (refusals.stream().anyMatch(command.getTarget()::contains)) {
            return Outcome.REJECTED;
        }
        return switch (command.getOp()) {
            case CREATE -> row == null ? Outcome.APPLIED : Outcome.EXISTS;
            case UPDATE, DELETE ->
                row == null
                        ? Outcome.NOT_FOUND
                        : Long.valueOf(row.version).equals(command.getExpectedVersion())
                                ? Outcome.APPLIED
                                : Outcome.STALE;
        };
    }

    private void carryOut(Command command) {
        Map<String, Object> fields = new HashMap<>();
        for (FieldWrite write : command.getFields()) {
            fields.put(write.getField(), write.getValue());
        }
        switch (command.getOp()) {
            case CREATE -> write(command.getTarget(), account, fields, ChangeOp.CREATED);
            case UPDATE -> write(command.getTarget(), account, fields, ChangeOp.UPDATED);
            case DELETE -> delete(command.getTarget());
        }
    }

    private static CommandResult result(
            Command command, Outcome outcome, @Nullable StoredRow row, @Nullable String reason) {
        return new CommandResult(command, outcome, row, reason, false, START);
    }

    // ---- rows
    // ----------------------------------------------------------------------------------------------------------

    private void write(String ref, String user, Map<String, Object> fields, ChangeOp op) {
        Row row = rows.computeIfAbsent(ref, created -> new Row());
        @Nullable Long previous = op == ChangeOp.CREATED ? null : row.version;
        if (op == ChangeOp.CREATED) {
            row.createdBy = user;
        }
        EntitySchema entity = entity(ref);
        fields.forEach((name, value) -> {
            FieldType type = entity.field(name).orElseThrow().type();
            row.fields.put(name, plain(type, value));
        });
        row.fields.values().removeIf(value -> value.equals(""));
        assignNumber(ref, row);
        row.version = ++version;
        row.modifiedBy = user;
        row.modifiedAt = START.plusSeconds(version);
        report(ref, row, op, previous);
    }

    private void assignNumber(String ref, Row row) {
        if (side == Side.ERP) {
            if (ref.contains("/customer/")) {
                row.fields.computeIfAbsent("no", blank -> "C" + ++number);
            } else if (ref.contains("/salesperson/")) {
                row.fields.computeIfAbsent("code", blank -> "S" + ++salespeople);
            } else if (ref.contains("/contact/")) {
                row.fields.computeIfAbsent("no", blank -> "CT" + ++number);
            }
        }
    }

    private static Object plain(FieldType type, @Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof DecimalValue decimal) {
            return new BigDecimal(decimal.getText());
        } else if (value instanceof TimeValue time) {
            return time.getAt();
        } else if (value instanceof DateValue day) {
            return LocalDate.ofEpochDay(day.getDay());
        } else if (value instanceof Long number && type == FieldType.INT) {
            return number.intValue();
        }
        return value;
    }

    private void report(String ref, Row row, ChangeOp op, @Nullable Long previous) {
        boolean deleted = op == ChangeOp.DELETED;
        EntitySchema entity = entity(ref);
        GenericRecord after = new GenericData.Record(ChangeSchemas.after(ChangeSchemas.envelope(entity)));
        row.fields.forEach(after::put);
        capture.accept(
                entity.entity(),
                new Change(
                        op,
                        ref,
                        deleted ? ++version : row.version,
                        row.version,
                        previous,
                        row.createdBy,
                        deleted ? null : row.modifiedBy,
                        deleted ? null : row.modifiedAt,
                        row.modifiedAt,
                        row.modifiedAt,
                        deleted ? null : after));
    }

    private StoredRow stored(String ref) {
        Row row = row(ref);
        List<Field> fields = new ArrayList<>();
        row.fields.forEach((name, value) -> fields.add(new Field(name, contract(value))));
        return new StoredRow(ref, row.version, false, row.createdBy, row.modifiedBy, row.modifiedAt, fields);
    }

    private static Object contract(Object value) {
        if (value instanceof BigDecimal number) {
            return new DecimalValue(number.toPlainString());
        } else if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof Instant time) {
            return new TimeValue(time);
        } else if (value instanceof LocalDate day) {
            return new DateValue((int) day.toEpochDay());
        }
        return value;
    }

    private EntitySchema entity(String ref) {
        String[] parts = ref.split("/", -1);
        return entities.get(side.name().toLowerCase(Locale.ROOT) + "/" + parts[parts.length - 2]);
    }

    private Row row(String ref) {
        @Nullable Row row = rows.get(ref);
        if (row == null) {
            throw new AssertionError("no row " + ref + " in the " + side);
        }
        return row;
    }
}
