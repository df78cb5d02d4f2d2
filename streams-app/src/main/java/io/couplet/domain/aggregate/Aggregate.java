package io.couplet.domain.aggregate;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is added up, over which entries, in which groups: the compiled form of an aggregate file. The sums of a group are a record of an
 * entity that no system holds. Immutable; safe for any thread.
 *
 * @param name such as {@code item-inventory}
 * @param entity the record type of the sums, such as {@code erp/itemavailability}
 * @param key the fields of that entity that name the group, at least one
 * @param parts the entries, at least one, each of another entity of the same system
 */
public record Aggregate(String name, String entity, List<String> key, List<Part> parts) {

    /**
     * The entries of one entity.
     *
     * @param entity such as {@code erp/itemledgerentry}
     * @param filter which of them count
     * @param key the fields that say to which group an entry belongs, in the order of the aggregate's key
     * @param sums what is added up
     * @param takes what is shown as it is
     * @param rows what becomes rows, such as the lines of a document
     */
    public record Part(
            String entity, Mapping.Filter filter, List<String> key, List<Sum> sums, List<Take> takes, List<Rows> rows) {
        /** Copies the lists. */
        public Part {
            key = List.copyOf(key);
            sums = List.copyOf(sums);
            takes = List.copyOf(takes);
            rows = List.copyOf(rows);
        }
    }

    /**
     * What is shown as it is; of several entries in a group the greatest value.
     *
     * @param field the field that shows it
     * @param of the entries' field
     */
    public record Take(String field, String of) {}

    /**
     * Rows that an entry makes.
     *
     * @param field the field that shows them, with those of all other entries, as a JSON array
     * @param maker makes them
     */
    public record Rows(String field, Maker maker) {}

    /** Makes rows of an entry. A pure function. */
    @FunctionalInterface
    public interface Maker {
        /** The rows, any number of them, in no order. */
        List<Row> rows(Function<String, Value> fields);
    }

    /**
     * One row.
     *
     * @param place where it stands among the others, from 0; those at the same place stand in the order of their entries
     * @param json an object, in one line
     */
    public record Row(long place, String json) {}

    /**
     * One sum.
     *
     * @param field the field that shows it
     * @param of the entries' field that is added up, null where entries are counted
     * @param when which of the entries count in it
     * @param after the entries' field that holds a day: an entry counts from the day after it on, and never where it is blank; null where all
     *     count at once
     */
    public record Sum(
            String field,
            @Nullable String of,
            Mapping.Filter when,
            @Nullable String after) {}

    /** Copies the lists. */
    public Aggregate {
        key = List.copyOf(key);
        parts = List.copyOf(parts);
    }

    /** The system whose entries are added up. */
    public Side side() {
        return entity.charAt(0) == 'e' ? Side.ERP : Side.CRM;
    }

    /** The part that is about the entries of an entity, if there is one. */
    public Optional<Part> part(String ofEntity) {
        return parts.stream().filter(part -> part.entity().equals(ofEntity)).findFirst();
    }

    /**
     * The group that an entry counts in, or nothing where it counts in none: it is not among those that count, or a field of its key is
     * blank.
     *
     * @param company the ERP company of the entry; empty in the CRM
     */
    Optional<Group> group(Part part, String company, Function<String, Value> fields) {
        if (!part.filter().accepts(fields)) {
            return Optional.empty();
        }
        List<Value> values = part.key().stream().map(fields).toList();
        return values.stream().anyMatch(Value::isBlank)
                ? Optional.empty()
                : Optional.of(new Group(ref(company, values), values));
    }

    private RecordRef ref(String company, List<Value> values) {
        List<String> parts = new ArrayList<>(List.of(name, company));
        values.forEach(value -> parts.add(value.toString()));
        String id = NameUuid.ofSum(parts.toArray(String[]::new));
        String word = entity.substring(entity.indexOf('/') + 1);
        return side() == Side.ERP ? RecordRef.erp(company, word, id) : RecordRef.crm(word, id);
    }

    /** Whether entries are only added up, so that what one of them adds can be taken out again. */
    boolean onlyAddsUp() {
        return parts.stream()
                .allMatch(part -> part.takes().isEmpty() && part.rows().isEmpty());
    }

    /** Whether what it shows depends on the day, too. */
    public boolean dependsOnTheDay() {
        return parts.stream().flatMap(part -> part.sums().stream()).anyMatch(sum -> sum.after() != null);
    }

    /** Whether a field shows what one entry says, as it is. */
    boolean takes(String field) {
        return parts.stream()
                .flatMap(part -> part.takes().stream())
                .anyMatch(take -> take.field().equals(field));
    }

    /** Whether a field shows rows. */
    boolean showsRows(String field) {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .anyMatch(rows -> rows.field().equals(field));
    }

    /** What an entry says, by the field that shows it; sums that it does not count in, and what is blank, are left out. */
    static SortedMap<String, Value> says(Part part, Function<String, Value> fields) {
        SortedMap<String, Value> says = new TreeMap<>();
        for (Sum sum : part.sums()) {
            BigDecimal amount = sum.of() == null ? BigDecimal.ONE : amount(fields.apply(sum.of()));
            if (amount.signum() == 0 || !sum.when().accepts(fields)) {
                continue;
            }
            if (sum.after() == null) {
                says.put(sum.field(), Value.number(amount));
            } else if (fields.apply(sum.after()) instanceof Value.Day day) {
                says.put(Dated.key(sum.field(), day.day()), Value.number(amount));
            }
        }
        part.takes().forEach(take -> says.put(take.field(), fields.apply(take.of())));
        for (Rows rows : part.rows()) {
            String text = RowText.of(rows.maker().rows(fields));
            says.merge(rows.field(), Value.text(text), RowText::both);
        }
        says.values().removeIf(Value::isBlank);
        return says;
    }

    private static BigDecimal amount(Value value) {
        if (value instanceof Value.Number number) {
            return number.number();
        }
        return value instanceof Value.Whole whole ? BigDecimal.valueOf(whole.number()) : BigDecimal.ZERO;
    }
}
