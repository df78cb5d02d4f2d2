package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The words {@code match} and {@code onTaken}. */
class MatchTest {
    private static final String FIELDS = "fields: [{erp: name, crm: name}]";
    private static final FieldNames CUSTOMER = new FieldNames(List.of("no", "name", "postCode", "eMail"));
    private static final FieldNames ACCOUNT =
            new FieldNames(List.of("accountnumber", "name", "address1_postalcode", "emailaddress1"));

    @Nested
    class Compiled {
        @Test
        void eachEntryIsAWayOfItsOwn() {
            Mapping mapping = mapping("match: [{erp: no, crm: accountnumber}, {erp: eMail, crm: emailaddress1}]");

            assertThat(customer(mapping, Map.of("no", "C1", "eMail", "Ann@Adatum.com")))
                    .containsExactly("match/a/0/c1", "match/a/1/ann@adatum.com");
            assertThat(account(mapping, Map.of("accountnumber", "C1", "emailaddress1", "ann@adatum.com")))
                    .containsExactly("match/a/0/c1", "match/a/1/ann@adatum.com");
        }

        @Test
        void anEntryWithABlankFieldFindsNobody() {
            Mapping mapping = mapping(
                    "match:",
                    "  - keys: [{erp: name, crm: name}, {erp: postCode, crm: address1_postalcode}]",
                    "  - {erp: eMail, crm: emailaddress1}");

            assertThat(customer(mapping, Map.of("name", "Adatum", "postCode", "12345")))
                    .containsExactly("match/a/0/adatum/12345");
            assertThat(customer(mapping, Map.of("name", "Adatum", "eMail", "a@b.de")))
                    .containsExactly("match/a/1/a@b.de");
            assertThat(customer(mapping, Map.of("postCode", "12345"))).isEmpty();
        }

        @Test
        void caseCountsWhereTheFileSaysSo() {
            Mapping mapping = mapping(
                    "match:",
                    "  - {erp: name, crm: name, caseSensitive: true}",
                    "  - {erp: eMail, crm: emailaddress1}");

            assertThat(customer(mapping, Map.of("name", "Adatum", "eMail", "A@B.de")))
                    .containsExactly("match/a/0/Adatum", "match/a/1/a@b.de");
        }

        @Test
        void whatIsTakenIsAskedForUnlessTheFileSaysCreate() {
            assertThat(mapping("match: [{erp: name, crm: name}]").policies().onTaken())
                    .isEqualTo(Policies.OnTaken.ASK);
            assertThat(mapping("match: [{erp: name, crm: name}]", "onTaken: create")
                            .policies()
                            .onTaken())
                    .isEqualTo(Policies.OnTaken.CREATE);
        }
    }

    @Nested
    class Faults {
        @Test
        void keysBesideAPair() {
            assertThat(faults("match: [{erp: name, keys: [{erp: eMail, crm: emailaddress1}]}]"))
                    .containsExactly("a.yaml:4:10: 'erp' stands beside 'keys'; put this pair into the list of 'keys'");
        }

        @Test
        void emptyLists() {
            assertThat(faults("match: []"))
                    .containsExactly("a.yaml:4:1: 'match' is empty; list at least one pair of fields, or leave it out");
            assertThat(faults("match: [{keys: []}]"))
                    .containsExactly("a.yaml:4:10: 'keys' is empty; list at least one pair of fields");
        }

        @Test
        void halfAPair() {
            assertThat(faults("match: [{erp: name}, {keys: [{crm: name}]}]"))
                    .containsExactly(
                            "a.yaml:4:9: 'crm' is missing; name the CRM's field",
                            "a.yaml:4:30: 'erp' is missing; name the ERP's field");
        }

        @Test
        void unknownFieldsAndOtherTypes() {
            assertThat(faults("match: [{erp: email, crm: creditlimit}]"))
                    .containsExactly("a.yaml:4:15: erp/customer has no field 'email'; did you mean 'eMail'?");
            assertThat(faults("match: [{keys: [{erp: eMail, crm: creditlimit}]}]"))
                    .containsExactly("a.yaml:4:35: type error: 'eMail' holds a text, 'creditlimit' a decimal number;"
                            + " match by fields that hold the same kind of value");
        }

        @Test
        void referencesAreNeverEqual() {
            assertThat(faults("match: [{erp: salespersonCode, crm: ownerid}]"))
                    .containsExactly("a.yaml:4:37: the two systems never say the same here: 'salespersonCode' names"
                            + " erp/salesperson by its business key, 'ownerid' names crm/systemuser by its id;"
                            + " match by fields whose values both systems write alike");
        }

        @Test
        void aPairGivenTwice() {
            assertThat(faults("match: [{keys: [{erp: name, crm: name}, {erp: name, crm: name}]}]"))
                    .containsExactly("a.yaml:4:47: this pair is in the group already; leave it out");
        }

        @Test
        void aGroupThatNeverDecides() {
            assertThat(faults(
                            "match:",
                            "  - {erp: name, crm: name}",
                            "  - keys: [{erp: eMail, crm: emailaddress1}, {erp: name, crm: name}]"))
                    .containsExactly("a.yaml:6:5: this group never decides: whom it would find, the group of line 5 has"
                            + " found before; put it before that one, or leave it out");
        }

        @Test
        void aWiderCaseIsNoRepetition() {
            assertThat(mapping(
                                    "match:",
                                    "  - {erp: name, crm: name, caseSensitive: true}",
                                    "  - {erp: name, crm: name}")
                            .match())
                    .hasSize(2);
        }

        @Test
        void caseOfNumbers() {
            assertThat(faults("match: [{erp: creditLimitLcy, crm: creditlimit, caseSensitive: true}]"))
                    .containsExactly(
                            "a.yaml:4:49: 'caseSensitive' says nothing of a group without texts; leave it out");
        }

        @Test
        void onTakenWithoutEffect() {
            assertThat(faults("onTaken: create"))
                    .containsExactly("a.yaml:4:1: 'onTaken' says nothing without 'match';"
                            + " leave it out, or say what to 'match' by");
            assertThat(faults("match: [{erp: name, crm: name}]", "create: {erp: never, crm: never}", "onTaken: create"))
                    .containsExactly(
                            "a.yaml:6:1: this mapping creates nowhere; write 'onTaken: ask', or let it 'create'");
            assertThat(faults("match: [{erp: name, crm: name}]", "onTaken: creat"))
                    .containsExactly("a.yaml:5:10: 'creat' is no value of 'onTaken'; did you mean 'create'?");
        }
    }

    private static Mapping mapping(String... lines) {
        return Loading.customers(withFields(lines)).mappings().get(0);
    }

    private static List<String> faults(String... lines) {
        return Loading.customers(withFields(lines)).faults();
    }

    private static String[] withFields(String... lines) {
        return (String.join("\n", lines) + "\n" + FIELDS).split("\n", -1);
    }

    private static List<String> customer(Mapping mapping, Map<String, String> texts) {
        return keys(mapping, Side.ERP, CUSTOMER, texts);
    }

    private static List<String> account(Mapping mapping, Map<String, String> texts) {
        return keys(mapping, Side.CRM, ACCOUNT, texts);
    }

    private static List<String> keys(Mapping mapping, Side side, FieldNames names, Map<String, String> texts) {
        return mapping.matchKeys(side, Fields.of(names, name -> Value.text(texts.getOrDefault(name, ""))));
    }
}
