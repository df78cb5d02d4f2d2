package io.couplet.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules that the databases keep, whoever writes. */
class SandboxIT {
    private static final TestDatabases DATABASES = TestDatabases.shared();

    @BeforeAll
    static void loadSampleData() throws SQLException {
        Sandbox.erp(DATABASES.admin("rules_erp")).load(1, SampleData.DEFAULT_SEED);
        Sandbox.crm(DATABASES.admin("rules_crm")).load(1, SampleData.DEFAULT_SEED);
    }

    @Nested
    class Stamps {
        @Test
        void aRowSaysWhoWroteIt() throws SQLException {
            String id = erp("anna", customer("Stamped") + " RETURNING \"$systemId\"");

            erp(
                    "bjorn",
                    "UPDATE \"CRONUS$Customer\" SET \"$systemCreatedBy\" = 'me', \"$systemModifiedBy\" = 'me' WHERE "
                            + "\"$systemId\" = '" + id + "'");

            assertThat(erp("SELECT \"$systemCreatedBy\" || ' ' || \"$systemModifiedBy\" FROM \"CRONUS$Customer\" WHERE "
                            + "\"$systemId\" = '" + id + "'"))
                    .isEqualTo("anna bjorn");
        }

        @Test
        void everyWriteRaisesTheVersionOverAllTables() throws SQLException {
            long first = Long.parseLong(crm("anna", "INSERT INTO account (name) VALUES ('A') RETURNING versionnumber"));
            long second =
                    Long.parseLong(crm("anna", "INSERT INTO contact (lastname) VALUES ('B') RETURNING versionnumber"));
            long third = Long.parseLong(
                    crm("anna", "UPDATE account SET versionnumber = 1 WHERE name = 'A' RETURNING versionnumber"));

            assertThat(second).isGreaterThan(first);
            assertThat(third).isGreaterThan(second);
        }

        @Test
        void anIdThatIsGivenIsKeptAndNeverChanges() throws SQLException {
            String id = "0c5a6a4e-6f3c-4a52-8f1a-1d4b4c3e2f10";
            crm("couplet", "INSERT INTO account (accountid, name) VALUES ('" + id + "', 'Given')");

            String after = crm(
                    "carla",
                    "UPDATE account SET accountid = gen_random_uuid() WHERE name = 'Given' RETURNING accountid");

            assertThat(after).isEqualTo(id);
        }
    }

    @Nested
    class Erp {
        @Test
        void seriesFillBlankNumbers() throws SQLException {
            assertThat(erp("anna", customer("Numbered") + " RETURNING \"No_\"")).matches("C\\d{4}0");
            assertThat(erp("anna", person("Ann", "Berg") + " RETURNING \"No_\""))
                    .matches("CT\\d{6}");
            assertThat(
                            erp(
                                    "anna",
                                    "INSERT INTO \"CRONUS$Salesperson_Purchaser\" (\"Name\") VALUES ('New') RETURNING \"Code\""))
                    .matches("SP NO\\. \\d{5}");
        }

        @Test
        void aNumberGivenByHandIsPassedOver() throws SQLException {
            String last = erp(
                    "anna", "INSERT INTO \"CRONUS$Salesperson_Purchaser\" (\"Name\") VALUES ('1') RETURNING \"Code\"");
            int number = Integer.parseInt(String.valueOf(last).substring(7));
            String next = "SP NO. %05d".formatted(number + 1);
            erp("anna", "INSERT INTO \"CRONUS$Salesperson_Purchaser\" (\"Code\") VALUES ('" + next + "')");

            assertThat(erp(
                            "anna",
                            "INSERT INTO \"CRONUS$Salesperson_Purchaser\" (\"Name\") VALUES ('2') RETURNING \"Code\""))
                    .isEqualTo("SP NO. %05d".formatted(number + 2));
        }

        @Test
        void codesAreTrimmedAndInUpperCase() throws SQLException {
            assertThat(erp(
                            "anna",
                            "INSERT INTO \"CRONUS$Customer\" (\"No_\", \"Name\", \"Currency Code\") VALUES"
                                    + " (' mine ', 'M', 'eur') RETURNING \"No_\" || \"Currency Code\""))
                    .isEqualTo("MINEEUR");
        }

        @Test
        void textThatIsTooLongIsRefusedByName() {
            assertThatThrownBy(() ->
                            erp("anna", "INSERT INTO \"CRONUS$Customer\" (\"Phone No_\") VALUES (repeat('1', 31))"))
                    .hasMessageContaining("Phone No_ may have at most 30 characters");
        }

        @Test
        void textIsNeverNull() {
            assertThatThrownBy(() -> erp("anna", "INSERT INTO \"CRONUS$Customer\" (\"Name\") VALUES (NULL)"))
                    .hasMessageContaining("\"Name\"");
        }

