package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

class ConversionTest {
    private static final ReferenceToCrm TO_CRM =
            new ReferenceToCrm("salesperson-user", "CRONUS", "erp/salesperson", "code", null);
    private static final ReferenceToErp TO_ERP = new ReferenceToErp("salesperson-user", "crm/systemuser", null);

    private static final Rule LIMIT = rule("{erp: creditLimitLcy, crm: creditlimit}");
    private static final Rule WHOLE_AND_DECIMAL = rule("{erp: creditLimitLcy, crm: customertypecode, lossy: unknown}");
    private static final Rule COUNTRY = rule("{erp: countryRegionCode, crm: address1_country}");

    @Property
    void aReferenceThereAndBackIsTheSame(@ForAll("salespeople") Map<String, String> userByCode) {
        References known = directory(userByCode);

        for (String code : userByCode.keySet()) {
            Value user = Converting.with(TO_CRM, Value.text(code), known);
            assertThat(user).isEqualTo(Value.text(userByCode.get(code)));
            assertThat(Converting.with(TO_ERP, user, known)).isEqualTo(Value.text(code));
        }
    }

    @Example
    void anUnknownReferenceSaysWhomItAwaits() {
        assertThat(TO_CRM.convert(Value.text("JO"), References.NONE))
                .isEqualTo(new Conversion.Converted.Unresolved(
                        new Name("salesperson-user", "erp/CRONUS/salesperson/code=JO")));
        assertThat(TO_ERP.convert(Value.text("7-1"), References.NONE))
                .isEqualTo(new Conversion.Converted.Unresolved(new Name("salesperson-user", "crm/systemuser/7-1")));
    }

    @Example
    void aReferenceWhoseCounterpartIsGoneIsUnknownAgain() {
        References gone = name -> new Answer(name.mapping(), name.text(), null, null, 2);

        assertThat(TO_CRM.convert(Value.text("JO"), gone)).isInstanceOf(Conversion.Converted.Unresolved.class);
        assertThat(TO_ERP.convert(Value.text("7-1"), gone)).isInstanceOf(Conversion.Converted.Unresolved.class);
    }

    @Example
    void aValueMaySayOfWhatKindItIs() {
        Map<String, Conversion> toCrm = new LinkedHashMap<>();
        toCrm.put("customer", new ReferenceToCrm("customers", "CRONUS", "erp/customer", "no", null));
        toCrm.put("vendor", new ReferenceToCrm("vendors", "CRONUS", "erp/vendor", "no", null));
        Map<String, Conversion> toErp = new LinkedHashMap<>();
        toErp.put("customer", new ReferenceToErp("customers", "crm/account", null));
        toErp.put("vendor", new ReferenceToErp("vendors", "crm/account", null));
        References known = name -> switch (name.mapping() + " " + name.text()) {
            case "vendors erp/CRONUS/vendor/no=10" ->
                new Answer("vendors", name.text(), RecordRef.crm("account", "a1"), "10", 1);
            case "vendors crm/account/a1" -> new Answer("vendors", name.text(), null, "10", 1);
            default -> null;
        };

        assertThat(Converting.with(new KindToCrm(toCrm), Value.text("vendor/10"), known))
                .isEqualTo(Value.text("a1"));
        assertThat(Converting.with(new KindToErp(toErp), Value.text("a1"), known))
                .isEqualTo(Value.text("vendor/10"));
        assertThat(Converting.with(new KindToErp(toErp), Value.BLANK, known)).isEqualTo(Value.BLANK);
        assertThat(new KindToCrm(toCrm).convert(Value.text("customer/10"), known))
                .isEqualTo(new Conversion.Converted.Unresolved(new Name("customers", "erp/CRONUS/customer/no=10")));
        assertThat(new KindToErp(toErp).convert(Value.text("a2"), known))
                .as("whichever comes to know it will do")
                .isEqualTo(new Conversion.Converted.Unresolved(
                        List.of(new Name("customers", "crm/account/a2"), new Name("vendors", "crm/account/a2"))));
        assertThat(new KindToCrm(toCrm).convert(Value.text("bank/10"), known))
                .isEqualTo(new Conversion.Converted.Unknown("'bank/10' names none of these: customer, vendor"));
        assertThat(new KindToCrm(toCrm).convert(Value.text("10"), known))
                .isEqualTo(new Conversion.Converted.Unknown("'10' names none of these: customer, vendor"));
    }

