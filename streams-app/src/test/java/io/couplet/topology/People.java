package io.couplet.topology;

import io.couplet.contract.EntityField;
import io.couplet.contract.EntitySchema;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Those who work in the two systems, and the programs that do. */
final class People {
    private static final String JOB = "nightly job";
    private static final int VENDOR = 11;
    private static final Set<String> SELDOM_TYPED = Set.of("no", "code", "isocurrencycode", "accountnumber");

    /** Fields that decide whether a record takes part. */
    private static final Map<String, List<String>> FILTERS = Map.of(
            "erp/customer", List.of("blocked"),
            "erp/vendor", List.of("blocked"),
            "erp/contact", List.of("type"),
            "crm/account", List.of("customertypecode", "statecode"),
            "crm/contact", List.of("statecode"),
            "crm/systemuser", List.of("isdisabled"));

    /** What a new row has beside what somebody types into {@link #TYPED}. */
    private static final Map<String, Map<String, Object>> FIXED = Map.of(
            "erp/customer", Map.of("blocked", 0),
            "erp/vendor", Map.of("blocked", 0),
            "erp/contact", Map.of("type", 1),
            "crm/account", Map.of("customertypecode", 3, "statecode", 0),
            "crm/contact", Map.of("parentcustomeridtype", "account", "statecode", 0),
            "crm/systemuser", Map.of("islicensed", true, "isdisabled", false, "isintegrationuser", false));

    private static final Map<String, List<String>> TYPED = Map.of(
            "erp/customer", List.of("name", "eMail", "salespersonCode", "currencyCode"),
            "erp/vendor", List.of("name", "eMail", "purchaserCode", "currencyCode"),
            "erp/contact", List.of("firstName", "surname", "eMail", "businessRelation", "salespersonCode"),
            "erp/salesperson", List.of("name", "eMail"),
            "erp/currency", List.of("code", "description", "currencyFactor", "amountRoundingPrecision"),
            "crm/account", List.of("name", "emailaddress1", "ownerid", "transactioncurrencyid"),
            "crm/contact", List.of("firstname", "lastname", "emailaddress1", "parentcustomerid", "ownerid"),
            "crm/systemuser", List.of("fullname", "internalemailaddress", "mobilephone"),
            "crm/transactioncurrency", List.of("isocurrencycode", "currencyname", "exchangerate"));

    private final SlowWorld world;
    private final Random random;
    private final Typing typing;

    People(SlowWorld world, Random random) {
        this.world = world;
        this.random = random;
        this.typing = new Typing(random);
    }

    /** What is there before anything is captured. */
    void populate() {
        for (int i = 0; i < 2; i++) {
            insert(Side.CRM, "systemuser");
        }
        insert(Side.ERP, "salesperson");
        insert(Side.ERP, "currency");
        insert(Side.CRM, "transactioncurrency");
        for (int i = 0; i < 2; i++) {
            insert(Side.ERP, "customer");
            insert(Side.CRM, "account");
        }
        insert(Side.ERP, "vendor");
        insert(Side.ERP, "contact");
        insert(Side.CRM, "contact");
    }

    void insert() {
        Side side = anySide();
        insert(side, kind(side));
    }

    private void insert(Side side, String kind) {
        FakeSystem system = world.system(side);
        EntitySchema entity = Pipes.ENTITIES.get(side.word() + "/" + kind);
        Map<String, Object> values = new HashMap<>(FIXED.getOrDefault(entity.entity(), Map.of()));
        for (String name : TYPED.getOrDefault(entity.entity(), List.of())) {
            values.put(name, typing.into(field(entity, name), system));
        }
        if (kind.equals("account") && typing.oneIn(4)) {
            values.put("customertypecode", VENDOR);
        }
        for (String key : entity.alternateKeys()) {
            values.computeIfPresent(key, (name, typed) -> typing.word());
        }
        system.insert(kind, typing.oneIn(30) ? Pipes.ACCOUNT : person(side), values);
    }

    void edit() {
        Side side = anySide();
        String ref = anyRow(side);
        if (!ref.isEmpty()) {
            write(side, ref, person(side), typing.oneIn(3) ? 3 : 1);
        }
    }

