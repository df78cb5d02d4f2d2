package io.couplet.local.sandbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Fills the CRM with what a company sells. Needs the currencies, and of another company than the home company its unit groups. */
final class CrmAssortment {
    private static final int SALES_INVENTORY = 1;
    private static final int SERVICES = 3;
    private static final int ACTIVE = 0;
    private static final int RETIRED = 1;

    private CrmAssortment() {}

    static void load(Connection connection, SampleData data) throws SQLException, IOException {
        Assortment assortment = data.assortment();
        if (data.ofHomeCompany()) {
            unitGroups()
                    .insert(
                            connection,
                            assortment.units().stream()
                                    .filter(unit -> unit.presence().inCrm())
                                    .toList());
        }
        products(SALES_INVENTORY, data).insert(connection, inCrm(assortment.items()));
        products(SERVICES, data).insert(connection, inCrm(assortment.resources()));
        priceLists(data)
                .insert(
                        connection,
                        assortment.priceGroups().stream()
                                .filter(group -> group.presence().inCrm())
                                .toList());
    }

    private static List<SampleProduct> inCrm(List<SampleProduct> products) {
        return products.stream().filter(product -> product.presence().inCrm()).toList();
    }

    private static CopyTable<SampleUnit> unitGroups() {
        return new CopyTable<SampleUnit>("uomschedule")
                .column("uomscheduleid", unit -> unit.ids().crm())
                .column("name", SampleUnit::groupName)
                .column("baseuomname", SampleUnit::code);
    }

    private static CopyTable<SamplePriceGroup> priceLists(SampleData data) {
        return new CopyTable<SamplePriceGroup>("pricelevel")
                .column("pricelevelid", group -> group.ids().crm())
                .column("bcbi_companyid", group -> data.companyOf(group.presence()))
                .column("name", SamplePriceGroup::code);
    }

    private static CopyTable<SampleProduct> products(int type, SampleData data) {
        return new CopyTable<SampleProduct>("product")
                .column("productid", product -> product.ids().crm())
                .column("bcbi_companyid", product -> data.companyOf(product.presence()))
                .column("productnumber", SampleProduct::number)
                .column("name", SampleProduct::name)
                .column("producttypecode", product -> type)
                .column("defaultuomscheduleid", product -> product.unit().ids().crm())
                .column("quantitydecimal", product -> 2)
                .column("statecode", product -> product.blocked() ? RETIRED : ACTIVE);
    }
}
