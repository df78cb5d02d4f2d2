package io.couplet.simulation;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import java.util.HashMap;
import java.util.Map;

/** What people do in a {@link Scene}: Anna in the ERP, Carla in the CRM, and Olga, who couples by hand. Fields and values come in pairs. */
final class People {
    private final Scene scene;
    private int rows;

    People(Scene scene) {
        this.scene = scene;
    }

    // ---- Anna and Carla --------------------------------------------------------------------------------------------

    /** Somebody creates a row. */
    RecordRef create(Table table, String... values) {
        return create(table, 0, values);
    }

    /** Somebody creates a row whose changes travel in a certain partition. */
    RecordRef create(Table table, int partition, String... values) {
        RecordRef ref = newRef(table, partition);
        insert(person(table.side), ref, values(table, values));
        return ref;
    }

    private RecordRef newRef(Table table, int partition) {
        RecordRef ref = table.ref("r" + ++rows);
        while (scene.world.medium.topics.directoryInputs.of(ref.text()).partition != partition) {
            ref = table.ref("r" + ++rows);
        }
        return ref;
    }

    private void insert(String by, RecordRef ref, Map<String, Value> values) {
        scene.next();
        scene.world.system(ref.side()).insert(by, ref, values, null);
    }

    void edit(RecordRef ref, String... values) {
        update(person(ref.side()), ref, values);
    }

    /** Somebody, or something, edits under the integration account. */
    void editUnderOurAccount(RecordRef ref, String... values) {
        update(ModelSystem.ACCOUNT, ref, values);
    }

    private void update(String by, RecordRef ref, String... values) {
        if (isThere(ref)) {
            scene.next();
            scene.world.system(ref.side()).update(by, ref, values(Table.of(ref), values), null);
        }
    }

    void delete(RecordRef ref) {
        if (isThere(ref)) {
            scene.next();
            scene.world.system(ref.side()).delete(person(ref.side()), ref, null);
        }
    }

    /** Somebody brings a removed row back under its own id. */
    void bringBack(RecordRef ref) {
        ModelSystem system = scene.world.system(ref.side());
        for (StoredRow row : system.removed()) {
            if (row.ref().equals(ref) && system.row(ref) == null) {
                insert(person(ref.side()), ref, row.fields());
            }
        }
    }

    /** A snapshot reads a row again. */
    void readAgain(RecordRef ref) {
        scene.next();
        scene.world.read(ref);
        scene.capture(ref.side()).letsGo();
    }

    /** The administrator of a side switches off the rules by which it refuses values, or on again. */
    void switchLenience(Side side) {
        scene.next();
        scene.world.users.switchLenience(side);
    }

    private boolean isThere(RecordRef ref) {
        boolean there = scene.world.system(ref.side()).row(ref) != null;
        if (!there) {
            scene.inVain(ref + " is not there");
        }
        return there;
    }

    private static String person(Side side) {
        return side == Side.ERP ? "Anna" : "Carla";
    }

    private static Map<String, Value> values(Table table, String... values) {
        Map<String, Value> byField = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            Column column = table.column(values[i]);
            if (column == null) {
                throw new IllegalArgumentException(table + " has no field " + values[i]);
            }
            byField.put(values[i], value(column, values[i + 1]));
        }
        return byField;
    }

    private static Value value(Column column, String text) {
        if (text.isEmpty()) {
            return Value.BLANK;
        }
        return column.kind() == Column.Kind.RELATION ? Value.whole(Long.parseLong(text)) : Value.text(text);
    }

    // ---- Olga ------------------------------------------------------------------------------------------------------

    void couple(RecordRef ref, RecordRef partner) {
        scene.next();
        scene.world.operator.couple(scene.mapping(ref), ref, partner);
    }

    /** Wants a counterpart created for a record. */
    void createCounterpart(RecordRef ref) {
        scene.next();
        scene.world.operator.create(scene.mapping(ref), ref);
    }

    /** Dissolves whatever coupling a record belongs to. */
    void uncouple(RecordRef ref) {
        scene.next();
        scene.world.operator.uncouple(scene.mapping(ref), ref, null);
    }

    /** Dissolves a record's coupling, if it is the one that is meant. */
    void uncouple(RecordRef ref, String coupling) {
        scene.next();
        scene.world.operator.uncouple(scene.mapping(ref), ref, coupling);
    }

    /** Says that a held record was typed in by a person. */
    void release(RecordRef ref) {
        scene.next();
        scene.world.operator.releaseHeld(scene.mapping(ref), ref);
    }

    void retry(String coupling) {
        scene.next();
        scene.world.operator.retry(customers(), coupling);
    }

    /** Decides everything that is open between a customer and the account that was created for it for one side, having seen both. */
    void resolveSeen(RecordRef customer, Side take) {
        scene.next();
        scene.world.operator.resolve(
                customers(), scene.coupling(customer), take, seen(customer), seen(scene.counterpart(customer)));
    }

    private long seen(RecordRef ref) {
        ModelSystem system = scene.world.system(ref.side());
        StoredRow row = system.row(ref);
        return row != null
                ? row.version().row()
                : system.removed().stream()
                        .filter(gone -> gone.ref().equals(ref))
                        .mapToLong(gone -> gone.version().row())
                        .max()
                        .orElse(-1);
    }

    private Mapping customers() {
        return scene.customers();
    }
}
