package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import org.junit.jupiter.api.Test;

/** Tables of options, and the fields that go by them. */
class OptionsTest {
    private static final String FIELD = "  - {erp: paymentTermsCode, crm: paymenttermscode, options: terms}";

    @Test
    void aValueGoesByItsLineAndComesBack() {
        Rule rule = rule("30 DAYS: 1", "cm: 4");

        assertThat(Converting.plainly(rule.to(Side.CRM), Value.text("30 DAYS"))).isEqualTo(Value.whole(1));
        assertThat(Converting.plainly(rule.to(Side.ERP), Value.whole(4)))
                .as("a code, as the ERP stores it")
                .isEqualTo(Value.text("CM"));
        assertThat(Converting.plainly(rule.to(Side.CRM), Value.BLANK)).isEqualTo(Value.BLANK);
        assertThat(Converting.plainly(rule.to(Side.ERP), Value.BLANK)).isEqualTo(Value.BLANK);
    }

    @Test
    void aValueWithoutALineIsLeftOutAndNoted() {
        Rule rule = rule("30 DAYS: 1");

        assertThat(rule.to(Side.CRM).convert(Value.text("COD"), References.NONE))
                .isInstanceOf(Converted.Unknown.class);
        assertThat(rule.to(Side.ERP).convert(Value.whole(2), References.NONE))
                .isInstanceOfSatisfying(
                        Converted.Unknown.class,
                        unknown -> assertThat(unknown.toString()).contains("options 'terms' have no line for it"));
    }

    @Test
    void oneTableServesManyFields() {
        assertThat(Loading.customers(
                                "fields:",
                                FIELD,
                                "  - {erp: shipmentMethodCode, crm: address1_freighttermscode, options: terms}")
                        .file("terms.yaml", "options: terms\nvalues: {A: 1}\n")
                        .mappings())
                .hasSize(1);
    }

    @Test
    void faultsOfTablesComeAllAtOnceWithTheirPlaces() {
        Loading files = Loading.customers(
                        "fields:", FIELD, "  - {erp: shippingAgentCode, crm: paymenttermscode, options: tems}")
                .file("terms.yaml", """
                        options: terms
                        values:
                          30 DAYS: one
                          TERMS THAT NO CODE HOLDS: 1
                          CM: 2
                          CM: 3
                          COD: 2
                        """)
                .file("again.yaml", "options: terms\nvalues: [A]\nlines: 3\n")
                .file("nothing.yaml", "options: More Terms\n");

        assertThat(files.faults())
                .contains(
                        "a.yaml:6:62: 'options' names an unknown table 'tems'; did you mean 'terms'?",
                        "terms.yaml:3:12: type error: 'one' is no whole number; 'paymenttermscode' holds a whole number",
                        "terms.yaml:4:3: 'TERMS THAT NO CODE HOLDS' does not go into 'paymentTermsCode'; it holds 10 characters",
                        "terms.yaml:6:3: 'CM' is given twice; keep one of them",
                        "terms.yaml:7:8: '2' is given twice; let each value of the CRM stand for one of the ERP, or it could"
                                + " not come back",
                        "again.yaml:2:1: 'values' must be keys and values; write one '<value>: <value>' a line",
                        "again.yaml:3:1: unknown key 'lines'; use one of: options, values",
                        "nothing.yaml:1:1: 'values' is missing; list the ERP's values, each with the CRM's: '30 DAYS: 1'",
                        "nothing.yaml:1:10: 'More Terms' is no name for a table of options; use lower-case letters, digits and"
                                + " dashes, such as payment-terms");
    }

    @Test
    void otherWordsThatSayHowValuesGoAreRefused() {
        Loading files = Loading.customers(
                        "fields:", "  - {erp: paymentTermsCode, crm: paymenttermscode, options: terms, lossy: any}")
                .file("terms.yaml", "options: terms\nvalues: {A: 1}\n");

        assertThat(files.faults())
                .singleElement()
                .asString()
                .contains("a.yaml:5:68: 'lossy' says nothing where 'options' say how values go");
    }

    private static Rule rule(String... lines) {
        return Loading.customers("fields:", FIELD)
                .file("terms.yaml", "options: terms\nvalues:\n  " + String.join("\n  ", lines) + "\n")
                .mappings()
                .get(0)
                .rules()
                .get(0);
    }
}
