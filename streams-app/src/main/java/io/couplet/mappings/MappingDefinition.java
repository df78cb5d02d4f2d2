package io.couplet.mappings;

import io.couplet.domain.mapping.Policies;
import io.couplet.domain.model.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mapping as its file says it, not yet checked against entities and other mappings. What is missing or unreadable is absent here
 * and has been reported.
 *
 * @param place where the file's content begins
 * @param enabled whether it is on
 * @param companies those named, empty where the file names none
 * @param companyField the CRM's field that names the company of a row
 * @param homeLeads whether only the home company's values go to the CRM, whose rows the companies share
 * @param match the groups of keys to match by, in the order of their priority
 * @param creation where missing counterparts are created, and why
 */
record MappingDefinition(
        Optional<Word> name,
        Place place,
        Switch enabled,
        Optional<Word> erp,
        Optional<Word> crm,
        List<Word> companies,
        Optional<Word> companyField,
        boolean homeLeads,
        Optional<ExpressionText> erpFilter,
        Optional<ExpressionText> crmFilter,
        List<Word> needs,
        List<MatchGroup> match,
        Creation creation,
        Policies policies,
        List<FieldDefinition> fields) {

    /**
     * Fields that must all be equal for two records to be the same thing.
     *
     * @param place where the group begins
     * @param caseSensitive where the file says that letters' case counts, if it does
     */
    record MatchGroup(Place place, List<MatchPair> keys, Optional<Place> caseSensitive) {}

    /** A pair of fields to compare. */
    record MatchPair(Word erp, Word crm) {}

    /** The name, or a stand-in where the file has none. */
    String label() {
        return name.map(Word::text).orElse("?");
    }

    Optional<Word> entity(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    Optional<ExpressionText> filter(Side side) {
        return side == Side.ERP ? erpFilter : crmFilter;
    }

    /** Whether, by any settings, an uncoupled record of a side neither looks for a counterpart nor gets one. */
    boolean isPassive(Side side) {
        return match.isEmpty() && !creation.in(side.other()).mayBe();
    }

    /** Whether the mapping is on. */
    boolean isOn() {
        return enabled.on();
    }

    /** The fields that are on. */
    List<FieldDefinition> fieldsOn() {
        return fields.stream().filter(field -> field.enabled().on()).toList();
    }

    /** The same without anything that is written to the CRM. */
    MappingDefinition following() {
        return new MappingDefinition(
                name,
                place,
                enabled,
                erp,
                crm,
                companies,
                companyField,
                homeLeads,
                erpFilter,
                crmFilter,
                needs,
                match,
                creation.in(Side.ERP),
                policies.creatingIn(Side.ERP),
                fields.stream().flatMap(field -> field.following().stream()).toList());
    }

    List<FieldDefinition.Tie> ties() {
        return fields.stream()
                .flatMap(field -> field instanceof FieldDefinition.Tie tie ? Stream.of(tie) : Stream.empty())
                .toList();
    }
}
