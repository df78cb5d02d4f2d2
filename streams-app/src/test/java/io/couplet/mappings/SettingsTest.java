package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Settings, what expressions make of them, and what is on or off by them. */
class SettingsTest {
    private static final String SETTINGS = """
            settings: ours
            values:
              form: [plain, groups]
              prefix: ''
              limit: 10
              share: 0.5
              strict: false
            """;
    private static final String NAME = "  - {erp: name, crm: name}";

    private static Loading customers(String... lines) {
        return Loading.customers(lines).file("ours.yaml", SETTINGS);
    }

    @Nested
    class Expressions {
        @Test
        void seeDefaults() {
            Mapping mapping = customers(
                            "filter: {erp: \"erp.no != settings.prefix && settings.limit > 9\"}", "fields:", NAME)
                    .mappings()
                    .get(0);

            assertThat(mapping.end(Side.ERP).filter().accepts(field -> Value.text("C1")))
                    .isTrue();
            assertThat(mapping.end(Side.ERP).filter().accepts(field -> Value.BLANK))
                    .isFalse();
        }

        @Test
        void seeWhatWasDecided() {
            Rule rule = customers(
                            "fields:",
                            "  - {erp: name, crm: name, direction: to-crm, convert: {to-crm: \"settings.prefix + value\"}}")
                    .decided("settings.yaml", "prefix: 4711\n")
                    .mappings()
                    .get(0)
                    .rules()
                    .get(0);

            assertThat(Converting.plainly(rule.to(Side.CRM), Value.text("Adatum")))
                    .isEqualTo(Value.text("4711Adatum"));
        }

        @Test
        void areCheckedByTheSettingsTypes() {
            assertThat(customers(
                                    "enabled: settings.form",
                                    "filter: {erp: \"erp.name == settings.limit\", crm: \"settings.lmit == 1\"}",
                                    "fields:",
                                    "  - {erp: name, crm: name, convert: {to-crm: \"value + settings.fom\"}}",
                                    "  - {erp: city, crm: address1_city, enabled: form == 'plain'}")
                            .faults())
                    .containsExactly(
                            "a.yaml:4:10: the expression gives string, not bool; 'enabled' must say yes or no",
                            "a.yaml:5:25: type error: '==' does not take (string, int); use values of fitting types",
                            "a.yaml:5:60: there is no setting 'lmit'; did you mean 'limit'?",
                            "a.yaml:7:64: there is no setting 'fom'; did you mean 'form'?",
                            "a.yaml:8:46: 'form' is unknown here; write settings.form");
        }
    }

    @Nested
    class Decided {
        @Test
        void faultsComeAllAtOnceWithTheirPlaces() {
            assertThat(customers("fields:", NAME)
                            .decided(
                                    "company/settings.yaml",
                                    "limt: 3\nform: groop\nlimit: many\nstrict: 'no'\nshare: [1]\nlimit: 4\n")
                            .faults())
                    .containsExactly(
                            "company/settings.yaml:1:1: there is no setting 'limt'; did you mean 'limit'?",
                            "company/settings.yaml:2:7: 'groop' is no value of the setting 'form'; did you mean 'groups'?",
                            "company/settings.yaml:3:8: type error: 'many' is no whole number; the setting 'limit' holds a"
                                    + " whole number",
                            "company/settings.yaml:4:9: type error: 'no' is no 'true' or 'false'; the setting 'strict' holds a"
                                    + " 'true' or 'false'",
                            "company/settings.yaml:5:8: 'share' must be a single value; write it without brackets, dashes or"
                                    + " keys",
                            "company/settings.yaml:6:1: 'limit' is given twice; keep one of them");
        }

        @Test
        void faultsOfDeclarationsComeAllAtOnce() {
            assertThat(customers("fields:", NAME)
                            .file("more.yaml", """
                                    settings: More
                                    values:
                                      form: 1
                                      no-name: 2
                                      nothing:
                                    """)
                            .file("none.yaml", "settings: none\n")
                            .faults())
                    .containsExactly(
                            "more.yaml:1:11: 'More' is no name for a file of settings; use lower-case letters, digits and"
                                    + " dashes, such as catalogue",
                            "more.yaml:3:3: setting 'form' exists already, in ours.yaml:3; give one of them another name",
                            "more.yaml:4:3: 'no-name' is no name for a setting; use letters and digits, such as"
                                    + " createSalesOrders",
                            "more.yaml:5:11: the setting 'nothing' has no default; give it a text, a number, true or false, or"
                                    + " a list of texts to choose from, the default first",
                            "none.yaml:1:1: 'values' is missing; list the settings with their defaults: 'units: plain'");
        }
    }

    @Nested
    class Enabled {
        private static final String BY_FORM = "enabled: \"settings.form == 'groups'\"";

