package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payment terms, shipment methods and shipping agents are codes in the ERP and options in the CRM. */
@ExtendWith(StartedStack.Extension.class)
class OptionsE2EIT {
    private static final String CUSTOMER = "\"CRONUS$Customer\"";
    private static final String CODES =
            "\"Payment Terms Code\" || '|' || \"Shipment Method Code\" || '|' || \"Shipping Agent Code\"";
    private static final String OPTIONS =
            "concat_ws('|', paymenttermscode, address1_freighttermscode, address1_shippingmethodcode)";

    private final StartedStack stack;
    private final Database erp;
    private final Database crm;
    private final String name = "Terms " + System.nanoTime();

    OptionsE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
        crm = stack.crm("carla");
    }

    @BeforeEach
    void insertCustomer() {
        erp.update("insert into " + CUSTOMER + " (\"Name\", \"E-Mail\", \"Salesperson Code\", \"Payment Terms Code\","
                + " \"Shipment Method Code\", \"Shipping Agent Code\") select '" + name
                + "', '', min(\"Salesperson Code\"),"
                + " '30 DAYS', 'FOB', 'DHL' from " + CUSTOMER + " where \"Salesperson Code\" <> ''");
        crm.awaitValue("select name from account where name = '" + name + "'", name);
        stack.settle();
    }

    @Test
    @DisplayName("Codes arrive as options, and options as codes")
    void codesAndOptionsGoBothWays() {
        assertThat(options()).isEqualTo("1|1|2");

        crm.update("update account set paymenttermscode = 4, address1_freighttermscode = 2,"
                + " address1_shippingmethodcode = null where name = '" + name + "'");
        stack.settle();

        assertThat(codes()).isEqualTo("60 DAYS|CIP|");
    }

    @Test
    @DisplayName("A code without an option stays in the ERP and holds nothing up")
    void anUnknownCodeStaysWhereItIs() {
        erp.update("update " + CUSTOMER
                + " set \"Payment Terms Code\" = 'COD', \"Phone No_\" = '+45 1' where \"Name\" = '" + name + "'");
        stack.settle();
        assertThat(crm.value("select telephone1 from account where name = '" + name + "'"))
                .isEqualTo("+45 1");
        assertThat(codes()).startsWith("COD|");

        erp.update("update " + CUSTOMER + " set \"Payment Terms Code\" = '45 DAYS' where \"Name\" = '" + name + "'");
        stack.settle();
        assertThat(options()).isEqualTo("3|1|2");
    }

    private String codes() {
        return erp.value("select " + CODES + " from " + CUSTOMER + " where \"Name\" = '" + name + "'");
    }

    private String options() {
        return crm.value("select " + OPTIONS + " from account where name = '" + name + "'");
    }
}
