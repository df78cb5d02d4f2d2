package io.couplet.cli;

import io.couplet.contract.Change;
import io.couplet.contract.EntityField;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.FieldType;
import io.couplet.contract.Ownership;
import io.couplet.contract.OwnershipEntry;
import io.couplet.domain.model.RecordRef;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code couplet uncoupled}: records that take part and have no counterpart. */
@Command(
        name = "uncoupled",
        description = {
            "Lists the records that are there, take part in a mapping, and belong to no coupling, with what they are called by:"
                    + " pooled (its mapping creates no counterpart by itself), detached (it was coupled, and is left alone until a"
                    + " person says otherwise), matching (it is still compared with others), ambiguous or held (see couplet"
                    + " set-aside).",
            "'couplet create RECORD' has the counterpart of one created, 'couplet couple' couples it with one that is there."
        },
        footer = {"", "Ends with 4 if the broker or the registry does not answer."})
public final class UncoupledCommand implements Callable<Integer> {

    /** Outcomes of those that take no part, or of which nothing is known. */
    private static final Set<String> OUTSIDE = Set.of("filtered", "unseen");

    private static final int MOST_NAMES = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Mixin
    private final TargetOptions options;

    @Option(names = "--mapping", paramLabel = "NAME", description = "Only records of this mapping.")
    private @Nullable String mapping;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Option(names = "--json", description = "Print a JSON array for scripts, of all records.")
    private boolean json;

    /**
     * A record that is alone.
     *
     * @param mapping the mapping in which it takes part
     * @param record its reference
     * @param state why it is alone, in one word
     * @param fields the first texts that it holds, by field: what people know it by
     */
    record Uncoupled(String mapping, String record, String state, Map<String, String> fields) {
        Uncoupled called(Map<String, String> texts) {
            return new Uncoupled(mapping, record, state, texts);
        }
    }

    /** Looks at what the fallback names, unless options say otherwise. */
    public UncoupledCommand(Supplier<Target> fallback) {
        this.options = new TargetOptions(fallback);
    }

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        return Unreachable.reported(spec, target, () -> {
            print(find(new PublicRecords(target)));
            return Outcomes.DONE;
        });
    }

    private List<Uncoupled> find(PublicRecords records) {
        Map<String, List<Uncoupled>> byEntity = new TreeMap<>(records.allOwnership(this::ifAlone).stream()
                .collect(Collectors.groupingBy(each -> new RecordRef(each.record()).entity())));
        List<Uncoupled> found = new ArrayList<>();
        byEntity.forEach((entity, alone) -> records.entities()
                .find(entity)
                .ifPresentOrElse(known -> found.addAll(named(known, alone, records)), () -> found.addAll(alone)));
        found.sort(Comparator.comparing(Uncoupled::mapping).thenComparing(Uncoupled::record));
        return found;
    }

    private Optional<Uncoupled> ifAlone(Ownership decision) {
        OwnershipEntry entry = decision.getEntry();
        boolean alone = entry.getOwner() == null
                && !OUTSIDE.contains(entry.getOutcome())
                && (mapping == null || mapping.equals(entry.getMapping()));
        String state = entry.getDetached() ? "detached" : entry.getOutcome();
        return alone
                ? Optional.of(new Uncoupled(entry.getMapping(), decision.getRef(), state, Map.of()))
                : Optional.empty();
    }

    /** Those that are there, with their texts; of one that was deleted no more is said than that it belongs to nobody. */
    private static List<Uncoupled> named(EntitySchema entity, List<Uncoupled> alone, PublicRecords records) {
        Set<String> refs = alone.stream().map(Uncoupled::record).collect(Collectors.toSet());
        Map<String, Map<String, String>> texts = new HashMap<>();
        records.changes(
                        entity.entity(),
                        refs::contains,
                        change -> Optional.of(Map.entry(change.ref(), texts(entity, change))))
                .forEach(each -> texts.put(each.getKey(), each.getValue()));
        return alone.stream()
                .flatMap(each -> Optional.ofNullable(texts.get(each.record())).map(each::called).stream())
                .toList();
    }

    private static Map<String, String> texts(EntitySchema entity, Change change) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (EntityField field : entity.fields().values()) {
            String text = NamedByField.text(change, field.name());
            if (texts.size() < MOST_NAMES && !text.isBlank() && names(field, text)) {
                texts.put(field.name(), text);
            }
        }
        return texts;
    }

    /** Ids, and names of other records, tell people nothing. */
    private static boolean names(EntityField field, String text) {
        return field.type() == FieldType.STRING
                && field.references().isEmpty()
                && !text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private void print(List<Uncoupled> found) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.print(found));
        } else if (found.isEmpty()) {
            out.println("No record is alone" + (mapping == null ? "." : " under mapping " + mapping + "."));
        } else {
            TextTable table = new TextTable("mapping", "record", "state", "called by");
            found.stream()
                    .limit(limit)
                    .forEach(each -> table.add(each.mapping(), each.record(), each.state(), calledBy(each)));
            table.print(out);
            if (found.size() > limit) {
                out.println("... and " + (found.size() - limit) + " more: --limit, --mapping");
            }
        }
        out.flush();
    }

    private static String calledBy(Uncoupled record) {
        return record.fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(", "));
    }
}