    @Example
    void aBlankStandsForWhatTheCompanyIsCoupledWith() {
        Name company = new Name("local-currency", "erp/CRONUS/company/name=CRONUS");
        ReferenceToCrm toCrm = new ReferenceToCrm("currency", "CRONUS", "erp/currency", "code", company);
        ReferenceToErp toErp = new ReferenceToErp("currency", "crm/transactioncurrency", company);
        References known = name -> name.equals(company)
                ? new Answer(name.mapping(), name.text(), RecordRef.crm("transactioncurrency", "eur"), null, 1)
                : name.text().endsWith("/usd") ? new Answer(name.mapping(), name.text(), null, "USD", 1) : null;

        assertThat(Converting.with(toCrm, Value.BLANK, known)).isEqualTo(Value.text("eur"));
        assertThat(Converting.with(toErp, Value.text("eur"), known)).isEqualTo(Value.BLANK);
        assertThat(Converting.with(toErp, Value.text("usd"), known)).isEqualTo(Value.text("USD"));
        assertThat(Converting.with(toErp, Value.BLANK, known)).isEqualTo(Value.BLANK);

        Conversion.Converted waits = new Conversion.Converted.Unresolved(company);
        assertThat(toCrm.convert(Value.BLANK, References.NONE)).isEqualTo(waits);
        assertThat(toErp.convert(Value.text("usd"), References.NONE)).isEqualTo(waits);
    }

    @Example
    void whatABlankStandsForIsSaidOfCompanies() {
        String reference = "  - {erp: salespersonCode, crm: ownerid, reference: people, blank: %s}";
        String people =
                "mapping: people\nerp: salesperson\ncrm: systemuser\ndirection: to-erp\nfields: [{erp: name, crm: fullname}]\n";

        assertThat(Loading.customers("fields:", String.format(reference, "people"))
                        .file("people.yaml", people)
                        .faults())
                .containsExactly("a.yaml:5:68: 'blank' names mapping 'people', which is not about the ERP's companies;"
                        + " name one with 'erp: company'");
        assertThat(Loading.customers("fields:", String.format(reference, "money"))
                        .file("people.yaml", people)
                        .file("money.yaml", """
                                mapping: money
                                erp: company
                                crm: transactioncurrency
                                direction: to-crm
                                fields: [{erp: lcyCode, crm: isocurrencycode}]
                                """)
                        .faults())
                .containsExactly("a.yaml:5:68: mapping 'money' ties crm/transactioncurrency, but 'people' ties"
                        + " crm/systemuser; name one that ties the same");
        assertThat(Loading.customers("fields:", "  - {erp: name, crm: name, blank: money}")
                        .faults())
                .anyMatch(fault -> fault.contains("'blank' says nothing without 'reference'"));
    }

    @Example
    void aReferenceThatGoesBothWaysHasNoOtherConversion() {
        assertThat(Loading.customers(
                                "fields:",
                                "  - {erp: salespersonCode, crm: ownerid, reference: a, convert: {to-crm: \"'JO'\"}}")
                        .faults())
                .anyMatch(fault -> fault.contains("a reference has its own conversion"));
    }

    @Example
    void aBlankReferenceRefersToNobody() {
        assertThat(Converting.plainly(TO_CRM, Value.BLANK)).isEqualTo(Value.BLANK);
        assertThat(Converting.plainly(TO_ERP, Value.BLANK)).isEqualTo(Value.BLANK);
    }

    @Property
    void aDecimalPassesUnchanged(@ForAll @BigRange(min = "-1e20", max = "1e20") BigDecimal limit) {
        assertThat(Converting.plainly(LIMIT.toCrm(), Value.number(limit))).isEqualTo(Value.number(limit));
    }

    @Property
    void aWholeNumberGoesIntoADecimalAndBack(@ForAll long number) {
        Value there = Converting.plainly(WHOLE_AND_DECIMAL.toErp(), Value.whole(number));
        assertThat(there).isEqualTo(Value.number(BigDecimal.valueOf(number)));
        assertThat(Converting.plainly(WHOLE_AND_DECIMAL.toCrm(), there)).isEqualTo(Value.whole(number));
    }

    @Example
    void aFractionDoesNotGoIntoAWholeNumber() {
        assertThat(WHOLE_AND_DECIMAL.toCrm().convert(Converting.decimal("12.5"), References.NONE))
                .isInstanceOf(Conversion.Converted.Unknown.class);
    }

    @Property
    void aCodeIsWhatTheErpWouldStore(@ForAll @AlphaChars @StringLength(min = 1, max = 10) String country) {
        Value code = Converting.plainly(COUNTRY.toErp(), Value.text(" " + country + " "));
        assertThat(code).isEqualTo(Value.text(country.toUpperCase(Locale.ROOT)));
        assertThat(Converting.plainly(COUNTRY.toErp(), Converting.plainly(COUNTRY.toCrm(), code)))
                .isEqualTo(code);
    }

