package io.couplet.simulation;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Conversion.Converted;
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
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of a world, as its seed chooses them: users become salespeople; customers and accounts go both ways and refer to them; vendors
 * share the accounts with the customers.
 */
final class WorldMappings {
    static final String SALESPEOPLE = "salesperson-user";
    static final String CUSTOMERS = "customer-account";
    static final String VENDORS = "vendor-account";

    private final Chance chance;
    private final boolean salespeople;
    private final boolean vendors;

    private WorldMappings(Chance chance) {
        this.chance = chance;
        salespeople = !chance.oneIn(4);
        vendors = chance.oneIn(4);
    }

    static List<Mapping> of(Chance chance) {
        WorldMappings world = new WorldMappings(chance);
        List<Mapping> mappings = new ArrayList<>();
        if (world.salespeople) {
            mappings.add(world.salespeople());
        }
        mappings.add(world.customers());
        if (world.vendors) {
            mappings.add(world.vendors());
        }
        return mappings;
    }

    private Mapping salespeople() {
        Rules rules = new Rules();
        rules.add("name", "fullname", Direction.TO_ERP, Conversion.AS_IS, Conversion.AS_IS, false);
        boolean matches = chance.oneIn(3);
        return new Mapping(
                SALESPEOPLE,
                Set.of(Table.COMPANY),
                new Mapping.End(Table.SALESPERSON.entity(), Mapping.Filter.ALL, "code", Map.of()),
                new Mapping.End(Table.USER.entity(), Mapping.Filter.ALL, null, Map.of()),
                matches ? match("name", "fullname") : List.of(),
                policies(Set.of(Side.ERP), Side.CRM),
                rules.all);
    }

    private Mapping customers() {
        Rules rules = new Rules();
        rules.both("name", "name");
        rules.both("phoneNo", "telephone1");
        rules.group(chance.half() ? "address" : null);
        rules.both("postCode", "address1_postalcode");
        rules.both("city", "address1_city");
        rules.group(null);
        rules.both("eMail", "emailaddress1");
        rules.add("no", "accountnumber", Direction.TO_CRM, Conversion.AS_IS, Conversion.AS_IS, false);
        if (salespeople) {
            rules.add("salespersonCode", "ownerid", direction(), Owners::toCode, Owners::toUser, chance.half());
        }
        rules.either("creditLimitLcy", "creditlimit");
        if (chance.oneIn(3)) {
            Conversion toErp = Terms.TO_CODE_OR_BLANK;
            Conversion toCrm = Terms.TO_OPTION_OR_NONE;
            rules.add("paymentTermsCode", "paymenttermscode", direction(), toErp, toCrm, chance.half());
        } else {
            rules.add("paymentTermsCode", "paymenttermscode", direction(), Terms::toCode, Terms::toOption, false);
        }
        boolean filtered = vendors || chance.half();
        return new Mapping(
                CUSTOMERS,
                Set.of(Table.COMPANY),
                new Mapping.End(
                        Table.CUSTOMER.entity(),
                        chance.half() ? fields -> fields.apply("blocked").isBlank() : Mapping.Filter.ALL,
                        "no",
                        Map.of()),
                accounts(filtered, Table.CUSTOMERS),
                chance.oneIn(3) ? List.of() : matches(),
                policies(),
                rules.all);
    }

    private Mapping vendors() {
        Rules rules = new Rules();
        rules.both("name", "name");
        rules.both("phoneNo", "telephone1");
        rules.either("postCode", "address1_postalcode");
        rules.add("no", "accountnumber", Direction.TO_CRM, Conversion.AS_IS, Conversion.AS_IS, false);
        return new Mapping(
                VENDORS,
                Set.of(Table.COMPANY),
                new Mapping.End(Table.VENDOR.entity(), Mapping.Filter.ALL, "no", Map.of()),
                accounts(true, Table.VENDORS),
                chance.half() ? List.of() : matches(),
                policies(),
                rules.all);
    }

    static Mapping.End accounts(boolean filtered, Value relation) {
        return new Mapping.End(
                Table.ACCOUNT.entity(),
                filtered ? fields -> fields.apply("customertypecode").equals(relation) : Mapping.Filter.ALL,
                null,
                Map.of("customertypecode", relation));
    }