        @Test
        void aMappingThatIsOffIsCheckedAndShown() {
            CheckedMappings checked = customers(BY_FORM, "fields:", NAME).checked();

            assertThat(checked.mappings())
                    .singleElement()
                    .satisfies(mapping -> assertThat(mapping.isOn()).isFalse());
            assertThat(checked.descriptions()).singleElement().satisfies(description -> {
                assertThat(description.on()).isFalse();
                assertThat(description.enabled()).isEqualTo("settings.form == 'groups'");
            });
            assertThat(customers(BY_FORM, "fields:", "  - {erp: nam, crm: name}")
                            .faults())
                    .containsExactly("a.yaml:6:11: erp/customer has no field 'nam'; did you mean 'name'?");
        }

        @Test
        void whatWasDecidedSwitchesItOn() {
            assertThat(customers(BY_FORM, "fields:", NAME)
                            .decided("settings.yaml", "form: groups\n")
                            .mappings()
                            .get(0)
                            .isOn())
                    .isTrue();
        }

        @Test
        void ofTwoFieldsForOneTargetOneIsOn() {
            String[] lines = {
                "fields:",
                "  - {erp: phoneNo, crm: telephone1, enabled: settings.form == 'plain'}",
                "  - {erp: mobilePhoneNo, crm: telephone1, enabled: settings.form == 'groups'}",
                "  - {crm: customertypecode, constant: 3, enabled: settings.strict}"
            };

            Mapping plain = customers(lines).mappings().get(0);
            assertThat(plain.rules()).extracting(Rule::erp).containsExactly("phoneNo");
            assertThat(plain.end(Side.CRM).constants()).isEmpty();
            Mapping groups = customers(lines)
                    .decided("settings.yaml", "form: groups\nstrict: true\n")
                    .mappings()
                    .get(0);
            assertThat(groups.rules()).extracting(Rule::erp).containsExactly("mobilePhoneNo");
            assertThat(groups.end(Side.CRM).constants()).containsKey("customertypecode");
        }

        @Test
        void aFieldThatIsOffIsChecked() {
            assertThat(customers("fields:", NAME, "  - {erp: citi, crm: address1_city, enabled: \"false\"}")
                            .faults())
                    .containsExactly("a.yaml:6:11: erp/customer has no field 'citi'; did you mean 'city'?");
        }

        @Test
        void whatIsOnCannotReferToWhatIsOff() {
            String people = """
                    mapping: people
                    erp: contact
                    crm: contact
                    enabled: settings.strict
                    fields:
                      - {erp: firstName, crm: firstname}
                    """;
            String reference = "  - {erp: primaryContactNo, crm: primarycontactid, reference: people";

            assertThat(customers("fields:", NAME, reference + "}")
                            .file("people.yaml", people)
                            .faults())
                    .containsExactly("a.yaml:6:63: 'reference' names mapping 'people', which is off: settings.strict;"
                            + " let this field be on under the same condition only: 'enabled: \"settings.strict\"'");
            assertThat(customers("fields:", NAME, reference + ", enabled: settings.strict}")
                            .file("people.yaml", people)
                            .mappings())
                    .hasSize(2);
            assertThat(customers("enabled: settings.strict", "fields:", NAME, reference + "}")
                            .file("people.yaml", people)
                            .mappings())
                    .hasSize(2);
        }
    }

    @Nested
    class Create {
        private static final String BY_FORM = "create: {erp: never, crm: \"settings.form == 'groups'\"}";

        @Test
        void followsFromTheSettings() {
            CheckedMappings plain = customers(BY_FORM, "fields:", NAME).checked();
            assertThat(plain.mappings().get(0).policies().createsIn()).isEmpty();
            assertThat(plain.descriptions().get(0).createsIf()).containsExactly("crm: settings.form == 'groups'");

            assertThat(customers(BY_FORM, "fields:", NAME)
                            .decided("settings.yaml", "form: groups\n")
                            .mappings()
                            .get(0)
                            .policies()
                            .createsIn())
                    .containsExactly(Side.CRM);
        }

        @Test
        void isCheckedWhateverTheSettingsSay() {
            assertThat(customers("create: {erp: settings.frm, crm: settings.limit}", "fields:", NAME)
                            .faults())
                    .containsExactly(
                            "a.yaml:4:24: there is no setting 'frm'; did you mean 'form'?",
                            "a.yaml:4:34: the expression gives int, not bool; 'create' must be always, never, or say yes or no");
            assertThat(customers("create: {crm: alwais}", "fields:", NAME).faults())
                    .containsExactly("a.yaml:4:15: 'alwais' is no value of 'crm'; did you mean 'always'?");
            assertThat(customers("direction: to-erp", "create: {crm: settings.strict}", "fields:", NAME)
                            .faults())
                    .containsExactly("a.yaml:5:1: records are to be created in the crm, but no field goes there;"
                            + " write 'create: {crm: never}' or let fields go there");
        }

        @Test
        void mayBeOffWhereWhatIsTakenCreates() {
            assertThat(customers("match: [{erp: name, crm: name}]", "onTaken: create", BY_FORM, "fields:", NAME)
                            .mappings())
                    .hasSize(1);
        }
    }
}
