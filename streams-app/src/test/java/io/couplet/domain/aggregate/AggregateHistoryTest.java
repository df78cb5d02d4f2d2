package io.couplet.domain.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever entries do and whatever crashes make of what was known of them, the sums that are shown in the end are right. */
class AggregateHistoryTest {
    private static final Aggregate INVENTORY = new Aggregate(
            "inventory",
            "erp/inventory",
            List.of("itemNo"),
            List.of(new Aggregate.Part(
                    "erp/entry",
                    fields -> !fields.apply("quantity").equals(Value.number(BigDecimal.TEN)),
                    List.of("itemNo"),
                    List.of(
                            new Aggregate.Sum("inventory", "quantity", Mapping.Filter.ALL, null),
                            new Aggregate.Sum("count", null, Mapping.Filter.ALL, null),
                            new Aggregate.Sum("late", "quantity", Mapping.Filter.ALL, "due")),
                    List.of(),
                    List.of())));

    private static final Group NOBODY = new Group(RecordRef.erp("C", "inventory", "nobody"), List.of());

    @Property(tries = 3_000)
    void sumsAreRightInTheEnd(@ForAll long seed) {
        History history = new History(seed);
        history.play();
        assertThat(history.shown()).as("seed %d", seed).isEqualTo(history.right());
    }

    /** A version of an entry; null fields where it was deleted. */
    private record Seen(
            RecordRef entry, Version version, @Nullable Map<String, Value> fields) {}

    /** What a reader of the sums sees. */
    private record Shown(RecordRef group, long version, SortedMap<String, Value> sums) {}

    /** That a day began. */
    private record Morning(LocalDate since, LocalDate today) {}

    /** A store of which a crash keeps, for each key, some value that it had since the last commit. */
    private static final class Store<T> {
        private final Map<String, T> now = new HashMap<>();
        private final Map<String, List<@Nullable T>> since = new HashMap<>();

        @Nullable
        T get(String key) {
            return now.get(key);
        }

        void put(String key, T value) {
            since.computeIfAbsent(key, first -> {
                        List<@Nullable T> values = new ArrayList<>();
                        values.add(now.get(key));
                        return values;
                    })
                    .add(value);
            now.put(key, value);
        }

        void commit() {
            since.clear();
        }

        void crash(Random chance) {
            since.forEach((key, values) -> {
                T kept = values.get(chance.nextInt(values.size()));
                if (kept == null) {
                    now.remove(key);
                } else {
                    now.put(key, kept);
                }
            });
            since.clear();
        }
    }

    /** Two steps that read a log each, are committed now and then, and crash. */
    private static final class History {
        private final Random chance;
        private final List<Seen> changes = new ArrayList<>();
        private final Map<RecordRef, Map<String, Value>> rows = new HashMap<>();
        private final Map<RecordRef, Long> versions = new HashMap<>();
        private final List<Object> inputs = new ArrayList<>();
        private final List<Shown> shown = new ArrayList<>();
        private final Store<EntryState> entries = new Store<>();
        private final Store<Portion> portions = new Store<>();
        private final Store<GroupState> groups = new Store<>();
        private final Store<LocalDate> days = new Store<>();
        private LocalDate today = LocalDate.EPOCH.plusDays(1);
        private boolean calm;
        private boolean lost;
        private int found;
        private int foundCommitted;
        private int summed;
        private int summedCommitted;

        History(long seed) {
            chance = new Random(seed);
        }

        void play() {
            for (int step = 0; step < 120; step++) {
                switch (chance.nextInt(11)) {
                    case 0, 1, 2 -> write();
                    case 3, 4, 5 -> find();
                    case 6, 7, 8 -> sum();
                    case 9 -> look();
                    default -> chance();
                }
            }
            calm = true;
            look();
            while (found < changes.size() || summed < inputs.size()) {
                find();
                sum();
            }
        }

        /** Time passes, and the clock is looked at. */
        private void look() {
            today = today.plusDays(chance.nextInt(3));
            if (today.isAfter(day())) {
                inputs.add(new Morning(day(), today));
            }
        }

        private LocalDate day() {
            return known(days.get("day"), LocalDate.EPOCH);
        }

        private void chance() {
            if (chance.nextBoolean()) {
                entries.commit();
                foundCommitted = found;
                portions.commit();
                groups.commit();
                days.commit();
                summedCommitted = summed;
            } else if (chance.nextBoolean()) {
                entries.crash(chance);
                found = foundCommitted;
            } else {
                portions.crash(chance);
                groups.crash(chance);
                days.crash(chance);
                summed = summedCommitted;
            }
        }