    private Policies policies() {
        Set<Side> createsIn = chance.of(
                Set.of(Side.ERP, Side.CRM),
                Set.of(Side.ERP, Side.CRM),
                Set.of(Side.ERP, Side.CRM),
                Set.of(Side.CRM),
                Set.of(Side.ERP),
                Set.of());
        return policies(createsIn, chance.of(Side.ERP, Side.CRM));
    }

    private Policies policies(Set<Side> createsIn, Side preferred) {
        return new Policies(
                createsIn,
                delete(),
                chance.oneIn(3) ? AccountEdits.FLOW : AccountEdits.IGNORE,
                preferred,
                chance.oneIn(4) ? OnTaken.CREATE : OnTaken.ASK,
                breakers());
    }

    private Breakers breakers() {
        Duration minute = Duration.ofMinutes(1);
        return chance.oneIn(8)
                ? chance.of(new Breakers(4, minute, 0.2, 3, minute), new Breakers(6, minute, 0, 0, minute))
                : Breakers.DEFAULT;
    }

    /** By e-mail address, or by that and the name first. */
    private List<MatchGroup> matches() {
        MatchGroup byMail = new MatchGroup(List.of(new MatchKey("eMail", "emailaddress1")), chance.oneIn(4));
        MatchKey name = new MatchKey("name", "name");
        return chance.oneIn(4)
                ? List.of(new MatchGroup(List.of(byMail.keys().get(0), name), false), byMail)
                : List.of(byMail);
    }

    private static List<MatchGroup> match(String erp, String crm) {
        return List.of(new MatchGroup(List.of(new MatchKey(erp, crm)), false));
    }

    private Delete delete() {
        return chance.of(
                Delete.UNCOUPLE, Delete.UNCOUPLE, Delete.PROPAGATE, Delete.PROPAGATE, Delete.RESTORE, Delete.ASK);
    }

    private Direction direction() {
        return chance.of(Direction.BOTH, Direction.BOTH, Direction.TO_CRM, Direction.TO_ERP);
    }

    /** The rules of one mapping. */
    private final class Rules {
        final List<Rule> all = new ArrayList<>();
        private @Nullable String group;

        /** The rules that follow belong to one group, or to none. */
        void group(@Nullable String name) {
            group = name;
        }

        void both(String erp, String crm) {
            add(erp, crm, Direction.BOTH, Conversion.AS_IS, Conversion.AS_IS, false);
        }

        void either(String erp, String crm) {
            add(erp, crm, direction(), Conversion.AS_IS, Conversion.AS_IS, false);
        }

        void add(String erp, String crm, Direction direction, Conversion toErp, Conversion toCrm, boolean required) {
            all.add(new Rule(
                    all.size(),
                    erp + "=" + crm,
                    erp,
                    crm,
                    direction,
                    conflict(),
                    chance.oneIn(3) ? OneWay.LEAVE : OneWay.ENFORCE,
                    group,
                    required,
                    toErp,
                    toCrm));
        }

        private Conflict conflict() {
            if (group != null
                    && !all.isEmpty()
                    && group.equals(all.get(all.size() - 1).group())) {
                return all.get(all.size() - 1).conflict();
            }
            int which = chance.below(20);
            return which == 0
                    ? Conflict.ASK
                    : which < 5 ? Conflict.ERP_WINS : which < 9 ? Conflict.CRM_WINS : Conflict.LATEST_WINS;
        }
    }

    /** The salesperson of a customer and the owner of an account. */
    static final class Owners {
        static Converted toUser(Value code, References references) {
            if (code.isBlank()) {
                return new Converted.To(code);
            }
            Name name = new Name(SALESPEOPLE, Mapping.alias(Table.COMPANY, Table.SALESPERSON.entity(), "code", code));
            var answer = references.lookup(name);
            return answer == null || answer.partner() == null
                    ? new Converted.Unresolved(name)
                    : new Converted.To(Value.text(answer.partner().id()));
        }

        static Converted toCode(Value user, References references) {
            if (user.isBlank()) {
                return new Converted.To(user);
            }
            Name name = new Name(SALESPEOPLE, Table.USER.ref(user.toString()).text());
            var answer = references.lookup(name);
            return answer == null || answer.businessKey() == null
                    ? new Converted.Unresolved(name)
                    : new Converted.To(Value.text(answer.businessKey()));
        }
    }
}