        @Test
        void unknownReferencesAreRefused() {
            assertThatThrownBy(() -> erp("couplet", "UPDATE \"CRONUS$Customer\" SET \"Salesperson Code\" = 'nobody'"))
                    .hasMessageContaining("there is no salesperson NOBODY");
            assertThatThrownBy(() -> erp("couplet", "UPDATE \"CRONUS$Customer\" SET \"Currency Code\" = 'XXX'"))
                    .hasMessageContaining("there is no currency XXX");
            assertThatThrownBy(() -> erp("couplet", "UPDATE \"CRONUS$Customer\" SET \"Primary Contact No_\" = 'X'"))
                    .hasMessageContaining("there is no contact X");
        }

        @Test
        void aPersonsNameIsComposedOrTakenApart() throws SQLException {
            assertThat(erp("anna", person("Ann", "Berg") + " RETURNING \"Name\""))
                    .isEqualTo("Ann Berg");
            assertThat(erp(
                            "anna",
                            "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"Name\") VALUES (1, 'Ann Maria van Dyke')"
                                    + " RETURNING concat_ws('|', \"First Name\", \"Middle Name\", \"Surname\")"))
                    .isEqualTo("Ann|Maria van|Dyke");
        }

        @Test
        void renamingASalespersonRenamesItWhereItIsUsed() throws SQLException {
            erp("anna", "INSERT INTO \"CRONUS$Salesperson_Purchaser\" (\"Code\") VALUES ('OLD')");
            erp("anna", "INSERT INTO \"CRONUS$Customer\" (\"Name\", \"Salesperson Code\") VALUES ('Renamed', 'OLD')");
            erp("anna", "INSERT INTO \"CRONUS$Vendor\" (\"Name\", \"Purchaser Code\") VALUES ('Renamed', 'OLD')");

            erp("anna", "UPDATE \"CRONUS$Salesperson_Purchaser\" SET \"Code\" = 'new one' WHERE \"Code\" = 'OLD'");

            assertThat(erp("SELECT \"Salesperson Code\" FROM \"CRONUS$Customer\" WHERE \"Name\" = 'Renamed'"))
                    .isEqualTo("NEW ONE");
            assertThat(erp("SELECT \"Purchaser Code\" FROM \"CRONUS$Vendor\" WHERE \"Name\" = 'Renamed'"))
                    .isEqualTo("NEW ONE");
        }

        @Test
        void aContactsCustomerAndCompanyFollowFromEachOther() throws SQLException {
            String customer = erp("anna", customer("Employer") + " RETURNING \"No_\"");
            String company = erp("SELECT \"No_\" FROM \"CRONUS$Contact\" WHERE \"Name\" = 'Employer' AND \"Type\" = 0");

            assertThat(erp(
                            "couplet",
                            "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"Customer No_\") VALUES (1, '" + customer
                                    + "') RETURNING \"Company No_\""))
                    .isEqualTo(company);
            assertThat(erp(
                            "anna",
                            "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"Company No_\") VALUES (1, '" + company
                                    + "') RETURNING \"Customer No_\""))
                    .isEqualTo(customer);
            assertThatThrownBy(() -> erp(
                            "couplet", "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"Customer No_\") VALUES (1, 'NO')"))
                    .hasMessageContaining("there is no customer NO");
        }

        @Test
        void aPersonMayWorkForAVendor() throws SQLException {
            String vendor =
                    erp("anna", "INSERT INTO \"CRONUS$Vendor\" (\"Name\") VALUES ('Their employer') RETURNING \"No_\"");
            String company =
                    erp("SELECT \"No_\" FROM \"CRONUS$Contact\" WHERE \"Name\" = 'Their employer' AND \"Type\" = 0");
            String person = "\"CRONUS$Contact\" WHERE \"Type\" = 1 AND \"Company No_\" = '" + company + "'";

            erp(
                    "couplet",
                    "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"Business Relation\") VALUES (1, 'vendor/" + vendor
                            + "')");
            erp("anna", "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"Company No_\") VALUES (1, '" + company + "')");
            assertThat(erp(
                            "SELECT count(*) || max(\"Business Relation\") || min(\"Business Relation\") || max(\"Customer No_\") FROM "
                                    + person))
                    .isEqualTo("2vendor/" + vendor + "vendor/" + vendor);

            erp("anna", "UPDATE \"CRONUS$Vendor\" SET \"No_\" = 'V-NEW' WHERE \"No_\" = '" + vendor + "'");
            assertThat(erp("SELECT string_agg(\"Business Relation\", ' ') FROM " + person))
                    .isEqualTo("vendor/V-NEW vendor/V-NEW");
            assertThatThrownBy(() -> erp(
                            "couplet",
                            "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"Business Relation\") VALUES (1, 'vendor/NO')"))
                    .hasMessageContaining("there is no vendor NO");
            assertThatThrownBy(() -> erp(
                            "couplet",
                            "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"Business Relation\") VALUES (1, 'NO')"))
                    .hasMessageContaining("there is no customer or vendor NO");
            erp("anna", "DELETE FROM \"CRONUS$Vendor\" WHERE \"No_\" = 'V-NEW'");
            assertThat(erp("SELECT count(*) || max(\"Business Relation\") FROM " + person))
                    .as("people outlive their vendor")
                    .isEqualTo("2");
        }