        /** Somebody posts, corrects, moves or deletes an entry, or changes something of it that is not added up. */
        private void write() {
            RecordRef entry = RecordRef.erp("C", "entry", "e" + chance.nextInt(4));
            long version = versions.merge(entry, 1L, Long::sum);
            if (rows.containsKey(entry) && chance.nextInt(5) == 0) {
                rows.remove(entry);
                changes.add(new Seen(entry, new Version(version - 1, true), null));
                return;
            }
            @Nullable Map<String, Value> before = rows.get(entry);
            if (before != null && chance.nextInt(4) == 0) {
                changes.add(new Seen(entry, Version.of(version), before));
                return;
            }
            Map<String, Value> row = Map.of(
                    "itemNo",
                    chance.nextInt(6) == 0 ? Value.BLANK : Value.text("I" + chance.nextInt(3)),
                    "quantity",
                    Value.number(new BigDecimal(chance.nextInt(12) - 2).movePointLeft(chance.nextInt(2))),
                    "due",
                    chance.nextInt(4) == 0 ? Value.BLANK : new Value.Day(today.plusDays(chance.nextInt(5) - 1)));
            rows.put(entry, row);
            changes.add(new Seen(entry, Version.of(version), row));
        }

        private void find() {
            if (found == changes.size()) {
                return;
            }
            Seen seen = changes.get(found++);
            String key = seen.entry().text();
            EntryState before = known(entries.get(key), EntryState.UNKNOWN);
            Map<String, Value> fields = seen.fields();
            Function<String, Value> values = fields == null ? null : name -> fields.getOrDefault(name, Value.BLANK);
            List<Share> out = new ArrayList<>();
            EntryState after = before.change(INVENTORY, seen.entry(), seen.version(), Instant.EPOCH, values, out::add);
            entries.put(key, after);
            boolean cut = !calm && chance.nextInt(8) == 0;
            inputs.addAll(out.subList(0, cut ? chance.nextInt(out.size() + 1) : out.size()));
            if (cut) {
                // What was not sent was not committed either.
                entries.crash(chance);
                found = foundCommitted;
            }
        }

        private void sum() {
            if (summed == inputs.size()) {
                return;
            }
            long offset = summed;
            if (inputs.get(summed++) instanceof Morning morning) {
                begin(morning, offset);
            } else {
                add((Share) inputs.get((int) offset), offset);
            }
            if (lost || (!calm && chance.nextInt(12) == 0)) {
                lost = false;
                portions.crash(chance);
                groups.crash(chance);
                days.crash(chance);
                summed = summedCommitted;
            }
        }

        private void begin(Morning morning, long offset) {
            if (morning.today().isAfter(day())) {
                days.put("day", morning.today());
            }
            for (String group : List.copyOf(groups.now.keySet())) {
                GroupState before = known(groups.get(group), GroupState.unknown(NOBODY));
                keep(group, before, before.dayBegan(morning.since(), morning.today(), Instant.EPOCH, offset));
            }
        }

        private void add(Share share, long offset) {
            String group = share.group().ref().text();
            String key = group + "|" + share.entry();
            Portion before = known(portions.get(key), Portion.NONE);
            portions.put(key, before.take(share, offset));
            GroupState known = known(groups.get(group), GroupState.unknown(share.group()));
            keep(group, known, known.take(INVENTORY, share, before, offset, () -> portionsOf(group)));
        }

        /** What is told may be lost with a crash right after it. */
        private void keep(String group, GroupState before, GroupState after) {
            groups.put(group, after);
            if (after.isTold(before) && (calm || chance.nextInt(12) > 0)) {
                shown.add(new Shown(after.group().ref(), after.changed(), after.shownOn(day())));
            } else if (after.isTold(before)) {
                lost = true;
            }
        }

        private List<Portion> portionsOf(String group) {
            return portions.now.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(group + "|"))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        /** What a reader takes for the newest: the first that it saw of the highest version. */
        Map<RecordRef, SortedMap<String, Value>> shown() {
            Map<RecordRef, Shown> newest = new HashMap<>();
            shown.forEach(each ->
                    newest.merge(each.group(), each, (one, other) -> other.version() > one.version() ? other : one));
            Map<RecordRef, SortedMap<String, Value>> sums = new HashMap<>();
            newest.forEach((group, each) -> {
                if (!each.sums().isEmpty()) {
                    sums.put(group, each.sums());
                }
            });
            return sums;
        }

        Map<RecordRef, SortedMap<String, Value>> right() {
            Map<RecordRef, SortedMap<String, Value>> sums = new HashMap<>();
            Aggregate.Part part = INVENTORY.parts().get(0);
            rows.forEach((entry, row) -> {
                Function<String, Value> fields = name -> row.getOrDefault(name, Value.BLANK);
                INVENTORY
                        .group(part, "C", fields)
                        .ifPresent(group -> Dated.shownOn(today, Aggregate.says(part, fields))
                                .forEach((field, value) -> sums.computeIfAbsent(group.ref(), first -> new TreeMap<>())
                                        .merge(field, value, History::plus)));
            });
            sums.values().forEach(each -> each.values().removeIf(Value.number(BigDecimal.ZERO)::equals));
            sums.values().removeIf(Map::isEmpty);
            return sums;
        }

        private static Value plus(Value one, Value other) {
            return Value.number(((Value.Number) one).number().add(((Value.Number) other).number()));
        }

        private static <T> T known(@Nullable T found, T otherwise) {
            return found == null ? otherwise : found;
        }
    }
}
