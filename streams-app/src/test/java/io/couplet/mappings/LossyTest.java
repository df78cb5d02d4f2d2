package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lost between two systems is found when a file is loaded, and the word {@code lossy}. */
class LossyTest {

    @Nested
    class NothingIsSaidOf {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{erp: name, crm: name}",
                    "{erp: creditLimitLcy, crm: creditlimit}",
                    "{erp: creditLimitLcy, crm: creditlimit, convert: {to-crm: 'value * 1.19', to-erp: 'value / 1.19'}}",
                    "{erp: creditLimitLcy, crm: creditlimit, convert: {to-crm: 'value / 3.0', to-erp: 'value * 3.0'}}",
                    "{erp: faxNo, crm: fax, convert: {to-crm: value.reverse(), to-erp: value.reverse()}}",
                    "{erp: blocked, crm: customertypecode, direction: to-crm, convert: {to-crm: '7'}}"
                })
        void whatComesBackAsItWas(String entry) {
            assertThat(fields(entry).notes()).allMatch(note -> note.contains("cannot hold"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{erp: countryRegionCode, crm: address1_country}", "{erp: no, crm: accountnumber}"})
        void whatTheTargetsSchemaDoesToIt(String entry) {
            assertThat(fields(entry).mappings()).hasSize(1);
        }

        @Test
        void optionsThatAreAllCovered() {
            assertThat(contactFields("{erp: type, crm: statecode, convert: {to-crm: '1 - value', to-erp: '1 - value'}}")
                            .notes())
                    .isEmpty();
        }

        @Test
        void references() {
            Loading files =
                    fields("{erp: salespersonCode, crm: ownerid, reference: b}").file("b.yaml", """
                            mapping: b
                            erp: salesperson
                            crm: systemuser
                            direction: to-erp
                            fields: [{erp: name, crm: fullname, convert: {to-erp: "value.substring(0, 1)"}}]
                            """);

            assertThat(files.notes()).isEmpty();
        }
    }

    @Nested
    class Refused {
        @Test
        void whatTheOtherSideDoesNotHave() {
            assertThat(fields(
                                    "{erp: shippingAgentCode, crm: address1_shippingmethodcode,",
                                    "   convert: {to-crm: \"{'DHL': 2, 'UPS': 4}[value]\", to-erp: \"{2: 'DHL', 4: 'UPS'}[value]\"}}")
                            .faults())
                    .containsExactly("a.yaml:6:23: the erp's 'AB' has no value in the crm; convert it as well,"
                            + " give the field one 'direction',"
                            + " or write 'lossy: unknown' if such values may stay on their side");
        }

        @Test
        void aTableWhoseTwoHalvesDiffer() {
            assertThat(fields(
                                    "{erp: shippingAgentCode, crm: address1_shippingmethodcode, lossy: unknown,",
                                    "   convert: {to-crm: \"{'DHL': 2, 'UPS': 4}[value]\", to-erp: \"{2: 'DHL', 4: 'DHL'}[value]\"}}")
                            .faults())
                    .containsExactly("a.yaml:6:62: the erp's 'UPS' goes to the crm as 4 and comes back as 'DHL';"
                            + " let each way undo the other, give the field one 'direction',"
                            + " or write 'lossy: any' if this is meant");
        }

        @Test
        void aTableWithAHole() {
            assertThat(fields(
                                    "{erp: shippingAgentCode, crm: address1_shippingmethodcode,",
                                    "   convert: {to-crm: \"value == 'DHL' ? 2 : 4\", to-erp: \"{2: 'DHL'}[value]\"}}")
                            .faults())
                    .contains("a.yaml:6:57: the erp's 'AB' goes to the crm as 4, which has no value in the erp;"
                            + " convert it as well, give the field one 'direction',"
                            + " or write 'lossy: unknown' if such values may stay on their side");
        }

        @Test
        void cuttingBothWays() {
            assertThat(fields(
                                    "{erp: address2, crm: address1_line2,",
                                    "   convert: {to-erp: \"value.size() > 50 ? value.substring(0, 50) : value\"}}")
                            .faults())
                    .containsExactly(
                            "a.yaml:6:23: the crm's 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn...' (51 characters)"
                                    + " goes to the erp as 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn...' (50 characters)"
                                    + " and comes back as 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn...' (50 characters);"
                                    + " say with 'to-crm' how it comes back, give the field one 'direction',"
                                    + " or write 'lossy: altered' if this is meant");
        }

        @Test
        void rounding() {
            assertThat(fields(
                                    "{erp: creditLimitLcy, crm: creditlimit,",
                                    "   convert: {to-crm: double(int(value)), to-erp: value}}")
                            .faults())
                    .singleElement()
                    .asString()
                    .contains("the erp's 0.5 goes to the crm as 0 and comes back as 0;");
        }

        @Test
        void caseThatTheTargetWouldHaveKept() {
            assertThat(fields("{erp: eMail, crm: emailaddress1, convert: {to-crm: value.lowerAscii()}}")
                            .faults())
                    .singleElement()
                    .asString()
                    .contains("the erp's 'AB' goes to the crm as 'ab' and comes back as 'ab';");
        }

        @Test
        void fractionsOfAWholeNumber() {
            assertThat(fields("{erp: creditLimitLcy, crm: customertypecode}").faults())
                    .containsExactly("a.yaml:5:5: the erp's 0.5 has no value in the crm; convert it as well,"
                            + " give the field one 'direction',"
                            + " or write 'lossy: unknown' if such values may stay on their side");
        }

        @Test
        void optionsOfOneSideOnly() {
            assertThat(fields("{erp: blocked, crm: statecode}").faults())
                    .containsExactly("a.yaml:5:5: the erp's 2 has no value in the crm; convert it as well,"
                            + " give the field one 'direction',"
                            + " or write 'lossy: unknown' if such values may stay on their side");
        }

        @Test
        void whatNeverSettlesWhateverTheFileAccepts() {
            assertThat(fields("{erp: creditLimitLcy, crm: creditlimit, lossy: any, convert: {to-crm: value * 2.0}}")
                            .faults())
                    .containsExactly(
                            "a.yaml:5:75: the erp's 2 goes to the crm as 4 and comes back as 4,"
                                    + " and never settles; say with 'to-erp' how it comes back, or give the field one 'direction'");
        }

        @Test
        void lossyWithoutEffect() {
            assertThat(fields("{erp: no, crm: accountnumber, direction: to-crm, lossy: any}")
                            .faults())
                    .containsExactly("a.yaml:5:54: 'lossy' says nothing of a one-way field; leave it out");
            assertThat(fields("{erp: name, crm: name, lossy: accept}").faults())
                    .containsExactly("a.yaml:5:35: 'accept' is no value of 'lossy'; use one of: unknown, altered, any");
        }

        @Test
        void constantsThatTheFieldCannotHold() {
            assertThat(fields(
                                    "{erp: name, crm: name}",
                                    "  - {crm: statecode, constant: 2}",
                                    "  - {crm: telephone2, constant: " + "9".repeat(51) + "}")
                            .faults())
                    .containsExactly(
                            "a.yaml:6:32: 'statecode' has no option 2; use one of: 0, 1",
                            "a.yaml:7:33: the constant '" + "9".repeat(51) + "' does not go into 'telephone2';"
                                    + " it holds 50 characters");
        }
    }

    @Nested
    class Noted {
        @Test
        void whatTheAuthorAccepts() {
            assertThat(fields("{erp: creditLimitLcy, crm: customertypecode, lossy: unknown}")
                            .notes())
                    .containsExactly("a.yaml:5:57: note: accepted: the erp's 0.5 has no value in the crm");
        }

        @Test
        void whatIsAcceptedAndNotLost() {
            assertThat(fields("{erp: creditLimitLcy, crm: creditlimit, lossy: any}")
                            .notes())
                    .containsExactly("a.yaml:5:52: note: 'lossy: any' accepts more than was found to be lost:"
                            + " it may be left out");
            assertThat(fields("{erp: creditLimitLcy, crm: customertypecode, lossy: any}")
                            .notes())
                    .contains("a.yaml:5:57: note: 'lossy: any' accepts more than was found to be lost:"
                            + " 'lossy: unknown' is enough");
        }

        @Test
        void fieldsThatHoldLessThanMayBeSent() {
            assertThat(fields(
                                    "{erp: name, crm: name}",
                                    "  - {erp: homePage, crm: websiteurl}",
                                    "  - {erp: no, crm: accountnumber, direction: to-crm, convert: {to-crm: \"'C-' + value\"}}")
                            .notes())
                    .containsExactly(
                            "a.yaml:1:1: note: what the crm cannot hold is refused there and set aside:"
                                    + " websiteurl (200 characters), accountnumber (20 characters)",
                            "a.yaml:1:1: note: what the erp cannot hold is refused there and set aside: name (100 characters)");
        }
    }

    private static Loading fields(String... lines) {
        return Loading.customers("fields:\n  - " + String.join("\n", lines));
    }

    private static Loading contactFields(String entry) {
        return new Loading().file("a.yaml", "mapping: a\nerp: contact\ncrm: contact\nfields:\n  - " + entry + "\n");
    }
}
