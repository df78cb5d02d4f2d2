package io.couplet.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands in the databases after the sample data has been loaded. */
class SampleLoadIT {
    private static final TestDatabases DATABASES = TestDatabases.shared();
    private static final SampleData DATA = SampleData.generate(1, SampleData.DEFAULT_SEED);

    @BeforeAll
    static void loadSampleData() throws SQLException {
        Sandbox.erp(DATABASES.admin("erp")).load(DATA);
        Sandbox.crm(DATABASES.admin("crm")).load(DATA);
    }

    @Test
    void everyRecordOfASideIsThere() throws SQLException {
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Customer\"")).isEqualTo("425");
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Vendor\"")).isEqualTo("51");
        assertThat(crm("SELECT count(*) FROM account WHERE customertypecode = 3"))
                .isEqualTo("375");
        assertThat(crm("SELECT count(*) FROM account WHERE customertypecode = 11"))
                .isEqualTo("45");
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Contact\" WHERE \"Type\" = 1"))
                .isEqualTo(""
                        + DATA.people().stream()
                                .filter(p -> p.presence().inErp())
                                .count());
        assertThat(crm("SELECT count(*) FROM contact"))
                .isEqualTo(""
                        + DATA.people().stream()
                                .filter(p -> p.presence().inCrm())
                                .count());
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Currency\"")).isEqualTo("10");
        assertThat(crm("SELECT count(*) FROM transactioncurrency")).isEqualTo("6");
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Item\"")).isEqualTo("170");
        assertThat(crm("SELECT count(*) FROM product WHERE producttypecode = 1"))
                .isEqualTo("150");
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Resource\"")).isEqualTo("17");
        assertThat(crm("SELECT count(*) FROM product WHERE producttypecode = 3"))
                .isEqualTo("15");
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Unit of Measure\"")).isEqualTo("7");
        assertThat(crm("SELECT count(*) FROM uomschedule")).isEqualTo("3");
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Sales Price\"")).isEqualTo("340");
        assertThat(crm("SELECT count(*) FROM pricelevel")).isEqualTo("1");
    }

    @Test
    void someOfWhatWasSoldIsPaid() throws SQLException {
        assertThat(erp("SELECT count(*) || ' ' || count(*) FILTER (WHERE \"Closed\") || ' ' || count(*) FILTER"
                        + " (WHERE \"Remaining Amount\" BETWEEN 0.01 AND \"Amount Including VAT\" - 0.01)"
                        + " FROM \"CRONUS$Sales Invoice Header\""))
                .isEqualTo("20 10 5");
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Sales Header\"")).isEqualTo("0");
    }

    @Test
    void theSecondCompanyHasItsOwn() throws SQLException {
        Sandbox.erp(DATABASES.admin("both_erp")).load(1, SampleData.DEFAULT_SEED);
        Sandbox.crm(DATABASES.admin("both_crm")).load(1, SampleData.DEFAULT_SEED);

        assertThat(DATABASES.run("both_erp", "anna", "SELECT count(*) FROM \"FABRIKAM$Customer\""))
                .isEqualTo("17");
        assertThat(DATABASES.run(
                        "both_erp",
                        "anna",
                        "SELECT count(*) FROM \"FABRIKAM$Customer\" WHERE \"Primary Contact No_\" <> ''"))
                .isNotEqualTo("0");
        assertThat(
                        DATABASES.run(
                                "both_crm",
                                "anna",
                                "SELECT string_agg(n, ' ' ORDER BY n) FROM (SELECT bcbi_companyidname || '=' || count(*) AS n FROM account"
                                        + " WHERE customertypecode = 3 AND bcbi_companyid IS NOT NULL GROUP BY bcbi_companyidname) AS a"))
                .isEqualTo("CRONUS=300 FABRIKAM=15");
    }

    @Test
    void loadingAgainChangesNothing() throws SQLException {
        String version = erp("SELECT max(\"timestamp\") FROM \"CRONUS$Customer\"");

        Sandbox.erp(DATABASES.admin("erp")).load(2, 99);

        assertThat(erp("SELECT max(\"timestamp\") FROM \"CRONUS$Customer\"")).isEqualTo(version);
        assertThat(Sandbox.erp(DATABASES.admin("erp")).isLoaded()).isTrue();
    }

    @Test
    void rowsAreEnteredByPeople() throws SQLException {
        assertThat(erp("SELECT count(DISTINCT \"$systemCreatedBy\") FROM \"CRONUS$Customer\""))
                .isEqualTo("10");
        assertThat(crm("SELECT count(*) FROM account WHERE createdby NOT IN (SELECT domainname FROM systemuser)"))
                .isEqualTo("0");
    }

    @Test
    void everyPersonBelongsToACompanyAndAnAccount() throws SQLException {
        assertThat(
                        erp(
                                "SELECT count(*) FROM \"CRONUS$Contact\" WHERE \"Type\" = 1 AND (\"Business Relation\" = '' OR \"Company No_\" = '')"))
                .isEqualTo("0");
        assertThat(crm("SELECT count(*) FROM contact WHERE parentcustomerid IS NULL OR ownerid IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void primaryContactsWorkForTheirCompany() throws SQLException {
        assertThat(
                        erp(
                                "SELECT count(*) FROM \"CRONUS$Vendor\" v JOIN \"CRONUS$Contact\" p"
                                        + " ON p.\"No_\" = v.\"Primary Contact No_\" AND p.\"Business Relation\" = 'vendor/' || v.\"No_\""))
                .isEqualTo(erp("SELECT count(*) FROM \"CRONUS$Vendor\" WHERE \"Primary Contact No_\" <> ''"))
                .isNotEqualTo("0");
        assertThat(erp("SELECT count(*) FROM \"CRONUS$Customer\" c JOIN \"CRONUS$Contact\" p"
                        + " ON p.\"No_\" = c.\"Primary Contact No_\" AND p.\"Customer No_\" = c.\"No_\""))
                .isEqualTo(erp("SELECT count(*) FROM \"CRONUS$Customer\" WHERE \"Primary Contact No_\" <> ''"))
                .isNotEqualTo("0");
        assertThat(crm("SELECT count(*) FROM account a JOIN contact p"
                        + " ON p.contactid = a.primarycontactid AND p.parentcustomerid = a.accountid"))
                .isEqualTo(crm("SELECT count(*) FROM account WHERE primarycontactid IS NOT NULL"))
                .isNotEqualTo("0");
    }

    @Test
    void productsOfBothSidesMatchByTheirNumberAndHaveTheSameUnit() throws SQLException {
        assertThat(crm("SELECT string_agg(productnumber || ' ' || (SELECT baseuomname FROM uomschedule s"
                        + " WHERE s.uomscheduleid = p.defaultuomscheduleid), ',' ORDER BY productnumber) FROM product p"
                        + " WHERE productnumber <= 'I-00012'"))
                .isEqualTo(erp("SELECT string_agg(\"No_\" || ' ' || \"Base Unit of Measure\", ',' ORDER BY \"No_\")"
                        + " FROM \"CRONUS$Item\" WHERE \"No_\" <= 'I-00012'"));
    }

    @Test
    void sameSeedFillsAnotherDatabaseTheSameWay() throws SQLException {
        SampleData again = SampleData.generate(1, SampleData.DEFAULT_SEED);
        Sandbox.erp(DATABASES.admin("second_erp")).load(again);
        Sandbox.crm(DATABASES.admin("second_crm")).load(again);
        String erpDigest = "SELECT md5(string_agg(concat_ws('|', \"No_\", \"$systemId\", \"Name\", \"E-Mail\","
                + " \"Primary Contact No_\"), ',' ORDER BY \"$systemId\")) FROM \"CRONUS$Customer\" WHERE \"E-Mail\" <> ''";
        String crmDigest =
                "SELECT md5(string_agg(concat_ws('|', contactid, parentcustomerid, fullname, mobilephone), ','"
                        + " ORDER BY contactid)) FROM contact WHERE emailaddress1 IS NOT NULL";

        assertThat(DATABASES.run("second_erp", "anna", erpDigest)).isEqualTo(erp(erpDigest));
        assertThat(DATABASES.run("second_crm", "anna", crmDigest)).isEqualTo(crm(crmDigest));
    }

    private static @Nullable String erp(String sql) throws SQLException {
        return DATABASES.run("erp", "anna", sql);
    }

    private static @Nullable String crm(String sql) throws SQLException {
        return DATABASES.run("crm", "anna", sql);
    }
}
