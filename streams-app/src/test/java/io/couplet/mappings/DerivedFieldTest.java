package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that follow from all fields of the other side's record. */
class DerivedFieldTest {

    @Test
    void theImageHoldsTheValueBesideTheRecordsOwnFields() {
        Mapping mapping = mapping("{crm: address1_line2, expression: \"erp.contact + ', ' + erp.city\"}");
        Rule rule = mapping.rules().get(1);

        assertThat(mapping.fields(Side.ERP, Map.of("contact", Value.text("Ann"), "city", Value.text("Oslo"))::get)
                        .get(rule.erp()))
                .isEqualTo(Value.text("Ann, Oslo"));
        assertThat(rule.direction().allows(Side.CRM)).isTrue();
        assertThat(rule.direction().allows(Side.ERP)).isFalse();
    }

    @Test
    void numbersAreRoundedToWhatTheFieldHolds() {
        Mapping mapping = mapping("{crm: creditlimit, expression: \"erp.creditLimitLcy - 25.46\"}");

        assertThat(mapping.fields(
                                Side.ERP,
                                Map.of("name", Value.BLANK, "creditLimitLcy", Value.number(new BigDecimal("30.3")))
                                        ::get)
                        .get(mapping.rules().get(1).erp()))
                .isEqualTo(Value.number(new BigDecimal("4.84")));
    }

    @Test
    void anExpressionThatFailsSaysWhose() {
        Mapping mapping = mapping("{crm: creditlimit, expression: \"double(erp.contact)\"}");

        assertThatThrownBy(() -> mapping.fields(Side.ERP, field -> Value.text("no number")))
                .isInstanceOf(ExpressionFailure.class)
                .hasMessageContaining("double(erp.contact)");
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        assertThat(Loading.customers(
                                "fields:",
                                "  - {erp: contact, crm: name, expression: \"'x'\"}",
                                "  - {crm: address1_line2, expression: \"erp.contac\"}",
                                "  - {crm: creditlimit, expression: \"erp.contact\"}",
                                "  - {crm: ownerid, expression: \"erp.salespersonCode\"}",
                                "  - {crm: fax, expression: \"erp.faxNo\", direction: both}")
                        .faults())
                .hasSize(5)
                .anyMatch(fault ->
                        fault.startsWith("a.yaml:5") && fault.contains("name the field with either 'erp' or 'crm'"))
                .anyMatch(fault -> fault.startsWith("a.yaml:6") && fault.contains("did you mean 'contact'"))
                .anyMatch(fault -> fault.startsWith("a.yaml:7") && fault.contains("holds a decimal number"))
                .anyMatch(fault -> fault.startsWith("a.yaml:8") && fault.contains("refers to crm/systemuser by its id"))
                .anyMatch(fault ->
                        fault.startsWith("a.yaml:9") && fault.contains("'direction' says nothing of an expression"));
    }

    private static Mapping mapping(String field) {
        return Loading.customers("fields:", "  - {erp: name, crm: name}", "  - " + field)
                .mappings()
                .get(0);
    }
}
