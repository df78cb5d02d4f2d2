package io.couplet.local.sandbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills the ERP with what one of its companies sells. Needs the company's vendors. */
final class ErpAssortment {
    private static final int OF_A_PRICE_GROUP = 1;

    private static final int POSITIVE_ADJUSTMENT = 2;
    private static final int NEGATIVE_ADJUSTMENT = 3;

    private ErpAssortment() {}

    static void load(Connection connection, String company, Assortment assortment) throws SQLException, IOException {
        units(company).insert(connection, assortment.units());
        Map<UUID, String> vendors = vendorNumbers(connection, company);
        List<SampleProduct> items = inErp(assortment.items());
        products(company + "$Item", "Description", vendors)
                .column("Gross Weight", SampleProduct::weight)
                .insert(connection, items);
        stock(company)
                .insert(
                        connection,
                        items.stream().filter(item -> item.inventory() != 0).toList());
        products(company + "$Resource", "Name", vendors)
                .column("Capacity", SampleProduct::inventory)
                .insert(connection, inErp(assortment.resources()));
        priceGroups(company).insert(connection, assortment.priceGroups());
        prices(company).insert(connection, assortment.prices());
    }

    private static List<SampleProduct> inErp(List<SampleProduct> products) {
        return products.stream().filter(product -> product.presence().inErp()).toList();
    }

    private static CopyTable<SampleUnit> units(String company) {
        return new CopyTable<SampleUnit>(company + "$Unit of Measure")
                .column("$systemId", unit -> unit.ids().erp())
                .column("Code", SampleUnit::code)
                .column("Description", SampleUnit::description);
    }

    /** What is in stock was found when it was counted. */
    private static CopyTable<SampleProduct> stock(String company) {
        return new CopyTable<SampleProduct>(company + "$Item Ledger Entry")
                .column("Item No_", SampleProduct::number)
                .column("Entry Type", item -> item.inventory() < 0 ? NEGATIVE_ADJUSTMENT : POSITIVE_ADJUSTMENT)
                .column("Quantity", SampleProduct::inventory);
    }

    private static CopyTable<SampleProduct> products(String table, String name, Map<UUID, String> vendors) {
        return new CopyTable<SampleProduct>(table)
                .column("$systemId", product -> product.ids().erp())
                .column("No_", SampleProduct::number)
                .column(name, SampleProduct::name)
                .column("Base Unit of Measure", product -> product.unit().code())
                .column("Unit Price", SampleProduct::price)
                .column("Unit Cost", SampleProduct::cost)
                .column("Vendor No_", product -> vendorNumber(product, vendors))
                .column("Blocked", SampleProduct::blocked);
    }

    private static CopyTable<SamplePriceGroup> priceGroups(String company) {
        return new CopyTable<SamplePriceGroup>(company + "$Customer Price Group")
                .column("$systemId", group -> group.ids().erp())
                .column("Code", SamplePriceGroup::code)
                .column("Description", SamplePriceGroup::description);
    }

    private static CopyTable<SamplePrice> prices(String company) {
        return new CopyTable<SamplePrice>(company + "$Sales Price")
                .column("Item No_", price -> price.item().number())
                .column("Sales Type", price -> OF_A_PRICE_GROUP)
                .column("Sales Code", SamplePrice::group)
                .column("Unit Price", SamplePrice::amount);
    }

    private static String vendorNumber(SampleProduct product, Map<UUID, String> numbers) {
        Company vendor = product.vendor();
        return vendor == null ? "" : numbers.getOrDefault(vendor.ids().erp(), "");
    }

    private static Map<UUID, String> vendorNumbers(Connection connection, String company) throws SQLException {
        Map<UUID, String> numbers = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT \"$systemId\", \"No_\" FROM \"" + company + "$Vendor\"")) {
            while (rows.next()) {
                numbers.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return numbers;
    }
}