        @Test
        void aVendorIsNumberedAndGetsACompanyThatIsNoCustomer() throws SQLException {
            String vendor =
                    erp("anna", "INSERT INTO \"CRONUS$Vendor\" (\"Name\") VALUES ('Supplier') RETURNING \"No_\"");
            String company = "\"CRONUS$Contact\" WHERE \"Name\" = 'Supplier' AND \"Type\" = 0";

            assertThat(vendor).matches("V\\d{4}0");
            assertThat(erp("SELECT \"Customer No_\" = '' FROM " + company)).isEqualTo("t");
            assertThatThrownBy(() -> erp("anna", "DELETE FROM " + company))
                    .hasMessageContaining("is the company of a customer or vendor");
            erp("anna", "DELETE FROM \"CRONUS$Vendor\" WHERE \"No_\" = '" + vendor + "'");
            erp("anna", "DELETE FROM " + company);
        }

        @Test
        void aNumberIsTakenWithinItsCompanyOnly() throws SQLException {
            String inFabrikam = "INSERT INTO \"FABRIKAM$Customer\" (\"No_\") VALUES ('SAME')";
            erp("anna", "INSERT INTO \"CRONUS$Customer\" (\"No_\") VALUES ('SAME')");
            erp("anna", inFabrikam);

            assertThatThrownBy(() -> erp("anna", inFabrikam))
                    .hasMessageContaining("FABRIKAM: customer number is taken");
            assertThat(
                            erp(
                                    "SELECT count(*) FROM \"CRONUS$Contact\" c JOIN \"FABRIKAM$Contact\" f USING (\"$systemId\")"))
                    .as("each company has a contact for its own")
                    .isEqualTo("0");
        }

        @Test
        void aCompanyHasOneRowOfInformation() {
            assertThatThrownBy(() -> erp("anna", "INSERT INTO \"CRONUS$Company Information\" (\"Name\") VALUES ('2')"))
                    .hasMessageContaining("there is one Company Information");
        }

        @Test
        void contactsOutliveTheirCustomer() throws SQLException {
            String customer = erp("anna", customer("Short-lived") + " RETURNING \"No_\"");
            String person = erp(
                    "anna",
                    "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"Customer No_\") VALUES (1, '" + customer
                            + "') RETURNING \"No_\"");

            erp("anna", "DELETE FROM \"CRONUS$Customer\" WHERE \"No_\" = '" + customer + "'");

            assertThat(erp(
                            "SELECT \"Customer No_\" || (\"Company No_\" <> '') FROM \"CRONUS$Contact\" WHERE \"No_\" = '"
                                    + person + "'"))
                    .isEqualTo("true");
        }
    }

    @Nested
    class Crm {
        @Test
        void fullNamesAreComposed() throws SQLException {
            assertThat(crm(
                            "anna",
                            "INSERT INTO contact (firstname, middlename, lastname, fullname) VALUES"
                                    + " ('Ann', '', 'Berg', 'ignored') RETURNING fullname"))
                    .isEqualTo("Ann Berg");
            assertThat(crm("SELECT fullname FROM systemuser WHERE domainname = 'couplet'"))
                    .isEqualTo("Couplet Integration");
        }

        @Test
        void blankTextIsNull() throws SQLException {
            assertThat(crm("anna", "INSERT INTO account (name, fax) VALUES ('Blank', '') RETURNING fax IS NULL"))
                    .isEqualTo("t");
        }

        @Test
        void textThatIsTooLongIsRefusedByName() {
            assertThatThrownBy(() -> crm("anna", "INSERT INTO account (name) VALUES (repeat('x', 161))"))
                    .hasMessageContaining("name may have at most 160 characters");
        }

        @Test
        void unknownReferencesAreRefused() {
            assertThatThrownBy(() -> crm("couplet", "INSERT INTO account (ownerid) VALUES (gen_random_uuid())"))
                    .hasMessageContaining("ownerid must be a systemuser");
            assertThatThrownBy(
                            () -> crm("couplet", "INSERT INTO contact (parentcustomerid) VALUES (gen_random_uuid())"))
                    .hasMessageContaining("parentcustomerid must be an account");
        }

