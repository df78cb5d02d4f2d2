package io.couplet.formersimulation;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Policies.AccountEdits;
import io.couplet.domain.mapping.Policies.Breakers;
import io.couplet.domain.mapping.Policies.Conflict;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.mapping.Policies.OnTaken;
import io.couplet.domain.mapping.Policies.OneWay;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The two mappings of the model world: users become salespeople; customers and accounts go both ways and refer to them. */
final class WorldMappings {
    static final Mapping SALESPEOPLE = new Mapping(
            "salesperson-user",
            Set.of("C"),
            new Mapping.End("erp/salesperson", Mapping.Filter.ALL, "code", Map.of()),
            new Mapping.End("crm/systemuser", Mapping.Filter.ALL, null, Map.of()),
            List.of(),
            new Policies(
                    Set.of(Side.ERP), Delete.UNCOUPLE, AccountEdits.IGNORE, Side.CRM, OnTaken.ASK, Breakers.DEFAULT),
            List.of(plain(0, "name", "fullname", Direction.TO_ERP)));

    static final Mapping CUSTOMERS = new Mapping(
            "customer-account",
            Set.of("C"),
            new Mapping.End("erp/customer", fields -> fields.apply("blocked").isBlank(), "no", Map.of()),
            new Mapping.End("crm/account", Mapping.Filter.ALL, null, Map.of("customertypecode", Value.whole(3))),
            List.of(new Mapping.MatchGroup(List.of(new Mapping.MatchKey("eMail", "emailaddress1")), false)),
            new Policies(
                    Set.of(Side.ERP, Side.CRM),
                    Delete.UNCOUPLE,
                    AccountEdits.IGNORE,
                    Side.ERP,
                    OnTaken.ASK,
                    Breakers.DEFAULT),
            List.of(
                    plain(0, "name", "name", Direction.BOTH),
                    plain(1, "phoneNo", "telephone1", Direction.BOTH),
                    plain(2, "postCode", "address1_postalcode", Direction.BOTH),
                    plain(3, "eMail", "emailaddress1", Direction.BOTH),
                    plain(4, "no", "accountnumber", Direction.TO_CRM),
                    new Rule(
                            5,
                            "salespersonCode=ownerid",
                            "salespersonCode",
                            "ownerid",
                            Direction.BOTH,
                            Conflict.LATEST_WINS,
                            OneWay.ENFORCE,
                            null,
                            true,
                            WorldMappings::toCode,
                            WorldMappings::toUser)));

    private WorldMappings() {}

    static List<Mapping> all() {
        return List.of(SALESPEOPLE, CUSTOMERS);
    }

    private static Rule plain(int index, String erp, String crm, Direction direction) {
        return new Rule(
                index,
                erp + "=" + crm,
                erp,
                crm,
                direction,
                Conflict.LATEST_WINS,
                OneWay.ENFORCE,
                null,
                false,
                Conversion.AS_IS,
                Conversion.AS_IS);
    }

    private static Converted toUser(Value code, References references) {
        if (code.isBlank()) {
            return new Converted.To(code);
        }
        String about = Mapping.alias("C", "erp/salesperson", "code", code);
        var answer = references.lookup("salesperson-user", about);
        return answer == null || answer.partner() == null
                ? new Converted.Unresolved("salesperson-user", about)
                : new Converted.To(Value.text(answer.partner().id()));
    }

    private static Converted toCode(Value user, References references) {
        if (user.isBlank()) {
            return new Converted.To(user);
        }
        String about = "crm/systemuser/" + user;
        var answer = references.lookup("salesperson-user", about);
        return answer == null || answer.businessKey() == null
                ? new Converted.Unresolved("salesperson-user", about)
                : new Converted.To(Value.text(answer.businessKey()));
    }
}
