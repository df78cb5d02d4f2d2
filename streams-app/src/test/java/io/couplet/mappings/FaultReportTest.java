package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.model.Side;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FaultReportTest {

    @Test
    void allFaultsOfAllFilesComeInOneReport() {
        Loading files = new Loading().file("contact.yaml", """
                        mapping: contact-contact
                        erp: contact
                        crm: contact
                        filter: {erp: "erp.typ == 1"}
                        fields:
                          - {erp: customerNo, crm: parentcustomerid, reference: customer-account, required: true}
                        """).file("customer.yaml", """
                        mapping: customer-account
                        erp: customer
                        crm: account
                        filter:
                          crm: "crm.customertypecode == 'three'"
                        fields:
                          - {erp: nmae, crm: name}
                          - {erp: creditLimitLcy, crm: telephone1}
                          - {erp: primaryContactNo, crm: primarycontactid, reference: contact-contact, required: true}
                        """);

        assertThat(files.faults())
                .containsExactly(
                        "contact.yaml:4:20: erp/contact has no field 'typ'; did you mean 'type'?",
                        "contact.yaml:6:57: required references go round in a circle, so that none of the records could ever be"
                                + " created: contact-contact -> customer-account -> contact-contact;"
                                + " take 'required' from one of them; its field is then filled in later",
                        "customer.yaml:5:30: type error: '==' does not take (int, string); use values of fitting types",
                        "customer.yaml:7:11: erp/customer has no field 'nmae'; did you mean 'name'?",
                        "customer.yaml:8:11: type error: 'telephone1' holds a text, 'creditLimitLcy' a decimal number;"
                                + " say how with 'convert: {to-erp: <expression>}' or leave that way out with 'direction'",
                        "customer.yaml:8:32: type error: 'creditLimitLcy' holds a decimal number, 'telephone1' a text;"
                                + " say how with 'convert: {to-crm: <expression>}' or leave that way out with 'direction'");
    }

    @Test
    void theMessageHasALineForEachFault() {
        assertThatThrownBy(() ->
                        Loading.customers("fields: [{erp: nam, crm: nam}]").mappings())
                .isInstanceOf(MappingFaults.class)
                .hasMessage("a.yaml:4:16: erp/customer has no field 'nam'; did you mean 'name'?\n"
                        + "a.yaml:4:26: crm/account has no field 'nam'; did you mean 'name'?");
    }

    @Nested
    class Files {
        @Test
        void brokenYaml() {
            assertThat(new Loading().file("a.yaml", "mapping: a\nfields: [\n").faults())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:3:1: not YAML: ");
        }

        @Test
        void anEmptyFile() {
            assertThat(new Loading().file("a.yaml", "# nothing yet\n").faults())
                    .containsExactly("a.yaml:1:1: the file is empty; begin with 'mapping: <name>'");
        }

        @Test
        void aListInsteadOfKeys() {
            assertThat(new Loading().file("a.yaml", "- mapping: a\n").faults())
                    .singleElement()
                    .asString()
                    .startsWith("a.yaml:1:1: a mapping file must be keys and values; use mapping, erp");
        }

        @Test
        void aSecondDocument() {
            assertThat(Loading.customers("fields: [{erp: name, crm: name}]", "---", "mapping: b")
                            .faults())
                    .containsExactly("a.yaml:6:1: a second document begins here; write one mapping into each file");
        }

        @Test
        void aNameThatIsNone() {
            assertThat(new Loading()
                            .file("a.yaml", "mapping: my/mapping\nerp: customer\ncrm: account\nfields: []\n")
                            .faults())
                    .containsExactly(
                            "a.yaml:1:10: 'my/mapping' is no name for a mapping;"
                                    + " use lower-case letters, digits and dashes, such as customer-account",
                            "a.yaml:4:1: 'fields' is empty; list at least one pair of fields");
        }

        @Test
        void missingKeys() {
            assertThat(new Loading().file("a.yaml", "direction: both\n").faults())
                    .containsExactly(
                            "a.yaml:1:1: 'crm' is missing; name the CRM's entity",
                            "a.yaml:1:1: 'erp' is missing; name the ERP's entity",
                            "a.yaml:1:1: 'fields' is missing; list at least one pair of fields",
                            "a.yaml:1:1: 'mapping' is missing; begin with 'mapping: <name>'");
        }
    }

    @Nested
    class Words {
        @Test
        void anUnknownKey() {
            assertThat(Loading.customers("directon: both", "fields: [{erp: name, crm: name, derection: both}]")
                            .faults())
                    .containsExactly(
                            "a.yaml:4:1: unknown key 'directon'; did you mean 'direction'?",
                            "a.yaml:5:33: unknown key 'derection'; did you mean 'direction'?");
        }

        @Test
        void aKeyGivenTwice() {
            assertThat(Loading.customers("erp: contact", "fields: [{erp: name, crm: name}]")
                            .faults())
                    .containsExactly("a.yaml:4:1: 'erp' is given twice; keep one of them");
        }

        @Test
        void anUnknownChoice() {
            assertThat(Loading.customers("conflict: latest", "delete: maybe", "fields: [{erp: name, crm: name}]")
                            .faults())
                    .containsExactly(
                            "a.yaml:4:11: 'latest' is no value of 'conflict';"
                                    + " use one of: erp-wins, crm-wins, latest-wins, ask",
                            "a.yaml:5:9: 'maybe' is no value of 'delete'; use one of: uncouple, propagate, restore, ask");
        }

        @Test
        void anUnknownEntity() {
            assertThat(new Loading()
                            .file("a.yaml", "mapping: a\nerp: custommer\ncrm: lead\nfields: [{erp: x, crm: y}]\n")
                            .faults())
                    .containsExactly(
                            "a.yaml:2:6: the erp has no entity 'custommer'; did you mean 'customer'?",
                            "a.yaml:3:6: the crm has no entity 'lead'; use one of: "
                                    + String.join(", ", new Entities(EntityCatalogue.shipped()).names(Side.CRM)));
        }

        @Test
        void aValueOfTheWrongForm() {
            assertThat(Loading.customers(
                                    "needs: currency",
                                    "match: [name]",
                                    "conflict: [ask]",
                                    "fields: [{erp: , crm: name}]")
                            .faults())
                    .containsExactly(
                            "a.yaml:4:1: 'needs' must be a list; write it as 'needs: [...]' or with one '- ' a line",
                            "a.yaml:5:9: an entry of 'match' must be keys and values; use erp, crm, keys, caseSensitive",
                            "a.yaml:6:11: 'conflict' must be a single value; write it without brackets, dashes or keys",
                            "a.yaml:7:15: 'erp' is empty; give it a value or leave it out");
        }

        @Test
        void wordsWithoutEffect() {
            assertThat(Loading.customers(
                                    "fields:",
                                    "  - {erp: no, crm: accountnumber, direction: to-crm, conflict: ask}",
                                    "  - {erp: name, crm: name, oneWay: leave}",
                                    "  - {erp: city, crm: address1_city, required: true}",
                                    "  - {erp: address, crm: address1_line1, direction: to-crm, convert: {to-erp: value}}")
                            .faults())
                    .extracting(fault -> fault.substring(0, fault.indexOf(';')))
                    .containsExactly(
                            "a.yaml:5:54: 'conflict' says nothing of a one-way field",
                            "a.yaml:6:28: 'oneWay' says nothing of a field that goes both ways",
                            "a.yaml:7:37: 'required' says nothing without 'reference'",
                            "a.yaml:8:70: no value goes to the erp here");
        }
    }

    @Nested
    class Fields {
        @Test
        void writingWhatTheSystemFillsItself() {
            assertThat(new Loading().file("a.yaml", """
                                    mapping: a
                                    erp: contact
                                    crm: contact
                                    fields:
                                      - {erp: name, crm: fullname, direction: to-crm}
                                      - {crm: contactid, constant: x}
                                    """).faults())
                    .containsExactly(
                            "a.yaml:5:22: 'fullname' cannot be written: it is filled by the system itself;"
                                    + " use 'direction: to-erp' to read it only",
                            "a.yaml:6:11: 'contactid' cannot be written: it is the record's id; leave it out");
        }

        @Test
        void twoEntriesForOneTarget() {
            assertThat(Loading.customers(
                                    "fields:",
                                    "  - {erp: phoneNo, crm: telephone1}",
                                    "  - {erp: mobilePhoneNo, crm: telephone1, direction: to-crm}",
                                    "  - {crm: telephone1, constant: \"123\"}")
                            .faults())
                    .containsExactly(
                            "a.yaml:6:31: 'telephone1' of the crm is written by another entry already; keep one of them",
                            "a.yaml:7:11: 'telephone1' of the crm is written by another entry already; keep one of them");
        }

        @Test
        void twoEntriesForOnePair() {
            assertThat(Loading.customers(
                                    "fields:",
                                    "  - {erp: phoneNo, crm: telephone1, direction: to-crm}",
                                    "  - {erp: phoneNo, crm: telephone1, direction: to-erp}")
                            .faults())
                    .containsExactly("a.yaml:6:5: the pair phoneNo=telephone1 is given twice; say it in one entry");
        }

        @Test
        void aConstantOfAnotherType() {
            assertThat(Loading.customers(
                                    "fields:",
                                    "  - {erp: name, crm: name}",
                                    "  - {crm: customertypecode, constant: three}")
                            .faults())
                    .containsExactly("a.yaml:6:39: type error: the constant 'three' is no whole number;"
                            + " 'customertypecode' holds a whole number");
        }

        @Test
        void aConstantOnBothSides() {
            assertThat(Loading.customers("fields:", "  - {erp: name, crm: name, constant: x}")
                            .faults())
                    .containsExactly("a.yaml:5:28: a constant belongs to one side;"
                            + " name the field with either 'erp' or 'crm'");
        }

        @Test
        void creatingWhereNoFieldGoes() {
            assertThat(Loading.customers(
                                    "direction: to-erp", "create: {crm: always}", "fields: [{erp: name, crm: name}]")
                            .faults())
                    .containsExactly("a.yaml:5:1: records are to be created in the crm, but no field goes there;"
                            + " write 'create: {crm: never}' or let fields go there");
        }
    }

    @Nested
    class OtherMappings {
        @Test
        void aNameUsedTwice() {
            assertThat(Loading.customers("fields: [{erp: name, crm: name}]")
                            .file(
                                    "b.yaml",
                                    "mapping: a\nerp: customer\ncrm: account\nfields: [{erp: name, crm: name}]\n")
                            .faults())
                    .containsExactly(
                            "b.yaml:1:10: mapping 'a' exists already, in a.yaml:1; give one of them another name");
        }

        @Test
        void anUnknownMapping() {
            assertThat(Loading.customers(
                                    "needs: [b]",
                                    "fields:",
                                    "  - {erp: salespersonCode, crm: ownerid, reference: sales}")
                            .faults())
                    .containsExactly(
                            "a.yaml:4:9: 'needs' names an unknown mapping 'b'; did you mean 'a'?",
                            "a.yaml:6:53: 'reference' names an unknown mapping 'sales'; use one of: a");
        }

        @Test
        void needsInACircle() {
            assertThat(Loading.customers("needs: [b]", "fields: [{erp: name, crm: name}]")
                            .file(
                                    "b.yaml",
                                    "mapping: b\nerp: customer\ncrm: account\nneeds: [a]\nfields: [{erp: name, crm: name}]\n")
                            .faults())
                    .containsExactly("a.yaml:4:9: 'needs' goes round in a circle: a -> b -> a;"
                            + " take out one of them; references hold each record back by themselves");
        }

        @Test
        void aReferenceByTheWrongMapping() {
            assertThat(Loading.customers(
                                    "fields:",
                                    "  - {erp: name, crm: name}",
                                    "  - {erp: salespersonCode, crm: ownerid, reference: a}")
                            .faults())
                    .containsExactly(
                            "a.yaml:6:53: 'ownerid' refers to crm/systemuser, but mapping 'a' ties crm/account;"
                                    + " name the mapping that ties crm/systemuser",
                            "a.yaml:6:53: 'salespersonCode' refers to erp/salesperson, but mapping 'a' ties erp/customer;"
                                    + " name the mapping that ties erp/salesperson");
        }

        @Test
        void aReferenceFromAPlainField() {
            assertThat(Loading.customers(
                                    "fields:", "  - {erp: contact, crm: address1_primarycontactname, reference: a}")
                            .faults())
                    .extracting(fault -> fault.substring(0, fault.indexOf(';')))
                    .containsExactly(
                            "a.yaml:5:11: 'contact' refers to no other record",
                            "a.yaml:5:25: 'address1_primarycontactname' refers to no other record");
        }

        @Test
        void referencesOfSeveralKinds() {
            Loading files = Loading.customers("fields: [{erp: name, crm: name}]")
                    .file("b.yaml", """
                    mapping: b
                    erp: contact
                    crm: contact
                    fields:
                      - {erp: businessRelation, crm: parentcustomerid, reference: [a, c, a], blank: c}
                      - {erp: salespersonCode, crm: ownerid, reference: [c, a]}
                      - {erp: surname, crm: lastname, reference: []}
                    """)
                    .file("c.yaml", """
                    mapping: c
                    erp: salesperson
                    crm: systemuser
                    direction: to-erp
                    fields: [{erp: name, crm: fullname}]
                    """);

            assertThat(files.faults())
                    .containsExactly(
                            "b.yaml:5:67: 'businessRelation' refers to erp/customer or erp/vendor, but mapping 'c' ties"
                                    + " erp/salesperson; name the mapping that ties erp/customer or erp/vendor",
                            "b.yaml:5:67: 'parentcustomerid' refers to crm/account, but mapping 'c' ties crm/systemuser;"
                                    + " name the mapping that ties crm/account",
                            "b.yaml:5:70: two of the mappings tie erp/customer, and a value does not say which of them is"
                                    + " meant; leave one of them out",
                            "b.yaml:5:81: 'blank' says nothing of a field whose values say what they name; leave it out",
                            "b.yaml:6:57: 'ownerid' refers to crm/systemuser, but mapping 'a' ties crm/account;"
                                    + " name the mapping that ties crm/systemuser",
                            "b.yaml:6:57: 'salespersonCode' refers to erp/salesperson alone; name one mapping",
                            "b.yaml:7:35: 'reference' is empty; give it a value or leave it out");
        }

        @Test
        void aReferenceWithoutMapping() {
            assertThat(Loading.customers("fields:", "  - {erp: salespersonCode, crm: ownerid}")
                            .faults())
                    .containsExactly("a.yaml:5:5: 'ownerid' refers to crm/systemuser by its id;"
                            + " add 'reference: <mapping>' with the mapping that ties it");
        }

        @Test
        void aRecordMayRequireOneOfItsOwnKind() {
            assertThat(Circles.in(new java.util.TreeMap<>(java.util.Map.of("a", java.util.Set.of("a")))))
                    .isEmpty();
        }
    }

    @Nested
    class Companies {
        @Test
        void anUnknownCompany() {
            assertThat(Loading.customers("companies: [CRONOS]", "fields: [{erp: name, crm: name}]")
                            .faults())
                    .containsExactly("a.yaml:4:13: company 'CRONOS' is not configured; did you mean 'CRONUS'?");
        }
    }
}