        @Test
        void rowsShowTheNameOfTheirCompany() throws SQLException {
            crm("anna", "INSERT INTO bcbi_company (bcbi_name) VALUES ('FIRST'), ('SECOND')");
            String first = crm("SELECT bcbi_companyid FROM bcbi_company WHERE bcbi_name = 'FIRST'");

            assertThat(crm(
                            "anna",
                            "INSERT INTO account (name, bcbi_companyid, bcbi_companyidname) VALUES ('Named', '" + first
                                    + "', 'SECOND') RETURNING bcbi_companyidname"))
                    .isEqualTo("FIRST");
            assertThat(crm(
                            "anna",
                            "INSERT INTO contact (lastname, parentcustomerid) SELECT 'Of it', accountid FROM account"
                                    + " WHERE name = 'Named' RETURNING bcbi_companyidname"))
                    .as("a person belongs to the account's company")
                    .isEqualTo("FIRST");
            crm("anna", "UPDATE bcbi_company SET bcbi_name = 'THIRD' WHERE bcbi_name = 'FIRST'");
            assertThat(crm("SELECT bcbi_companyidname FROM contact WHERE lastname = 'Of it'"))
                    .isEqualTo("THIRD");
            assertThatThrownBy(() -> crm("anna", "DELETE FROM bcbi_company WHERE bcbi_name = 'THIRD'"))
                    .hasMessageContaining("bcbi_companyid must be a bcbi_company");
        }

        @Test
        void aRecordBelongsToThePersonWhoMakesIt() throws SQLException {
            assertThat(
                            crm(
                                    "elena",
                                    "INSERT INTO account (name) VALUES ('Mine') RETURNING"
                                            + " (SELECT domainname FROM systemuser WHERE systemuserid = ownerid) || ' ' || owneridtype"))
                    .isEqualTo("elena systemuser");
            assertThat(crm("couplet", "INSERT INTO account (name) VALUES ('Ours') RETURNING ownerid"))
                    .isNull();
        }

        @Test
        void theReasonFollowsTheState() throws SQLException {
            crm("anna", "INSERT INTO account (name) VALUES ('State')");

            assertThat(crm("anna", "UPDATE account SET statecode = 1 WHERE name = 'State' RETURNING statuscode"))
                    .isEqualTo("2");
        }
    }

    @Nested
    class Rights {
        @Test
        void peopleDoNotTouchWhatIsCouplets() {
            assertThatThrownBy(() -> erp("anna", "SELECT * FROM couplet.applied_command"))
                    .hasMessageContaining("permission denied");
        }

        @Test
        void captureReadsAndDoesNotWrite() throws SQLException {
            assertThat(erp("couplet_capture", "SELECT count(*) > 0 FROM \"CRONUS$Customer\""))
                    .isEqualTo("t");
            assertThatThrownBy(() -> erp("couplet_capture", "DELETE FROM \"CRONUS$Customer\""))
                    .hasMessageContaining("permission denied");
        }

        @Test
        void theIntegrationKeepsItsRecordsBesideTheData() throws SQLException {
            crm("couplet", "INSERT INTO couplet.applied_command (id, op, row) VALUES ('1', 'CREATE', '{}')");
            crm("couplet", "UPDATE couplet.heartbeat SET nonce = 'n', at = clock_timestamp() WHERE id = 1");

            assertThat(crm("couplet", "SELECT count(*) FROM couplet.applied_command"))
                    .isEqualTo("1");
        }

        @Test
        void allSynchronizedTablesArePublishedWithTheirFormerRows() throws SQLException {
            String published = "SELECT count(*) FROM pg_publication_tables t JOIN pg_class c ON c.relname = t.tablename"
                    + " WHERE t.pubname = 'couplet' AND c.relreplident = 'f'";

            assertThat(erp(published)).isEqualTo("48");
            assertThat(crm(published)).isEqualTo("16");
        }
    }

    private static String customer(String name) {
        return "INSERT INTO \"CRONUS$Customer\" (\"Name\") VALUES ('" + name + "')";
    }

    private static String person(String first, String last) {
        return "INSERT INTO \"CRONUS$Contact\" (\"Type\", \"First Name\", \"Surname\") VALUES (1, '" + first + "', '"
                + last + "')";
    }

    private static @Nullable String erp(String sql) throws SQLException {
        return erp("anna", sql);
    }

    private static @Nullable String erp(String login, String sql) throws SQLException {
        return DATABASES.run("rules_erp", login, sql);
    }

    private static @Nullable String crm(String sql) throws SQLException {
        return crm("anna", sql);
    }

    private static @Nullable String crm(String login, String sql) throws SQLException {
        return DATABASES.run("rules_crm", login, sql);
    }
}
