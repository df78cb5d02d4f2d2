package io.couplet.local.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the wholesale company sells, and in which units.
 *
 * @param units their number does not grow with the scale
 * @param items 200 times the scale
 * @param resources their number does not grow with the scale
 */
public record Assortment(List<SampleUnit> units, List<SampleProduct> items, List<SampleProduct> resources) {
    private static final int ITEMS = 200;
    private static final int RESOURCES = 20;

    public Assortment {
        units = List.copyOf(units);
        items = List.copyOf(items);
        resources = List.copyOf(resources);
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
        return new Assortment(
                Stream.concat(goods.stream(), work.stream()).toList(),
                new ProductGenerator("item", seed, goods, vendors).generate(ITEMS * scale),
                new ProductGenerator("resource", seed, work, vendors).generate(RESOURCES));
    }

    private static SampleUnit unit(long seed, int index, Presence presence, String code, String description) {
        return new SampleUnit(Ids.of(seed, "unit", index), presence, code, description);
    }
}