    /** The system's own automation writes, mostly under the integration account; or a person does who uses that. */
    void automate() {
        Side side = anySide();
        String ref = anyRow(side);
        if (!ref.isEmpty()) {
            write(side, ref, typing.oneIn(4) ? JOB : Pipes.ACCOUNT, 1);
        }
    }

    /** A record enters or leaves its filter. */
    void filter() {
        Side side = anySide();
        String ref = anyRow(side);
        EntitySchema entity = ref.isEmpty() ? null : world.system(side).rules.entity(ref);
        List<String> fields = entity == null ? List.of() : FILTERS.getOrDefault(entity.entity(), List.of());
        if (entity != null && !fields.isEmpty()) {
            String name = fields.get(random.nextInt(fields.size()));
            Object value = typing.into(field(entity, name), world.system(side));
            world.system(side).update(ref, person(side), Map.of(name, value));
        }
    }

    /** A business key changes, and with it all rows that refer to it. */
    void renumber() {
        String kind = typing.oneIn(2) ? "salesperson" : typing.oneIn(2) ? "customer" : "contact";
        List<String> refs = world.erp.all(kind);
        if (!refs.isEmpty()) {
            String key = kind.equals("salesperson") ? "code" : "no";
            world.erp.update(refs.get(random.nextInt(refs.size())), "bjorn", Map.of(key, typing.word()));
        }
    }

    void delete() {
        Side side = anySide();
        String ref = anyRow(side);
        if (!ref.isEmpty()) {
            world.system(side).delete(ref, Writer.person(person(side)));
        }
    }

    /** Somebody brings a removed row back under its own id. */
    void revive() {
        FakeSystem system = world.system(anySide());
        List<FakeRow> removed = system.removed();
        if (!removed.isEmpty()) {
            FakeRow row = removed.get(random.nextInt(removed.size()));
            if (system.find(row.ref()) == null) {
                system.insert(row.ref(), Writer.person(person(system.side)), row.fields());
            }
        }
    }

    /** A snapshot reads a row. */
    void read() {
        Side side = anySide();
        String ref = anyRow(side);
        if (!ref.isEmpty()) {
            world.read(world.system(side), ref);
        }
    }

    private void write(Side side, String ref, String by, int fields) {
        FakeSystem system = world.system(side);
        EntitySchema entity = system.rules.entity(ref);
        List<String> names = new ArrayList<>(mapped(entity));
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields; i++) {
            String name = names.get(random.nextInt(names.size()));
            if (!SELDOM_TYPED.contains(name) || (side == Side.CRM && typing.oneIn(4))) {
                values.put(name, typing.into(field(entity, name), system));
            }
        }
        if (!values.isEmpty()) {
            system.update(ref, by, values);
        }
    }

    /** What people can write of what is mapped: not what follows from other fields by an expression. */
    private static Set<String> mapped(EntitySchema entity) {
        Set<String> names = new TreeSet<>();
        for (Mapping mapping : Pipes.MAPPINGS.of(entity.entity())) {
            for (Rule rule : mapping.rules()) {
                names.add(rule.field(entity.system().equals("erp") ? Side.ERP : Side.CRM));
            }
        }
        names.retainAll(entity.fields().keySet());
        return names;
    }

    private static EntityField field(EntitySchema entity, String name) {
        return Objects.requireNonNull(entity.fields().get(name), name);
    }

    private Side anySide() {
        return random.nextBoolean() ? Side.ERP : Side.CRM;
    }

    /** A row that is there; an empty text where there is none of its kind. */
    private String anyRow(Side side) {
        List<String> refs = world.system(side).all(kind(side));
        return refs.isEmpty() ? "" : refs.get(random.nextInt(refs.size()));
    }

    private String kind(Side side) {
        int dice = random.nextInt(100);
        if (dice < 60) {
            return side == Side.ERP ? "customer" : "account";
        } else if (dice < 82) {
            return "contact";
        } else if (dice < 85) {
            return side == Side.ERP ? "vendor" : "account";
        } else if (dice < 94) {
            return side == Side.ERP ? "salesperson" : "systemuser";
        }
        return side == Side.ERP ? "currency" : "transactioncurrency";
    }

    private static String person(Side side) {
        return side == Side.ERP ? "bjorn" : "anna";
    }
}
