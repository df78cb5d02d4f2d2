package io.couplet.local.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the wholesale company sells, in which units and to whom for how much.
 *
 * @param units their number does not grow with the scale
 * @param items 200 times the scale
 * @param resources their number does not grow with the scale
 * @param priceGroups two, and one more for each ten of the scale
 * @param prices one for each item of the ERP and price group
 */
public record Assortment(
        List<SampleUnit> units,
        List<SampleProduct> items,
        List<SampleProduct> resources,
        List<SamplePriceGroup> priceGroups,
        List<SamplePrice> prices) {
    private static final String RETAIL = "RETAIL";
    private static final String WHOLESALE = "WHOLESALE";
    private static final int ITEMS = 200;
    private static final int RESOURCES = 20;
    private static final int SMALL = 20;

    public Assortment {
        units = List.copyOf(units);
        items = List.copyOf(items);
        resources = List.copyOf(resources);
        priceGroups = List.copyOf(priceGroups);
        prices = List.copyOf(prices);
    }

    /** Makes it up, with some of the vendors. */
    static Assortment generate(int scale, long seed, List<Company> vendors) {
        List<SampleUnit> goods = List.of(
                unit(seed, 0, Presence.BOTH, "PCS", "Piece"),
                unit(seed, 1, Presence.BOTH, "BOX", "Box"),
                unit(seed, 2, Presence.ERP_ONLY, "KG", "Kilogram"),
                unit(seed, 3, Presence.ERP_ONLY, "SET", "Set"));
        List<SampleUnit> work = List.of(
                unit(seed, 4, Presence.BOTH, "HOUR", "Hour"),
                unit(seed, 5, Presence.ERP_ONLY, "DAY", "Day"),
                unit(seed, 6, Presence.ERP_ONLY, "KM", "Kilometre"));
        List<SampleProduct> items = new ProductGenerator("item", "I", seed, goods, vendors).generate(ITEMS * scale);
        List<SamplePriceGroup> groups = new ArrayList<>();
        groups.add(group(seed, 0, Presence.BOTH, RETAIL, "Shops"));
        groups.add(group(seed, 1, Presence.ERP_ONLY, WHOLESALE, "Traders"));
        for (int i = 1; i <= scale / 10; i++) {
            groups.add(group(seed, 1 + i, Presence.ERP_ONLY, "REGION" + i, "Traders of region " + i));
        }
        return new Assortment(
                Stream.concat(goods.stream(), work.stream()).toList(),
                items,
                new ProductGenerator("resource", "R", seed, work, vendors).generate(RESOURCES),
                groups,
                items.stream()
                        .filter(item -> item.presence().inErp())
                        .flatMap(item -> groups.stream()
                                .map(group ->
                                        price(item, group.code(), group.code().equals(RETAIL) ? "0.95" : "0.8")))
                        .toList());
    }

    /**
     * Makes up what a small company sells that shares the CRM with another one: in units that the CRM has, under numbers of its own, and with a price
     * group of the other one's name.
     */
    static Assortment small(long seed, Assortment other, List<Company> vendors) {
        List<SampleUnit> units = other.units().stream()
                .filter(unit -> unit.presence() == Presence.BOTH)
                .map(unit -> unit.ofAnotherCompany(seed))
                .toList();
        List<SampleProduct> items = new ProductGenerator("item", "FI", seed, units, vendors).generate(SMALL);
        return new Assortment(
                units,
                items,
                new ProductGenerator("resource", "FR", seed, units, vendors).generate(1),
                List.of(group(seed, 0, Presence.BOTH, RETAIL, "Outlets")),
                items.stream()
                        .filter(item -> item.presence().inErp())
                        .map(item -> price(item, RETAIL, "0.9"))
                        .toList());
    }

    private static SamplePriceGroup group(long seed, int index, Presence presence, String code, String description) {
        return new SamplePriceGroup(Ids.of(seed, "price-group", index), presence, code, description);
    }

    private static SamplePrice price(SampleProduct item, String group, String share) {
        BigDecimal amount = item.price().multiply(new BigDecimal(share)).setScale(2, RoundingMode.HALF_UP);
        return new SamplePrice(item, group, amount);
    }

    private static SampleUnit unit(long seed, int index, Presence presence, String code, String description) {
        return new SampleUnit(Ids.of(seed, "unit", index), presence, code, description);
    }
}
