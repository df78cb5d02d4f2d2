package io.couplet.guarantee;

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
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two mappings whose fields have the same names on both sides. */
final class StoryMappings {
    static final String CUSTOMERS = "customer-account";
    static final String SALESPEOPLE = "salesperson-user";
    static final Value BARTER = Value.text("BARTER");

    private StoryMappings() {}

    /**
     * Customers and accounts: {@code name}; {@code postCode}, which the ERP writes in capitals, as it does {@code currency}; {@code no} only to the CRM; {@code owner}, a
     * required reference, and {@code helper}, an optional one; {@code terms}, of which the CRM has no BARTER; {@code amount} and {@code
     * currency} go together. Blocked ones take no part.
     */
    static Mapping customers(Delete delete, AccountEdits accountEdits) {
        return new Mapping(
                CUSTOMERS,
                Set.of("C"),
                new Mapping.End(
                        "erp/customer", fields -> fields.apply("blocked").isBlank(), "no", Map.of()),
                new Mapping.End("crm/account", fields -> fields.apply("blocked").isBlank(), null, Map.of()),
                List.of(new MatchGroup(List.of(new MatchKey("mail", "mail")), false)),
                policies(Set.of(Side.ERP, Side.CRM), delete, accountEdits),
                List.of(
                        rule(0, "name", Direction.BOTH, null, false, Conversion.AS_IS, Conversion.AS_IS),
                        rule(1, "postCode", Direction.BOTH, null, false, Conversion.AS_IS, Conversion.AS_IS),
                        rule(2, "no", Direction.TO_CRM, null, false, Conversion.AS_IS, Conversion.AS_IS),
                        rule(3, "owner", Direction.BOTH, null, true, StoryMappings::toCode, StoryMappings::toUser),
                        rule(4, "helper", Direction.BOTH, null, false, StoryMappings::toCode, StoryMappings::toUser),
                        rule(5, "terms", Direction.BOTH, null, false, Conversion.AS_IS, StoryMappings::toTerms),
                        rule(6, "amount", Direction.BOTH, "money", false, Conversion.AS_IS, Conversion.AS_IS),
                        rule(7, "currency", Direction.BOTH, "money", false, Conversion.AS_IS, Conversion.AS_IS)));
    }

    /** Users become salespeople. */
    static Mapping salespeople() {
        return new Mapping(
                SALESPEOPLE,
                Set.of("C"),
                new Mapping.End("erp/salesperson", Mapping.Filter.ALL, "code", Map.of()),
                new Mapping.End("crm/systemuser", Mapping.Filter.ALL, null, Map.of()),
                List.of(),
                policies(Set.of(), Delete.UNCOUPLE, AccountEdits.IGNORE),
                List.of(rule(0, "name", Direction.TO_ERP, null, false, Conversion.AS_IS, Conversion.AS_IS)));
    }

    private static Policies policies(Set<Side> createsIn, Delete delete, AccountEdits accountEdits) {
        return new Policies(createsIn, delete, accountEdits, Side.ERP, OnTaken.ASK, Breakers.DEFAULT);
    }

    private static Rule rule(
            int index,
            String field,
            Direction direction,
            @Nullable String group,
            boolean required,
            Conversion toErp,
            Conversion toCrm) {
        return new Rule(
                index,
                field,
                field,
                field,
                direction,
                Conflict.LATEST_WINS,
                OneWay.ENFORCE,
                group,
                required,
                toErp,
                toCrm);
    }

    private static Converted toTerms(Value code, References references) {
        return code.equals(BARTER) ? new Converted.Unknown("no such terms") : new Converted.To(code);
    }

    private static Converted toUser(Value code, References references) {
        if (code.isBlank()) {
            return new Converted.To(code);
        }
        Name name = new Name(SALESPEOPLE, Mapping.alias("C", "erp/salesperson", "code", code));
        Answer answer = references.lookup(name);
        return answer == null || answer.partner() == null
                ? new Converted.Unresolved(name)
                : new Converted.To(Value.text(answer.partner().id()));
    }

    private static Converted toCode(Value user, References references) {
        if (user.isBlank()) {
            return new Converted.To(user);
        }
        Name name = new Name(SALESPEOPLE, "crm/systemuser/" + user);
        Answer answer = references.lookup(name);
        return answer == null || answer.businessKey() == null
                ? new Converted.Unresolved(name)
                : new Converted.To(Value.text(answer.businessKey()));
    }
}
