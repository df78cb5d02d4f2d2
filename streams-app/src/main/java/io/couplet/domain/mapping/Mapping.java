package io.couplet.domain.mapping;

import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The compiled rule set that ties one ERP entity to one CRM entity. Immutable and safe for any thread. */
public final class Mapping {

    /** Decides whether a record takes part, by all its fields. */
    @FunctionalInterface
    public interface Filter {
        /** Lets every record take part. */
        Filter ALL = fields -> true;

        /** Whether the record with these fields takes part. */
        boolean accepts(Function<String, Value> fields);
    }

    /**
     * One side of a mapping.
     *
     * @param entity the record type, such as {@code erp/customer}
     * @param filter which records take part
     * @param businessKey the field by which other records of the system refer to this one, null where they use its id
     * @param constants what a record that we create gets besides the converted values
     */
    public record End(
            String entity, Filter filter, @Nullable String businessKey, Map<String, Value> constants) {
        /** Copies the map. */
        public End {
            constants = Map.copyOf(constants);
        }
    }

    /**
     * The fields whose values must be equal (letters' case aside) for two records to be the same thing.
     *
     * @param erp the ERP's field
     * @param crm the CRM's field
     */
    public record Match(String erp, String crm) {
        String field(Side side) {
            return side == Side.ERP ? erp : crm;
        }
    }

    private final String name;
    private final Set<String> companies;
    private final End erp;
    private final End crm;
    private final @Nullable Match match;
    private final Policies policies;
    private final List<Rule> rules;
    private final FieldNames erpFields;
    private final FieldNames crmFields;

    /**
     * Puts a mapping together.
     *
     * @param companies the ERP companies whose records take part
     * @param match null where records are not coupled by matching
     * @param rules in the order of their {@link Rule#index}
     */
    public Mapping(
            String name,
            Set<String> companies,
            End erp,
            End crm,
            @Nullable Match match,
            Policies policies,
            List<Rule> rules) {
        this.name = name;
        this.companies = Set.copyOf(companies);
        this.erp = erp;
        this.crm = crm;
        this.match = match;
        this.policies = policies;
        this.rules = List.copyOf(rules);
        this.erpFields = fieldsUsed(Side.ERP);
        this.crmFields = fieldsUsed(Side.CRM);
    }

    /** The mapping's name, such as {@code customer-account}. */
    public String name() {
        return name;
    }

    /** The part that is about one system. */
    public End end(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    /** The ERP companies whose records take part. */
    public Set<String> companies() {
        return companies;
    }

    /** What holds for all records. */
    public Policies policies() {
        return policies;
    }

    /** The field rules. */
    public List<Rule> rules() {
        return rules;
    }

    /** How records are coupled by matching, if they are. */
    public Optional<Match> match() {
        return Optional.ofNullable(match);
    }

    /** The fields that images of one side hold. */
    public FieldNames fieldNames(Side side) {
        return side == Side.ERP ? erpFields : crmFields;
    }

    /** Whether the records of this entity and company are this mapping's business. */
    public boolean covers(RecordRef ref) {
        return ref.entity().equals(end(ref.side()).entity())
                && (ref.side() == Side.CRM || companies.contains(ref.company()));
    }

    /** Whether a counterpart in the other system may be created for a record of {@code side}. */
    public boolean createsCounterpartOf(Side side) {
        return policies.createsIn().contains(side.other());
    }

    /**
     * The key under which a record looks for its counterpart, or nothing where the mapping does not match or the field is blank. Text
     * is compared without regard to case, as match-based coupling does by default (bc-sales facts 4.9).
     */
    public Optional<String> matchKey(Side side, Fields fields) {
        if (match == null) {
            return Optional.empty();
        }
        Value value = fields.get(match.field(side));
        return value.isBlank()
                ? Optional.empty()
                : Optional.of("match/" + name + "/" + value.toString().trim().toLowerCase(Locale.ROOT));
    }

    /** The alias under which other records refer to this one, or nothing where they use its id or the key is blank. */
    public Optional<String> alias(RecordRef ref, Fields fields) {
        String key = end(ref.side()).businessKey();
        if (key == null || fields.get(key).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(alias(ref.company(), ref.entity(), key, fields.get(key)));
    }

    /** The alias of an ERP record, such as {@code erp/CRONUS/salesperson/code=JO}. */
    public static String alias(String company, String entity, String key, Value value) {
        return "erp/" + company + entity.substring(entity.indexOf('/')) + "/" + key + "=" + value;
    }

    private FieldNames fieldsUsed(Side side) {
        Stream<String> ruled = rules.stream().map(rule -> rule.field(side));
        List<String> further = new ArrayList<>();
        String key = end(side).businessKey();
        if (key != null) {
            further.add(key);
        }
        if (match != null) {
            further.add(match.field(side));
        }
        return new FieldNames(Stream.concat(ruled, further.stream()).toList());
    }
}
