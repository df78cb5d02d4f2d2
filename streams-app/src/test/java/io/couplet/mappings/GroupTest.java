package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Rule;
import org.junit.jupiter.api.Test;

/** The word {@code group}. */
class GroupTest {

    @Test
    void rulesKnowTheirGroup() {
        assertThat(Loading.customers(
                                "fields:",
                                "  - {erp: name, crm: name}",
                                "  - {erp: address, crm: address1_line1, group: address}",
                                "  - {erp: city, crm: address1_city, group: address}")
                        .mappings()
                        .get(0)
                        .rules())
                .extracting(Rule::group)
                .containsExactly(null, "address", "address");
    }

    @Test
    void aGroupOfOneFieldIsATypo() {
        assertThat(Loading.customers(
                                "fields:",
                                "  - {erp: address, crm: address1_line1, group: address}",
                                "  - {erp: postCode, crm: address1_postalcode, group: adress}",
                                "  - {erp: city, crm: address1_city, group: address}")
                        .faults())
                .containsExactly("a.yaml:6:54: group 'adress' has this field only; did you mean 'address'?");
    }

    @Test
    void aGroupOfOneFieldAmongNoOthersIsIdle() {
        assertThat(Loading.customers("fields: [{erp: city, crm: address1_city, group: address}]")
                        .faults())
                .containsExactly("a.yaml:4:49: group 'address' has this field only;"
                        + " put another field into it, or leave out 'group': a field alone moves alone");
    }

    @Test
    void fieldsOfAGroupThatCannotMoveTogether() {
        assertThat(Loading.customers(
                                "fields:",
                                "  - {erp: address, crm: address1_line1, group: address}",
                                "  - {erp: postCode, crm: address1_postalcode, group: address, conflict: ask}",
                                "  - {erp: city, crm: address1_city, group: address, direction: to-crm}",
                                "  - {erp: no, crm: accountnumber, direction: to-crm, group: numbers}",
                                "  - {erp: phoneNo, crm: telephone1, direction: to-crm, group: numbers, oneWay: leave}")
                        .faults())
                .containsExactly(
                        "a.yaml:6:54: the fields of group 'address' move together, but 'conflict' is ask here and"
                                + " latest-wins in line 5; give all of them the same 'conflict'",
                        "a.yaml:7:44: the fields of group 'address' move together, but 'direction' is to-crm here and"
                                + " both in line 5; give all of them the same 'direction'",
                        "a.yaml:9:63: the fields of group 'numbers' move together, but 'oneWay' is leave here and"
                                + " enforce in line 8; give all of them the same 'oneWay'");
    }

    @Test
    void aConstantMovesWithNobody() {
        assertThat(Loading.customers(
                                "fields:",
                                "  - {erp: name, crm: name}",
                                "  - {crm: customertypecode, constant: 3, group: a}")
                        .faults())
                .containsExactly("a.yaml:6:42: 'group' says nothing of a constant; leave it out");
    }
}
