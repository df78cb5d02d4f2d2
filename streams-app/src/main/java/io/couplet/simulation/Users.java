package io.couplet.simulation;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.simulation.Column.Kind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The people, and the programs of their own, that work in the two systems. */
final class Users {
    private static final Set<Kind> SELDOM_TYPED = EnumSet.of(Kind.NUMBER, Kind.BLOCKED, Kind.RELATION);
    private static final String JOB = "nightly job";

    private final World world;
    private final Typing typing;

    Users(World world) {
        this.world = world;
        typing = new Typing(world);
    }

    private static String person(Side side) {
        return side == Side.ERP ? "Anna" : "Carla";
    }

    // ---- customers, vendors and accounts ---------------------------------------------------------------------------

    /**
     * Somebody creates a row.
     *
     * @param known whether it is about somebody whom the other system may know
     */
    void insert(Side side, boolean known, Chance chance) {
        Table table = main(side, chance);
        Map<String, Value> values = new HashMap<>();
        for (Column column : table.columns()) {
            switch (column.kind()) {
                case MAIL -> values.put(column.name(), known ? typing.sharedMail(chance) : typing.mail(chance));
                case CODE -> values.put(column.name(), typing.code(chance));
                case OWNER -> values.put(column.name(), typing.owner(chance));
                case RELATION -> values.put(column.name(), chance.oneIn(4) ? typing.relation(chance) : Table.CUSTOMERS);
                case NUMBER -> values.put(column.name(), chance.oneIn(6) ? formerNumber(table, chance) : Value.BLANK);
                case BLOCKED -> {}
                default -> {
                    if (column.name().equals("name") || chance.oneIn(4)) {
                        values.put(column.name(), typing.into(column, chance));
                    }
                }
            }
        }
        values.values().removeIf(Value::isBlank);
        String by = chance.oneIn(40) ? ModelSystem.ACCOUNT : person(side);
        create(by, table.ref("r" + chance.word()), values);
    }

    private void create(String by, RecordRef ref, Map<String, Value> values) {
        ModelSystem system = world.system(ref.side());
        if (system.row(ref) == null) {
            system.insert(by, ref, values, null);
        }
    }

    /** The number of a row that was removed, so that another row gets it. */
    private Value formerNumber(Table table, Chance chance) {
        List<StoredRow> removed = removed(table);
        String number = table.columns().get(0).name();
        return removed.isEmpty() ? Value.BLANK : chance.of(removed).get(number);
    }

    void edit(Side side, Chance chance) {
        write(side, main(side, chance), person(side), chance);
    }

    /** The system's own automation writes, mostly under the integration account. */
    void automate(Side side, Chance chance) {
        write(side, main(side, chance), chance.oneIn(4) ? JOB : ModelSystem.ACCOUNT, chance);
    }

    private void write(Side side, Table table, String by, Chance chance) {
        List<RecordRef> refs = world.system(side).present(table);
        if (refs.isEmpty()) {
            return;
        }
        RecordRef ref = chance.pick(refs);
        Map<String, Value> values = new HashMap<>();
        int fields = chance.oneIn(4) ? 2 : 1;
        for (int i = 0; i < fields; i++) {
            Column column = column(table, chance);
            values.put(column.name(), typing.into(column, chance));
        }
        world.system(side).update(by, ref, values, null);
    }

    private static Column column(Table table, Chance chance) {
        Column column = chance.of(table.columns());
        while (SELDOM_TYPED.contains(column.kind()) && !chance.oneIn(6)) {
            column = chance.of(table.columns());
        }
        return column;
    }

    void delete(Side side, Chance chance) {
        Table main = main(side, chance);
        Table table = !chance.oneIn(6) ? main : side == Side.ERP ? Table.SALESPERSON : Table.USER;
        List<RecordRef> refs = world.system(side).present(table);
        if (!refs.isEmpty()) {
            world.system(side).delete(person(side), chance.pick(refs), null);
        }
    }

    /** Somebody brings a removed row back under its own id. */
    void revive(Side side, Chance chance) {
        List<StoredRow> removed = world.system(side).removed();
        if (!removed.isEmpty()) {
            StoredRow row = chance.of(removed);
            if (world.system(side).row(row.ref()) == null) {
                world.system(side).insert(person(side), row.ref(), row.fields(), null);
            }
        }
    }

    /** A record enters or leaves a filter. */
    void block(Side side, Chance chance) {
        Table table = side == Side.ERP ? Table.CUSTOMER : Table.ACCOUNT;
        List<RecordRef> refs = world.system(side).present(table);
        if (!refs.isEmpty()) {
            Column column = table.columns().get(table.columns().size() - 1);
            Map<String, Value> values = Map.of(column.name(), typing.into(column, chance));
            world.system(side).update(person(side), chance.pick(refs), values, null);
        }
    }

    // ---- people ----------------------------------------------------------------------------------------------------

    void insertPerson(Chance chance) {
        Side side = chance.oneIn(4) ? Side.ERP : Side.CRM;
        Table table = side == Side.ERP ? Table.SALESPERSON : Table.USER;
        String name = side == Side.ERP ? "name" : "fullname";
        RecordRef ref = table.ref("p" + chance.word());
        create(person(side), ref, Map.of(name, Value.text("name" + chance.below(5))));
    }

    void editPerson(Chance chance) {
        Side side = chance.oneIn(3) ? Side.ERP : Side.CRM;
        write(side, side == Side.ERP ? Table.SALESPERSON : Table.USER, person(side), chance);
    }

    /** A salesperson gets another code; with a cascade the customers follow in the same transaction. */
    void renumber(Chance chance) {
        ModelSystem erp = world.system(Side.ERP);
        List<RecordRef> people = erp.present(Table.SALESPERSON);
        if (people.isEmpty()) {
            return;
        }
        RecordRef ref = chance.pick(people);
        Value former = Objects.requireNonNull(erp.row(ref)).get("code");
        Value code = chance.oneIn(4) ? typing.code(chance) : Value.text("S" + chance.word());
        erp.update(person(Side.ERP), ref, Map.of("code", code), null);
        if (chance.half()) {
            for (RecordRef customer : List.copyOf(erp.present(Table.CUSTOMER))) {
                if (Objects.requireNonNull(erp.row(customer))
                        .get("salespersonCode")
                        .equals(former)) {
                    erp.update(person(Side.ERP), customer, Map.of("salespersonCode", code), null);
                }
            }
        }
    }

    // ---- others ----------------------------------------------------------------------------------------------------

    /** A snapshot reads a row that is there. */
    void read(Side side, Chance chance) {
        Table table = chance.oneIn(5) ? side == Side.ERP ? Table.SALESPERSON : Table.USER : main(side, chance);
        List<RecordRef> refs = world.system(side).present(table);
        if (!refs.isEmpty() && world.rules.tables().contains(table)) {
            world.read(chance.pick(refs));
        }
    }

    void switchLenience(Side side) {
        world.system(side).switchLenience();
    }

    private Table main(Side side, Chance chance) {
        if (side == Side.CRM) {
            return Table.ACCOUNT;
        }
        return world.rules.tables().contains(Table.VENDOR) && chance.oneIn(3) ? Table.VENDOR : Table.CUSTOMER;
    }

    private List<StoredRow> removed(Table table) {
        return world.system(table.side).removed().stream()
                .filter(row -> Table.of(row.ref()) == table)
                .toList();
    }
}
