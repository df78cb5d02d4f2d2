package io.couplet.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of orders in the ERP, whoever writes. */
class OrderRulesIT {
    private static final TestDatabases DATABASES = TestDatabases.shared();
    private static final String HEADER = "\"CRONUS$Sales Header\"";
    private static final String LINE = "\"CRONUS$Sales Line\"";

    private String order = "";

    @BeforeAll
    static void loadSampleData() throws SQLException {
        Sandbox.erp(DATABASES.admin("rules_erp")).load(1, SampleData.DEFAULT_SEED);
    }

    @BeforeEach
    void insertOrder() throws SQLException {
        order = String.valueOf(erp("INSERT INTO " + HEADER
                + " (\"Sell-to Customer No_\", \"Invoice Discount Value\") SELECT min(\"No_\"), 10 FROM"
                + " \"CRONUS$Customer\" WHERE \"Blocked\" = 0 RETURNING \"No_\""));
        for (String quantity : new String[] {"1", "2", "4"}) {
            erp("INSERT INTO " + LINE + " (\"Document No_\", \"Type\", \"No_\", \"Quantity\", \"Unit Price\") SELECT '"
                    + order + "', 2, min(\"No_\"), " + quantity + ", 10 FROM \"CRONUS$Item\" WHERE NOT \"Blocked\"");
        }
    }

    @Test
    void aDiscountOnTheWholeOrderIsSpreadOverItsLines() throws SQLException {
        assertThat(discounts()).isEqualTo("1.43 2.86 5.71");
        assertThat(erp("SELECT sum(\"Amount\")::numeric(10, 2) FROM " + LINE + " WHERE \"Document No_\" = '" + order
                        + "'"))
                .isEqualTo("60.00");
    }

    @Test
    void itIsSpreadAnewWhenALineChangesOrTheDiscountDoes() throws SQLException {
        erp("UPDATE " + LINE + " SET \"Quantity\" = 1 WHERE \"Document No_\" = '" + order + "' AND \"Quantity\" = 4");
        assertThat(discounts()).isEqualTo("2.50 5.00 2.50");

        erp("DELETE FROM " + LINE + " WHERE \"Document No_\" = '" + order + "' AND \"Quantity\" = 2");
        assertThat(discounts()).isEqualTo("5.00 5.00");

        erp("UPDATE " + HEADER + " SET \"Invoice Discount Value\" = 0 WHERE \"No_\" = '" + order + "'");
        assertThat(discounts()).isEqualTo("0.00 0.00");
    }

    @Test
    void itCannotBeMoreThanTheOrderComesTo() {
        assertThatThrownBy(() -> erp(
                        "UPDATE " + HEADER + " SET \"Invoice Discount Value\" = 71 WHERE \"No_\" = '" + order + "'"))
                .hasMessageContaining("are higher than its amount");
    }

    private @Nullable String discounts() throws SQLException {
        return erp("SELECT string_agg(\"Inv_ Discount Amount\"::numeric(10, 2)::text, ' ' ORDER BY \"Line No_\") FROM "
                + LINE + " WHERE \"Document No_\" = '" + order + "'");
    }

    private static @Nullable String erp(String sql) throws SQLException {
        return DATABASES.run("rules_erp", "anna", sql);
    }
}
