package io.couplet.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of units and products, whoever writes. */
class ProductRulesIT {
    private static final TestDatabases DATABASES = TestDatabases.shared();
    private static final String ITEM = "\"CRONUS$Item\"";
    private static final String ITEM_UNIT = "\"CRONUS$Item Unit of Measure\"";
    private static final String UNIT = "\"CRONUS$Unit of Measure\"";

    @BeforeAll
    static void loadSampleData() throws SQLException {
        Sandbox.erp(DATABASES.admin("rules_erp")).load(1, SampleData.DEFAULT_SEED);
        Sandbox.crm(DATABASES.admin("rules_crm")).load(1, SampleData.DEFAULT_SEED);
    }

    @Test
    void anItemIsNumberedAndGetsItsBaseUnitAndUnitGroup() throws SQLException {
        String item = item("Numbered");

        assertThat(item).matches("C\\d{4}");
        assertThat(erp("SELECT \"Code\" || trim_scale(\"Qty_ per Unit of Measure\") FROM " + ITEM_UNIT
                        + " WHERE \"Item No_\" = '" + item + "'"))
                .isEqualTo("PCS1");
        assertThat(erp("SELECT \"Code\" FROM \"CRONUS$Unit Group\" WHERE \"Source No_\" = '" + item + "'"))
                .isEqualTo("ITEM " + item + " UOM GR");
    }

    @Test
    void aBaseUnitIsOneOfItself() throws SQLException {
        String item = item("Boxed");
        erp("INSERT INTO " + ITEM_UNIT + " (\"Item No_\", \"Code\", \"Qty_ per Unit of Measure\") VALUES ('" + item
                + "', 'BOX', 12)");

        assertThatThrownBy(() ->
                        erp("UPDATE " + ITEM + " SET \"Base Unit of Measure\" = 'BOX' WHERE \"No_\" = '" + item + "'"))
                .hasMessageContaining("the quantity per base unit of measure must be 1: BOX is set up with 12");
        assertThatThrownBy(() ->
                        erp("DELETE FROM " + ITEM_UNIT + " WHERE \"Item No_\" = '" + item + "' AND \"Code\" = 'PCS'"))
                .hasMessageContaining("PCS is the base unit of measure");
    }

    @Test
    void unknownUnitsAndVendorsAreRefused() throws SQLException {
        String item = item("Careful");

        assertThatThrownBy(() ->
                        erp("UPDATE " + ITEM + " SET \"Base Unit of Measure\" = 'x' WHERE \"No_\" = '" + item + "'"))
                .hasMessageContaining("there is no unit of measure X");
        assertThatThrownBy(() -> erp("UPDATE " + ITEM + " SET \"Vendor No_\" = 'x' WHERE \"No_\" = '" + item + "'"))
                .hasMessageContaining("there is no vendor X");
    }

    @Test
    void renamingAUnitOrAnItemRenamesItWhereItIsUsed() throws SQLException {
        erp("INSERT INTO " + UNIT + " (\"Code\") VALUES ('OLDUNIT')");
        erp("INSERT INTO " + ITEM + " (\"No_\", \"Base Unit of Measure\") VALUES ('OLDITEM', 'OLDUNIT')");

        erp("UPDATE " + UNIT + " SET \"Code\" = 'newunit' WHERE \"Code\" = 'OLDUNIT'");
        erp("UPDATE " + ITEM + " SET \"No_\" = 'newitem' WHERE \"No_\" = 'OLDITEM'");

        assertThat(erp("SELECT \"Base Unit Key\" FROM " + ITEM + " WHERE \"No_\" = 'NEWITEM'"))
                .isEqualTo("NEWITEM/NEWUNIT");
        assertThat(erp("SELECT \"Key\" FROM " + ITEM_UNIT + " WHERE \"Code\" = 'NEWUNIT'"))
                .isEqualTo("NEWITEM/NEWUNIT");
    }

    @Test
    void aUnitGroupHasItsBaseUnitFromTheBeginning() throws SQLException {
        crm("INSERT INTO uomschedule (name, baseuomname) VALUES ('Weight', 'Gram')");

        assertThat(crm("SELECT u.name || u.isschedulebaseuom FROM uom u JOIN uomschedule s USING (uomscheduleid)"
                        + " WHERE s.name = 'Weight'"))
                .isEqualTo("Gramtrue");
        assertThatThrownBy(() -> crm("DELETE FROM uom WHERE name = 'Gram'"))
                .hasMessageContaining("the base unit of a unit group cannot be deleted");
        assertThatThrownBy(() -> crm("INSERT INTO uomschedule (name, baseuomname) VALUES ('Weight', 'Ounce')"))
                .hasMessageContaining("a unit group of that name exists");
    }

    @Test
    void aProductIsADraftUntilItIsPublishedAndNeverAgain() throws SQLException {
        assertThat(crm(product("D1") + " RETURNING statecode || ' ' || statuscode"))
                .isEqualTo("2 0");
        assertThat(crm("UPDATE product SET statecode = 0 WHERE productnumber = 'D1' RETURNING statuscode"))
                .isEqualTo("1");
        assertThatThrownBy(() -> crm("UPDATE product SET statecode = 2 WHERE productnumber = 'D1'"))
                .hasMessageContaining("a product does not become a draft again");
    }

    @Test
    void whatAProductCannotBeIsRefused() throws SQLException {
        crm(product("R1"));

        assertThatThrownBy(() -> crm("UPDATE product SET price = -1 WHERE productnumber = 'R1'"))
                .hasMessageContaining("price must not be negative");
        assertThatThrownBy(() -> crm("UPDATE product SET quantityonhand = -1 WHERE productnumber = 'R1'"))
                .hasMessageContaining("quantityonhand must not be negative");
        assertThatThrownBy(() -> crm("UPDATE product SET defaultuomscheduleid ="
                        + " (SELECT uomscheduleid FROM uomschedule WHERE name = 'NAV BOX') WHERE productnumber = 'R1'"))
                .hasMessageContaining("the unit group of a product cannot be changed");
        assertThatThrownBy(() -> crm("UPDATE product SET defaultuomid ="
                        + " (SELECT uomid FROM uom WHERE name = 'BOX') WHERE productnumber = 'R1'"))
                .hasMessageContaining("defaultuomid must be a unit of the product's unit group");
        assertThatThrownBy(() -> crm("INSERT INTO product (productnumber) VALUES ('R2')"))
                .hasMessageContaining("a product needs a unit group");
        assertThatThrownBy(() -> crm(product("R1"))).hasMessageContaining("productnumber is taken");
    }

    @Test
    void aProductIsPricedInTheOrganizationsCurrency() throws SQLException {
        assertThat(crm(product("C1") + " RETURNING (SELECT isocurrencycode FROM transactioncurrency c"
                        + " WHERE c.transactioncurrencyid = product.transactioncurrencyid)"))
                .isEqualTo("EUR");
    }

    private static String product(String number) {
        return "INSERT INTO product (productnumber, defaultuomscheduleid) VALUES ('" + number
                + "', (SELECT uomscheduleid FROM uomschedule WHERE name = 'NAV PCS'))";
    }

    private static String item(String description) throws SQLException {
        return String.valueOf(erp("INSERT INTO " + ITEM + " (\"Description\", \"Base Unit of Measure\") VALUES ('"
                + description + "', 'PCS') RETURNING \"No_\""));
    }

    private static @Nullable String erp(String sql) throws SQLException {
        return DATABASES.run("rules_erp", "anna", sql);
    }

    private static @Nullable String crm(String sql) throws SQLException {
        return DATABASES.run("rules_crm", "carla", sql);
    }
}
