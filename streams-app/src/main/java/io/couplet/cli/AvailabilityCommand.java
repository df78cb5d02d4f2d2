package io.couplet.cli;

import io.couplet.contract.Change;
import io.couplet.domain.model.RecordRef;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code couplet availability}: how much of an item is there. Reads the sums that Couplet keeps, so that the ERP is not asked. */
@Command(
        name = "availability",
        description = "Shows how much of an item is there, in all and at each location, as of the newest posted entry.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:shown",
            "1:nothing was ever posted for the item",
            "4:the broker or the registry does not answer"
        })
public final class AvailabilityCommand implements Callable<Integer> {
    private static final int UNKNOWN = 1;
    private static final String ITEMS = "erp/itemavailability";
    private static final String LOCATIONS = "erp/itemlocationavailability";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Parameters(paramLabel = "ITEM", description = "The item's number in the ERP.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private String item;

    @Option(names = "--company", paramLabel = "NAME", description = "Only of this ERP company.")
    private @Nullable String company;

    @Option(names = "--json", description = "Print a JSON array for scripts, one object for each company.")
    private boolean json;

    /**
     * What is there of an item in one company.
     *
     * @param company the company
     * @param item the item's number
     * @param inventory in all, in base units
     * @param locations at each location, in the order of their codes; what is at none is left
     * @param at when the entry was posted that changed it last
     */
    record Availability(String company, String item, BigDecimal inventory, List<AtLocation> locations, Instant at) {}

    /**
     * What is there at one location.
     *
     * @param location its code
     * @param inventory in base units
     */
    record AtLocation(String location, BigDecimal inventory) {}

    /** Looks at what the fallback names, unless options say otherwise. */
    public AvailabilityCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        return Unreachable.reported(spec, target, () -> show(find(new PublicRecords(target))));
    }

    private List<Availability> find(PublicRecords records) {
        List<Change> locations = records.changes(LOCATIONS, ref -> true, this::ifWanted);
        return records.changes(ITEMS, ref -> true, this::ifWanted).stream()
                .map(change -> availability(change, locations))
                .sorted(Comparator.comparing(Availability::company))
                .toList();
    }

    private Optional<Change> ifWanted(Change change) {
        boolean wanted = text(change, "itemNo").equals(item.toUpperCase(Locale.ROOT))
                && (company == null || company.equals(companyOf(change)));
        return wanted ? Optional.of(change) : Optional.empty();
    }

    private static Availability availability(Change change, List<Change> locations) {
        List<AtLocation> here = new ArrayList<>();
        for (Change location : locations) {
            if (companyOf(location).equals(companyOf(change))
                    && inventory(location).signum() != 0) {
                here.add(new AtLocation(text(location, "locationCode"), inventory(location)));
            }
        }
        here.sort(Comparator.comparing(AtLocation::location));
        return new Availability(
                companyOf(change), text(change, "itemNo"), inventory(change), here, change.committedAt());
    }

    private int show(List<Availability> found) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(found));
        } else if (found.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("nothing was posted for item " + item + (company == null ? "" : " in " + company)
                            + "; look at its number in the ERP");
        } else {
            Times times = new Times(Instant.now(), ZoneId.systemDefault());
            found.forEach(each -> print(each, times, out));
        }
        out.flush();
        return found.isEmpty() ? UNKNOWN : 0;
    }

    private static void print(Availability found, Times times, PrintWriter out) {
        out.println(found.company() + ", item " + found.item() + ": "
                + found.inventory().toPlainString() + ", last posted " + times.moment(found.at()));
        TextTable table = new TextTable("location", ">quantity");
        BigDecimal nowhere = found.inventory();
        for (AtLocation location : found.locations()) {
            table.add(location.location(), location.inventory().toPlainString());
            nowhere = nowhere.subtract(location.inventory());
        }
        if (nowhere.signum() != 0) {
            table.add("(none)", nowhere.toPlainString());
        }
        if (!table.isEmpty()) {
            table.print(out);
        }
    }

    private static String companyOf(Change change) {
        return new RecordRef(change.ref()).company();
    }

    private static BigDecimal inventory(Change change) {
        Object value = field(change, "inventory");
        BigDecimal inventory = value instanceof BigDecimal number ? number.stripTrailingZeros() : BigDecimal.ZERO;
        return inventory.scale() < 0 ? inventory.setScale(0) : inventory;
    }

    private static String text(Change change, String name) {
        return Objects.toString(field(change, name), "");
    }

    private static @Nullable Object field(Change change, String name) {
        GenericRecord after = change.after();
        return after == null ? null : after.get(name);
    }
}
