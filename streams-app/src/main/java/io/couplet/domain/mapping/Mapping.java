package io.couplet.domain.mapping;

import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
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

        /** Whether the record is none of the mapping's business at all: then it takes no part, and is not remembered before it is coupled. */
        default boolean ignores(Function<String, Value> fields) {
            return false;
        }
    }

    /** Makes a value that no field of a record holds from all its fields. A pure function. */
    @FunctionalInterface
    public interface Derivation {
        /** The value for the record with these fields. */
        Value of(Function<String, Value> fields);
    }

    /**
     * One side of a mapping.
     *
     * @param entity the record type, such as {@code erp/customer}
     * @param filter which records take part
     * @param businessKey the field by which other records of the system refer to this one, null where they use its id
     * @param constants what a record that we create gets besides the converted values
     * @param derived what rules read besides the record's own fields, by the names under which they read it
     */
    public record End(
            String entity,
            Filter filter,
            @Nullable String businessKey,
            Map<String, Value> constants,
            Map<String, Derivation> derived) {
        /** Copies the maps. */
        public End {
            constants = Map.copyOf(constants);
            derived = Map.copyOf(derived);
        }

        /** An end whose rules read the record's own fields alone. */
        public End(String entity, Filter filter, @Nullable String businessKey, Map<String, Value> constants) {
            this(entity, filter, businessKey, constants, Map.of());
        }

        /** What rules read of a record under a name: its own field, or what is worked out of its fields. */
        public Value value(String name, Function<String, Value> fields) {
            Derivation derivation = derived.get(name);
            return derivation == null ? fields.apply(name) : derivation.of(fields);
        }
    }

    /**
     * Fields whose values must all be equal for two records to be the same thing. A group with a blank field finds nobody.
     *
     * @param keys the pairs of fields, at least one
     * @param caseSensitive whether letters' case counts
     */
    public record MatchGroup(List<MatchKey> keys, boolean caseSensitive) {
        /** Copies the list. */
        public MatchGroup {
            keys = List.copyOf(keys);
        }

        private Optional<String> values(Side side, Fields fields) {
            StringBuilder values = new StringBuilder();
            for (MatchKey key : keys) {
                Value value = fields.get(key.field(side));
                if (value.isBlank()) {
                    return Optional.empty();
                }
                // Escaped, so that two values never read like two others.
                String text = value.toString().trim().replace("%", "%25").replace("/", "%2F");
                values.append('/').append(caseSensitive ? text : text.toLowerCase(Locale.ROOT));
            }
            return Optional.of(values.toString());
        }
    }

    /**
     * A pair of fields to compare.
     *
     * @param erp the ERP's field
     * @param crm the CRM's field
     */
    public record MatchKey(String erp, String crm) {
        String field(Side side) {
            return side == Side.ERP ? erp : crm;
        }
    }

    private final String name;
    private final boolean on;
    private final Set<String> companies;
    private final End erp;
    private final End crm;
    private final List<MatchGroup> match;
    private final Policies policies;
    private final List<Rule> rules;
    private final Map<String, Rule> rulesByName = new HashMap<>();
    private final FieldNames erpFields;
    private final FieldNames crmFields;

    /**
     * Puts a mapping together.
     *
     * @param companies the ERP companies whose records take part
     * @param match in the order of their priority; none where records are not coupled by matching
     * @param rules in the order of their {@link Rule#index}
     */
    public Mapping(
            String name,
            Set<String> companies,
            End erp,
            End crm,
            List<MatchGroup> match,
            Policies policies,
            List<Rule> rules) {
        this(name, true, companies, erp, crm, match, policies, rules);
    }

    private Mapping(
            String name,
            boolean on,
            Set<String> companies,
            End erp,
            End crm,
            List<MatchGroup> match,
            Policies policies,
            List<Rule> rules) {
        this.name = name;
        this.on = on;
        this.companies = Set.copyOf(companies);
        this.erp = erp;
        this.crm = crm;
        this.match = List.copyOf(match);
        this.policies = policies;
        this.rules = List.copyOf(rules);
        this.rules.forEach(rule -> rulesByName.put(rule.name(), rule));
        this.erpFields = fieldsUsed(Side.ERP);
        this.crmFields = fieldsUsed(Side.CRM);
    }

    /** The same mapping, switched off: it sees and remembers what happens, and does nothing. */
    public Mapping off() {
        return new Mapping(name, false, companies, erp, crm, match, policies, rules);
    }

    /** Whether it is on. */
    public boolean isOn() {
        return on;
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

    /** The rule of that name, null where there is none (any more). */
    public @Nullable Rule rule(String name) {
        return rulesByName.get(name);
    }

    /** How records are coupled by matching, by priority; none where they are not. */
    public List<MatchGroup> match() {
        return match;
    }

    /** The fields that images of one side hold. */
    public FieldNames fieldNames(Side side) {
        return side == Side.ERP ? erpFields : crmFields;
    }

    /** What images of one side hold of a record with these fields. */
    public Fields fields(Side side, Function<String, Value> fields) {
        return Fields.of(fieldNames(side), name -> end(side).value(name, fields));
    }

    /** Whether the records of this entity and company are this mapping's business. */
    public boolean covers(RecordRef ref) {
        return ref.isA(end(ref.side()).entity()) && (ref.side() == Side.CRM || companies.contains(ref.company()));
    }

    /** Whether a counterpart in the other system may be created for a record of {@code side}. */
    public boolean createsCounterpartOf(Side side) {
        return policies.createsIn().contains(side.other());
    }

    /** Whether an uncoupled record of {@code side} neither looks for a counterpart nor gets one: it waits to be coupled by hand. */
    public boolean isPassive(Side side) {
        return match.isEmpty() && (!on || !createsCounterpartOf(side));
    }

    /** Whether a record is none of its business unless a person couples it: another mapping's coupling made it, and here nothing comes of it. */
    public boolean leavesToAnother(RecordRef ref) {
        return isPassive(ref.side()) && NameUuid.isMadeForAnother(name, ref.id());
    }

    /** Whether anything of the other side's records is written to those of {@code side}. */
    public boolean writesTo(Side side) {
        return rules.stream().anyMatch(rule -> rule.direction().allows(side));
    }

    /**
     * The keys under which a record looks for its counterpart, by priority; none where the mapping does not match or every group has a
     * blank field.
     */
    public List<String> matchKeys(Side side, Fields fields) {
        if (match.isEmpty()) {
            return List.of();
        }
        List<String> found = new ArrayList<>(match.size());
        for (int priority = 0; priority < match.size(); priority++) {
            String key = "match/" + name + "/" + priority;
            match.get(priority).values(side, fields).ifPresent(values -> found.add(key + values));
        }
        return found;
    }

    /** A rule and those of its group: what happens to one of them concerns all. */
    public List<Rule> movingWith(Rule rule) {
        return rule.group() == null
                ? List.of(rule)
                : rules.stream()
                        .filter(each -> rule.group().equals(each.group()))
                        .toList();
    }

    /** The alias under which other records refer to this one, or nothing where they use its id or the key is blank. */
    public Optional<String> alias(RecordRef ref, Fields fields) {
        String key = end(ref.side()).businessKey();
        return key == null || fields.get(key).isBlank()
                ? Optional.empty()
                : Optional.of(alias(ref.company(), ref.entity(), key, fields.get(key)));
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
        match.forEach(group -> group.keys().forEach(pair -> further.add(pair.field(side))));
        return new FieldNames(Stream.concat(ruled, further.stream()).toList());
    }
}
