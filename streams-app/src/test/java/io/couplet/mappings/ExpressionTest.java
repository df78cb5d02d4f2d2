package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final String FIELDS = "fields: [{erp: name, crm: name}]";

    @Nested
    class BlankFields {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "erp.name == ''",
                    "erp.blocked == 0",
                    "erp.blocked < 1",
                    "erp.creditLimitLcy == 0.0",
                    "erp.creditLimitLcy <= 0",
                    "erp.systemCreatedAt < timestamp('2000-01-01T00:00:00Z')",
                    "!has(erp.name) && !has(erp.blocked)",
                    "!erp.name.startsWith('A')",
                    "erp.name.size() == 0",
                    "!(erp.blocked in [1, 2, 3])"
                })
        void compareAsZeroAndNeverFail(String filter) {
            assertThat(accepts(filter, Map.of())).isTrue();
        }

        @Test
        void areNoLongerBlankOnceFilled() {
            Map<String, Value> customer = Map.of(
                    "name", Value.text("Adatum"),
                    "blocked", Value.whole(0),
                    "creditLimitLcy", Converting.decimal("12.5"),
                    "systemCreatedAt", new Value.Time(Instant.parse("2026-01-31T08:00:00Z")));

            assertThat(accepts("has(erp.name) && has(erp.blocked) && erp.name == 'Adatum'", customer))
                    .isTrue();
            assertThat(accepts("erp.creditLimitLcy > 12 && erp.creditLimitLcy < 12.6", customer))
                    .isTrue();
            assertThat(accepts("erp.systemCreatedAt.getFullYear() == 2026", customer))
                    .isTrue();
        }
    }

    @Nested
    class Failures {
        @Test
        void sayMappingExpressionAndCauseAndNoValue() {
            assertThatThrownBy(() -> accepts("int(erp.no) > 5", Map.of("no", Value.text("SECRET"))))
                    .isInstanceOf(ExpressionFailure.class)
                    .hasMessage("a: the expression 'int(erp.no) > 5' failed: BAD_FORMAT")
                    .hasNoCause();
        }
    }

    @Nested
    class Places {
        @Test
        void inPlainAndQuotedText() {
            assertThat(Loading.customers("filter: {erp: erp.nam == '', crm: 'crm.nam == ''x'''}", FIELDS)
                            .faults())
                    .containsExactly(
                            "a.yaml:4:19: erp/customer has no field 'nam'; did you mean 'name'?",
                            "a.yaml:4:40: crm/account has no field 'nam'; did you mean 'name'?");
        }

        @Test
        void behindEscapes() {
            assertThat(Loading.customers("filter: {erp: \"erp.name == \\\"x\\\" && erp.nam == ''\"}", FIELDS)
                            .faults())
                    .containsExactly("a.yaml:4:41: erp/customer has no field 'nam'; did you mean 'name'?");
            assertThat(Loading.customers("filter: {erp: 'erp.name == ''x'' && erp.nam == ''y'''}", FIELDS)
                            .faults())
                    .containsExactly("a.yaml:4:41: erp/customer has no field 'nam'; did you mean 'name'?");
        }

        @Test
        void inBlocksOfSeveralLines() {
            assertThat(Loading.customers(
                                    "filter:",
                                    "  erp: |",
                                    "    erp.name != '' &&",
                                    "      erp.nam != ''",
                                    "  crm: >-",
                                    "    crm.statecode == 0 &&",
                                    "    crm.nam != ''",
                                    FIELDS)
                            .faults())
                    .containsExactly(
                            "a.yaml:7:11: erp/customer has no field 'nam'; did you mean 'name'?",
                            "a.yaml:10:9: crm/account has no field 'nam'; did you mean 'name'?");
        }
    }

    @Nested
    class Faults {
        @Test
        void ofSyntaxNamesAndResults() {
            assertThat(Loading.customers("filter: {erp: \"erp.name ==\"}", FIELDS)
                            .faults())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:4:27: CEL: mismatched input");
            assertThat(Loading.customers("filter: {erp: \"name == ''\"}", FIELDS)
                            .faults())
                    .containsExactly("a.yaml:4:16: 'name' is unknown here; write erp.name");
            assertThat(Loading.customers("filter: {erp: \"crm.name == ''\"}", FIELDS)
                            .faults())
                    .containsExactly("a.yaml:4:16: 'crm' is unknown here; use 'erp' and CEL's functions");
            assertThat(Loading.customers("filter: {erp: erp.name}", FIELDS).faults())
                    .containsExactly("a.yaml:4:15: the expression gives string, not bool; a filter must say yes or no");
        }

        @Test
        void ofAConversionsType() {
            assertThat(Loading.customers(
                                    "fields:",
                                    "  - {erp: name, crm: customertypecode, direction: to-crm, convert: {to-crm: \"value + '!'\"}}")
                            .faults())
                    .containsExactly(
                            "a.yaml:5:78: the expression gives string, but 'customertypecode' holds a whole number;"
                                    + " make it give int");
        }
    }

    private static boolean accepts(String filter, Map<String, Value> customer) {
        Mapping mapping = Loading.customers("filter: {erp: \"" + filter + "\"}", FIELDS)
                .mappings()
                .get(0);
        return mapping.end(Side.ERP).filter().accepts(field -> customer.getOrDefault(field, Value.BLANK));
    }
}
