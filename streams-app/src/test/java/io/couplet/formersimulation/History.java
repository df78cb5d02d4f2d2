package io.couplet.formersimulation;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** One random life of a {@link World}: what users do, when parts crash, and how long it takes to fall silent. */
final class History {
    private static final List<String> ERP_FIELDS = List.of("name", "phoneNo", "postCode", "salespersonCode");
    private static final List<String> CRM_FIELDS = List.of("name", "telephone1", "address1_postalcode", "ownerid");

    /**
     * A value that a user typed.
     *
     * @param ref the record
     * @param field the field
     * @param value unique in the world, but for references
     */
    record Edit(RecordRef ref, String field, Value value, long version) {}

    final World world;
    final List<Edit> edits = new ArrayList<>();
    private final Random random;
    private final boolean crashes;
    private int unique;

    History(long seed, boolean crashes) {
        random = new Random(seed);
        this.crashes = crashes;
        world = new World(random);
    }

    /** Lives for a number of steps and then waits for silence; whether it came. */
    boolean live(int steps) {
        populate();
        world.endSnapshots();
        for (int i = 0; i < steps; i++) {
            step();
        }
        return settle();
    }

    private boolean settle() {
        for (int i = 0; i < 200_000; i++) {
            world.tasks.forEach(Task::work);
            world.apply(Side.ERP, false, false);
            world.apply(Side.CRM, false, false);
            if (i % 10 == 0) {
                world.tasks.forEach(Task::commit);
                if (world.quiet()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void populate() {
        for (int i = 0; i < 2; i++) {
            insertUser();
        }
        for (int i = 0; i < 2; i++) {
            String mail = "Mail" + i;
            insert(Side.ERP, "Mail" + i);
            insert(Side.CRM, random.nextBoolean() ? mail : mail.toLowerCase(Locale.ROOT));
        }
        insert(Side.ERP, random.nextBoolean() ? "only-erp" : "");
        insert(Side.CRM, random.nextBoolean() ? "only-crm" : "");
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 60) {
            world.tasks.get(random.nextInt(world.tasks.size())).work();
        } else if (dice < 75) {
            boolean lose = crashes && random.nextInt(10) == 0;
            world.apply(random.nextBoolean() ? Side.ERP : Side.CRM, lose, crashes && random.nextInt(10) == 0);
        } else if (dice < 83) {
            world.tasks.get(random.nextInt(world.tasks.size())).flushSome();
        } else if (dice < 88) {
            world.tasks.get(random.nextInt(world.tasks.size())).commit();
        } else if (dice < 90) {
            if (crashes) {
                world.tasks.get(random.nextInt(world.tasks.size())).crash();
            }
        } else if (dice < 98) {
            edit(random.nextBoolean() ? Side.ERP : Side.CRM);
        } else if (dice == 98) {
            insert(random.nextBoolean() ? Side.ERP : Side.CRM, random.nextBoolean() ? "" : "new" + ++unique);
        } else if (random.nextInt(4) == 0) {
            delete(random.nextBoolean() ? Side.ERP : Side.CRM);
        } else if (random.nextInt(3) == 0) {
            insertUser();
        }
    }

    private void insertUser() {
        RecordRef ref = RecordRef.crm("systemuser", "u" + ++unique);
        world.system(Side.CRM).insert("admin", ref, Map.of("fullname", Value.text("user" + unique)), world.now());
    }

    private void insert(Side side, String mail) {
        String id = "r" + ++unique;
        RecordRef ref = side == Side.ERP ? RecordRef.erp("C", "customer", id) : RecordRef.crm("account", id);
        Map<String, Value> fields = side == Side.ERP
                ? Map.of("name", fresh(), "eMail", Value.text(mail), "salespersonCode", reference(Side.ERP))
                : Map.of("name", fresh(), "emailaddress1", Value.text(mail), "ownerid", reference(Side.CRM));
        world.system(side).insert("anna", ref, fields, world.now());
    }

    private void edit(Side side) {
        List<RecordRef> candidates = customers(side);
        if (!candidates.isEmpty()) {
            RecordRef ref = candidates.get(random.nextInt(candidates.size()));
            List<String> fields = side == Side.ERP ? ERP_FIELDS : CRM_FIELDS;
            String field = fields.get(random.nextInt(fields.size()));
            boolean refers = field.equals("salespersonCode") || field.equals("ownerid");
            Value value = refers ? reference(side) : fresh();
            StoredRow row = world.system(side).update("anna", ref, Map.of(field, value), world.now());
            if (!refers) {
                edits.add(new Edit(ref, field, row.get(field), row.version().row()));
            }
        }
    }

    private void delete(Side side) {
        List<RecordRef> candidates = customers(side);
        if (candidates.size() > 2) {
            world.system(side).delete(candidates.get(random.nextInt(candidates.size())), world.now());
        }
    }

    private List<RecordRef> customers(Side side) {
        String entity = side == Side.ERP ? "erp/customer" : "crm/account";
        return world.system(side).rows.keySet().stream()
                .filter(ref -> ref.entity().equals(entity))
                .toList();
    }

    private Value reference(Side side) {
        String entity = side == Side.ERP ? "erp/salesperson" : "crm/systemuser";
        List<StoredRow> rows = world.system(side).rows.values().stream()
                .filter(row -> row.ref().entity().equals(entity))
                .toList();
        if (rows.isEmpty()) {
            return Value.BLANK;
        }
        StoredRow row = rows.get(random.nextInt(rows.size()));
        return side == Side.ERP ? row.get("code") : Value.text(row.ref().id());
    }

    private Value fresh() {
        return Value.text("v" + ++unique);
    }
}
