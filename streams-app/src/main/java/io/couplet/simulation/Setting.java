package io.couplet.simulation;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Mapping.MatchGroup;
import io.couplet.domain.mapping.Mapping.MatchKey;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Policies.AccountEdits;
import io.couplet.domain.mapping.Policies.Breakers;
import io.couplet.domain.mapping.Policies.Conflict;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.mapping.Policies.OnTaken;
import io.couplet.domain.mapping.Policies.OneWay;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a story happens: customers and accounts that go both ways, under at_least_once, in one partition. What a story needs otherwise it says.
 */
final class Setting {
    private final List<Rule> rules = new ArrayList<>();
    private final List<MatchGroup> match = new ArrayList<>();
    private final List<Mapping> others = new ArrayList<>();
    private Set<Side> createsIn = Set.of(Side.ERP, Side.CRM);
    private Delete delete = Delete.UNCOUPLE;
    private AccountEdits accountEdits = AccountEdits.IGNORE;
    private OnTaken onTaken = OnTaken.ASK;
    private Breakers breakers = Breakers.DEFAULT;
    private Conflict conflict = Conflict.LATEST_WINS;
    private @Nullable String group;
    private boolean filtered;
    private boolean shared;
    private int partitions = 1;
    private CaptureMode erp = CaptureMode.FULL;
    private CaptureMode crm = CaptureMode.FULL;
    private final Set<Automation> automations = EnumSet.noneOf(Automation.class);

    private Setting() {}

    /** Customers have a name, which goes both ways, and a number, which the ERP assigns and the CRM is told. */
    static Setting customers() {
        return new Setting().field("name", "name", Direction.BOTH).field("no", "accountnumber", Direction.TO_CRM);
    }

    // ---- the fields ------------------------------------------------------------------------------------------------

    Setting field(String erpField, String crmField, Direction direction) {
        return field(erpField, crmField, direction, Conversion.AS_IS, Conversion.AS_IS, false);
    }

    private Setting field(
            String erpField,
            String crmField,
            Direction direction,
            Conversion toErp,
            Conversion toCrm,
            boolean required) {
        int index = rules.size();
        String name = erpField + "=" + crmField;
        rules.add(new Rule(
                index, name, erpField, crmField, direction, conflict, OneWay.ENFORCE, group, required, toErp, toCrm));
        return this;
    }

    Setting phone() {
        return field("phoneNo", "telephone1", Direction.BOTH);
    }

    /** Postal code, which the ERP stores in capitals, and city. */
    Setting address() {
        return field("postCode", "address1_postalcode", Direction.BOTH).field("city", "address1_city", Direction.BOTH);
    }

    /** Postal code and city are taken from one side. */
    Setting addressTogether() {
        group = "address";
        address();
        group = null;
        return this;
    }

    /** A customer refers to its salesperson by a code, an account to its owner by id; users become salespeople. */
    Setting salespeople(boolean required) {
        others.add(salespeople());
        return field(
                "salespersonCode",
                "ownerid",
                Direction.BOTH,
                WorldMappings.Owners::toCode,
                WorldMappings.Owners::toUser,
                required);
    }

    /** Vendors share the accounts, which say by their relation what they are. */
    Setting vendors() {
        others.add(vendorMapping());
        shared = true;
        return this;
    }

    /** The fields that follow decide conflicts like that. */
    Setting deciding(Conflict by) {
        conflict = by;
        return this;
    }

    // ---- the mapping -----------------------------------------------------------------------------------------------

    /** Those with the same e-mail address are the same. */
    Setting matchedByMail() {
        match.add(new MatchGroup(List.of(new MatchKey("eMail", "emailaddress1")), false));
        return field("eMail", "emailaddress1", Direction.BOTH);
    }

    /** Those with the same e-mail address and name are the same; failing that, those with the same e-mail address. */
    Setting matchedByMailAndName() {
        MatchKey byMail = new MatchKey("eMail", "emailaddress1");
        match.add(new MatchGroup(List.of(byMail, new MatchKey("name", "name")), false));
        return matchedByMail();
    }

    /** Missing counterparts are created there, and nowhere else. */
    Setting creatingIn(Side... sides) {
        createsIn = Set.of(sides);
        return this;
    }

    Setting deleting(Delete policy) {
        delete = policy;
        return this;
    }

    /** What the integration account writes counts as anybody's edit. */
    Setting accountEditsFlow() {
        accountEdits = AccountEdits.FLOW;
        return this;
    }

    Setting onTaken(OnTaken policy) {
        onTaken = policy;
        return this;
    }

    Setting stoppingAt(Breakers limits) {
        breakers = limits;
        return this;
    }

    /** Blocked customers are left out. */
    Setting withoutBlocked() {
        filtered = true;
        return this;
    }

    // ---- the world -------------------------------------------------------------------------------------------------

    Setting partitions(int count) {
        partitions = count;
        return this;
    }

    /** Changes of one side's capture. */
    Setting capture(Side side, UnaryOperator<CaptureMode> change) {
        if (side == Side.ERP) {
            erp = change.apply(erp);
        } else {
            crm = change.apply(crm);
        }
        return this;
    }

    /** The systems do something by themselves. */
    Setting with(Automation automation) {
        automations.add(automation);
        return this;
    }

    Plan plan() {
        List<Mapping> mappings = new ArrayList<>(others);
        mappings.add(mapping());
        return new Plan(Style.CALM, false, partitions, mappings, erp, crm, automations);
    }

    private Mapping mapping() {
        Mapping.Filter customersInUse =
                filtered ? fields -> fields.apply("blocked").isBlank() : Mapping.Filter.ALL;
        return new Mapping(
                WorldMappings.CUSTOMERS,
                Set.of(Table.COMPANY),
                new Mapping.End(Table.CUSTOMER.entity(), customersInUse, "no", Map.of()),
                shared
                        ? WorldMappings.accounts(true, Table.CUSTOMERS)
                        : new Mapping.End(Table.ACCOUNT.entity(), Mapping.Filter.ALL, null, Map.of()),
                match,
                policies(createsIn),
                rules);
    }

    private static Mapping salespeople() {
        Setting people = new Setting().field("name", "fullname", Direction.TO_ERP);
        return new Mapping(
                WorldMappings.SALESPEOPLE,
                Set.of(Table.COMPANY),
                new Mapping.End(Table.SALESPERSON.entity(), Mapping.Filter.ALL, "code", Map.of()),
                new Mapping.End(Table.USER.entity(), Mapping.Filter.ALL, null, Map.of()),
                List.of(),
                people.policies(Set.of(Side.ERP)),
                people.rules);
    }

    private static Mapping vendorMapping() {
        Setting vendors = new Setting().field("name", "name", Direction.BOTH);
        return new Mapping(
                WorldMappings.VENDORS,
                Set.of(Table.COMPANY),
                new Mapping.End(Table.VENDOR.entity(), Mapping.Filter.ALL, "no", Map.of()),
                WorldMappings.accounts(true, Table.VENDORS),
                List.of(),
                vendors.policies(vendors.createsIn),
                vendors.rules);
    }

    private Policies policies(Set<Side> creates) {
        return new Policies(creates, delete, accountEdits, Side.ERP, onTaken, breakers);
    }
}