    @Property
    void whatTheCheckLetsPassSettlesAtOnce(
            @ForAll("bothWays") Rule rule, @ForAll @NotBlank @StringLength(max = 30) String text) {
        Value once = thereAndBack(rule, Value.text(text));

        assertThat(once).isIn(Value.text(text), Value.text(text.strip().toUpperCase(Locale.ROOT)));
        assertThat(thereAndBack(rule, once)).isEqualTo(once);
    }

    @Example
    void anExpressionMayChangeTheType() {
        Rule rule = rule("{erp: shippingAgentCode, crm: address1_shippingmethodcode, direction: to-crm, "
                + "convert: {to-crm: \"{'DHL': 2, 'FEDEX': 3}[value]\"}}");

        assertThat(Converting.plainly(rule.toCrm(), Value.text("DHL"))).isEqualTo(Value.whole(2));
        assertThat(Converting.plainly(rule.toCrm(), Value.BLANK)).isEqualTo(Value.BLANK);
        assertThat(rule.toCrm().convert(Value.text("OWN LOG."), References.NONE))
                .isInstanceOfSatisfying(
                        Conversion.Converted.Unknown.class,
                        unknown -> assertThat(unknown.note())
                                .contains("ATTRIBUTE_NOT_FOUND")
                                .doesNotContain("OWN LOG."));
    }

    @Example
    void eachWayHasItsOwnExpression() {
        Rule rule = rule("{erp: blocked, crm: statecode, lossy: altered, "
                + "convert: {to-crm: \"value == 0 ? 0 : 1\", to-erp: \"value == 0 ? 0 : 3\"}}");

        assertThat(Converting.plainly(rule.toCrm(), Value.whole(2))).isEqualTo(Value.whole(1));
        assertThat(Converting.plainly(rule.toErp(), Value.whole(1))).isEqualTo(Value.whole(3));
    }

    @Example
    void whatAnExpressionMakesForACodeFieldIsUpperCased() {
        Rule rule = rule(
                "{erp: countryRegionCode, crm: address1_country, lossy: any, convert: {to-erp: \"value.substring(0, 2)\"}}");

        assertThat(Converting.plainly(rule.toErp(), Value.text("de-by"))).isEqualTo(Value.text("DE"));
    }

    /** Rules of the shipped mappings for texts that go both ways. */
    @Provide
    Arbitrary<Rule> bothWays() {
        return Arbitraries.of(new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS"))
                .catalogue().stream()
                        .flatMap(mapping -> mapping.rules().stream())
                        .filter(rule -> rule.direction() == Direction.BOTH && takesTexts(rule))
                        .toList());
    }

    private static boolean takesTexts(Rule rule) {
        return rule.toErp().convert(Value.text("x"), References.NONE) instanceof Conversion.Converted.To there
                && there.value() instanceof Value.Text;
    }

    private static Value thereAndBack(Rule rule, Value value) {
        return Converting.plainly(rule.toCrm(), Converting.plainly(rule.toErp(), value));
    }

    @Provide
    Arbitrary<Map<String, String>> salespeople() {
        return Arbitraries.maps(
                        Arbitraries.strings()
                                .withCharRange('A', 'Z')
                                .ofMinLength(1)
                                .ofMaxLength(4),
                        Arbitraries.create(() -> 0))
                .ofMaxSize(8)
                .map(codes -> codes.keySet().stream()
                        .collect(Collectors.toMap(code -> code, code -> "00000000-0000-4000-8000-" + code)));
    }

    private static References directory(Map<String, String> userByCode) {
        return name -> userByCode.entrySet().stream()
                .filter(pair -> name.text().equals("erp/CRONUS/salesperson/code=" + pair.getKey())
                        || name.text().equals("crm/systemuser/" + pair.getValue()))
                .map(pair -> new Answer(
                        name.mapping(), name.text(), partner(name.text(), pair.getValue()), pair.getKey(), 1))
                .findFirst()
                .orElse(null);
    }

    private static RecordRef partner(String about, String user) {
        return about.startsWith("erp/")
                ? RecordRef.crm("systemuser", user)
                : RecordRef.erp("CRONUS", "salesperson", "of-" + user);
    }

    private static Rule rule(String entry) {
        return Loading.customers("fields:", "  - " + entry)
                .mappings()
                .get(0)
                .rules()
                .get(0);
    }
}
