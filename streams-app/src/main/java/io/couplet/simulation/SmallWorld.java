package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Policies.AccountEdits;
import io.couplet.domain.mapping.Policies.Breakers;
import io.couplet.domain.mapping.Policies.Conflict;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.mapping.Policies.OnTaken;
import io.couplet.domain.mapping.Policies.OneWay;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A customer and its account, in step, with three fields: one both ways, one to the CRM alone, one where the ERP wins. */
final class SmallWorld {
    private static final List<String> ERP_FIELDS = List.of("name", "no", "city");
    private static final List<String> CRM_FIELDS = List.of("name", "accountnumber", "address1_city");
    private static final Plan PLAN =
            new Plan(Style.CRASH_HEAVY, false, 1, List.of(mapping()), CaptureMode.FULL, CaptureMode.FULL, Set.of());
    private static final int ROUNDS = 200;

    final World world;
    private int typed;

    SmallWorld(Guards guards) {
        world = new World(PLAN, guards, Witness.NOBODY);
        Map<String, Value> values = Map.of("name", Value.text("n"), "no", Value.text("1"), "city", Value.text("c"));
        world.system(Side.ERP).insert("Anna", Table.CUSTOMER.ref("r"), values, null);
        world.drawSnapshotLines();
        world.settle(ROUNDS);
    }

    private static Mapping mapping() {
        return new Mapping(
                WorldMappings.CUSTOMERS,
                Set.of(Table.COMPANY),
                new Mapping.End(Table.CUSTOMER.entity(), Mapping.Filter.ALL, null, Map.of()),
                new Mapping.End(Table.ACCOUNT.entity(), Mapping.Filter.ALL, null, Map.of()),
                List.of(),
                new Policies(
                        Set.of(Side.ERP, Side.CRM),
                        Delete.PROPAGATE,
                        AccountEdits.IGNORE,
                        Side.ERP,
                        OnTaken.ASK,
                        Breakers.DEFAULT),
                List.of(
                        rule(0, "name", "name", Direction.BOTH, Conflict.LATEST_WINS),
                        rule(1, "no", "accountnumber", Direction.TO_CRM, Conflict.LATEST_WINS),
                        rule(2, "city", "address1_city", Direction.BOTH, Conflict.ERP_WINS)));
    }

    private static Rule rule(int index, String erp, String crm, Direction direction, Conflict conflict) {
        return new Rule(
                index,
                erp + "=" + crm,
                erp,
                crm,
                direction,
                conflict,
                OneWay.ENFORCE,
                null,
                false,
                Conversion.AS_IS,
                Conversion.AS_IS);
    }

    boolean holds(Side side) {
        return !records(side).isEmpty();
    }

    /** Somebody types something new into one of the three fields. */
    void edit(Side side, int field) {
        String name = (side == Side.ERP ? ERP_FIELDS : CRM_FIELDS).get(field);
        Value value = Value.text(side.word() + field + "." + ++typed);
        world.system(side).update(person(side), records(side).get(0), Map.of(name, value), null);
    }

    void delete(Side side) {
        world.system(side).delete(person(side), records(side).get(0), null);
    }

    Ending end() {
        return new Ending(world, world.settle(ROUNDS), new TreeMap<>());
    }

    private List<RecordRef> records(Side side) {
        return world.system(side).present(side == Side.ERP ? Table.CUSTOMER : Table.ACCOUNT);
    }

    private static String person(Side side) {
        return side == Side.ERP ? "Anna" : "Carla";
    }
}
