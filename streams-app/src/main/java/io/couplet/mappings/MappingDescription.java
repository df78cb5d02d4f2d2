package io.couplet.mappings;

import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as people read it, in the words of the mapping language.
 *
 * @param name its name
 * @param on whether it is on
 * @param enabled the condition under which it is on, null where it always is
 * @param erp the ERP's entity, such as {@code erp/customer}
 * @param crm the CRM's entity
 * @param companies the ERP company whose records take part
 * @param direction which way values go: {@code both}, {@code to-crm} or {@code to-erp}, or {@code none} where records are only coupled
 * @param companyField the CRM's field that names the company of a row, null where rows of all companies take part
 * @param erpFilter which ERP records take part, null where all do
 * @param crmFilter which CRM records take part, null where all do
 * @param needs the mappings that a full synchronization takes first
 * @param match how uncoupled records find each other, by priority
 * @param createsIn the systems in which missing counterparts are created
 * @param createsIf the conditions by which that was decided, such as {@code erp: settings.createSalesOrders == 'automatic'}
 * @param delete what the delete of one record does
 * @param fields what is kept in step
 */
public record MappingDescription(
        String name,
        boolean on,
        @Nullable String enabled,
        String erp,
        String crm,
        List<String> companies,
        String direction,
        @Nullable String companyField,
        @Nullable String erpFilter,
        @Nullable String crmFilter,
        List<String> needs,
        List<String> match,
        List<String> createsIn,
        List<String> createsIf,
        String delete,
        List<FieldDescription> fields) {

    private static final String EDITS_STAY = "edits of the target stay";

    /**
     * One entry of {@code fields}.
     *
     * @param erp the ERP's field, null of a constant or an expression of the CRM
     * @param crm the CRM's field, null of a constant or an expression of the ERP
     * @param direction which way values go
     * @param conflict who wins where both sides changed it, null of a field that goes one way
     * @param how whatever else the file says of it; empty where values pass as they are
     */
    public record FieldDescription(
            @Nullable String erp,
            @Nullable String crm,
            String direction,
            @Nullable String conflict,
            String how) {}

    /** Copies the lists. */
    public MappingDescription {
        companies = List.copyOf(companies);
        needs = List.copyOf(needs);
        match = List.copyOf(match);
        createsIn = List.copyOf(createsIn);
        createsIf = List.copyOf(createsIf);
        fields = List.copyOf(fields);
    }

    static MappingDescription of(Instance instance, Mapping mapping) {
        MappingDefinition definition = instance.definition();
        return new MappingDescription(
                mapping.name(),
                mapping.isOn(),
                definition.enabled().words().orElse(null),
                mapping.end(Side.ERP).entity(),
                mapping.end(Side.CRM).entity(),
                mapping.companies().stream().sorted().toList(),
                direction(instance, mapping),
                definition.companyField().map(Word::text).orElse(null),
                definition
                        .erpFilter()
                        .map(ExpressionText::text)
                        .map(String::strip)
                        .orElse(null),
                definition
                        .crmFilter()
                        .map(ExpressionText::text)
                        .map(String::strip)
                        .orElse(null),
                definition.needs().stream().map(instance::named).toList(),
                mapping.match().stream().map(MappingDescription::match).toList(),
                mapping.policies().createsIn().stream().sorted().map(Side::word).toList(),
                new TreeMap<>(definition.creation().conditions())
                        .entrySet().stream()
                                .map(each -> each.getKey().word() + ": " + each.getValue())
                                .toList(),
                mapping.policies().delete().words(),
                definition.fields().stream()
                        .map(field -> field(field, instance))
                        .toList());
    }

    /** Which way the mapping goes as a whole: both ways if its fields go different ways. */
    private static String direction(Instance instance, Mapping mapping) {
        List<Direction> ways =
                mapping.rules().stream().map(Rule::direction).distinct().toList();
        return ways.isEmpty() && instance.follows()
                ? "none"
                : Choices.word(ways.size() == 1 ? ways.get(0) : Direction.BOTH);
    }

    private static String match(Mapping.MatchGroup group) {
        return group.keys().stream()
                .map(key -> key.erp() + " = " + key.crm())
                .collect(Collectors.joining(" and ", "", group.caseSensitive() ? ", by letters' case" : ""));
    }

    private static FieldDescription field(FieldDefinition field, Instance instance) {
        if (field instanceof FieldDefinition.Constant constant) {
            boolean onErp = constant.side() == Side.ERP;
            return new FieldDescription(
                    onErp ? constant.field().text() : null,
                    onErp ? null : constant.field().text(),
                    Choices.word(onErp ? Direction.TO_ERP : Direction.TO_CRM),
                    null,
                    "constant " + constant.value().text()
                            + enabled(constant).map(words -> ", " + words).orElse(""));
        }
        if (field instanceof FieldDefinition.Derived derived) {
            return field(derived);
        }
        FieldDefinition.Tie tie = (FieldDefinition.Tie) field;
        boolean bothWays = tie.direction() == Direction.BOTH;
        return new FieldDescription(
                tie.erp().text(),
                tie.crm().text(),
                Choices.word(tie.direction()),
                bothWays ? Choices.word(tie.conflict()) : null,
                String.join(", ", how(tie, instance)));
    }

    private static FieldDescription field(FieldDefinition.Derived derived) {
        boolean onErp = derived.target() == Side.ERP;
        List<String> how = new ArrayList<>();
        how.add("expression " + derived.expression().text().strip());
        if (derived.oneWay() == Policies.OneWay.LEAVE) {
            how.add(EDITS_STAY);
        }
        enabled(derived).ifPresent(how::add);
        return new FieldDescription(
                onErp ? derived.field().text() : null,
                onErp ? null : derived.field().text(),
                Choices.word(onErp ? Direction.TO_ERP : Direction.TO_CRM),
                null,
                String.join(", ", how));
    }

    private static Optional<String> enabled(FieldDefinition field) {
        return field.enabled().words().map(words -> (field.enabled().on() ? "on: " : "off: ") + words);
    }

    private static List<String> how(FieldDefinition.Tie tie, Instance instance) {
        List<String> how = new ArrayList<>();
        if (!tie.references().isEmpty()) {
            how.add("reference "
                    + tie.references().stream().map(instance::named).collect(Collectors.joining(" or ")));
        }
        tie.blank().ifPresent(mapping -> how.add("blank is " + instance.named(mapping)));
        if (tie.required()) {
            how.add("required");
        }
        tie.options().ifPresent(options -> how.add("options " + options.text()));
        tie.toErp()
                .ifPresent(
                        expression -> how.add("to the ERP " + expression.text().strip()));
        tie.toCrm()
                .ifPresent(
                        expression -> how.add("to the CRM " + expression.text().strip()));
        tie.group().ifPresent(group -> how.add("group " + group.text()));
        tie.lossy().ifPresent(lossy -> how.add("lossy " + lossy.text()));
        if (tie.direction() != Direction.BOTH && tie.oneWay() == Policies.OneWay.LEAVE) {
            how.add(EDITS_STAY);
        }
        enabled(tie).ifPresent(how::add);
        return how;
    }
}
