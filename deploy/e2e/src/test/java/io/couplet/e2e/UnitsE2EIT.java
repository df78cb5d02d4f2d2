package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ERP's units of measure are unit groups of the CRM. */
@ExtendWith(StartedStack.Extension.class)
class UnitsE2EIT {
    private static final String UNIT = "\"CRONUS$Unit of Measure\"";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String code = ("U" + System.nanoTime()).substring(0, 9);

    UnitsE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    @BeforeEach
    void insertUnit() {
        insert(code);
        crm.awaitValue("select name from uomschedule where baseuomname = '" + code + "'", "NAV " + code);
        stack.settle();
    }

    @Test
    @DisplayName("A unit inserted in the ERP appears as a unit group with that unit alone")
    void aUnitAppearsAsAGroup() {
        assertThat(crm.values("select u.name from uom u join uomschedule s using (uomscheduleid) where s.name = 'NAV "
                        + code + "'"))
                .containsExactly(code);
    }

    @Test
    @DisplayName("A renamed unit is renamed in the CRM; the group's name is put back if somebody changes it there")
    void theErpNamesUnits() {
        erp.update("update " + UNIT + " set \"Code\" = '" + code + "X' where \"Code\" = '" + code + "'");
        stack.settle();
        assertThat(crm.values("select u.name from uom u join uomschedule s using (uomscheduleid) where s.name = 'NAV "
                        + code + "X'"))
                .containsExactly(code + "X");

        crm.update("update uomschedule set name = 'Mine' where name = 'NAV " + code + "X'");
        stack.settle();
        assertThat(crm.values("select name from uomschedule where name = 'Mine'"))
                .isEmpty();
    }

    @Test
    @DisplayName("A unit or group that is deleted leaves the other one as it is")
    void deletesStayWhereTheyAre() {
        erp.update("delete from " + UNIT + " where \"Code\" = '" + code + "'");
        stack.settle();
        assertThat(crm.values("select name from uomschedule where name = 'NAV " + code + "'"))
                .hasSize(1);

        insert(code + "D");
        crm.awaitValue("select baseuomname from uomschedule where name = 'NAV " + code + "D'", code + "D");
        stack.settle();
        crm.update("delete from uomschedule where name = 'NAV " + code + "D'");
        stack.settle();
        assertThat(erp.values("select \"Code\" from " + UNIT + " where \"Code\" = '" + code + "D'"))
                .hasSize(1);
    }

    @Test
    @DisplayName("A unit whose group's name is another group's is set aside, and goes on when the name is free")
    void aNameThatIsTakenIsSetAside() {
        String taken = code + "T";
        crm.update("insert into uomschedule (name, baseuomname) values ('NAV " + taken + "', 'Primary Unit')");
        insert(taken);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stack.couplet("set-aside", "--mapping", "unit-of-measure")
                                .output())
                        .contains("unit-of-measure")
                        .contains("a unit group of that name exists"));

        crm.update("update uomschedule set name = 'Other " + taken + "' where name = 'NAV " + taken + "'");
        erp.update("update " + UNIT + " set \"Description\" = 'again' where \"Code\" = '" + taken + "'");
        crm.awaitValue("select baseuomname from uomschedule where name = 'NAV " + taken + "'", taken);
        stack.settle();
    }

    private void insert(String newCode) {
        erp.update("insert into " + UNIT + " (\"Code\") values ('" + newCode + "')");
    }
}
