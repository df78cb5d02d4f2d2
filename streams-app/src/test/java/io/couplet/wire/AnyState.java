package io.couplet.wire;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.PerRule;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.Rejection;
import io.couplet.domain.pair.SideState;
import io.couplet.domain.pair.Volley;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes states and messages of all shapes from a seed, for a mapping of three rules. */
final class AnyState {
    static final Mapping MAPPING = mapping();

    final Random random;

    AnyState(long seed) {
        random = new Random(seed);
    }

    private static Mapping mapping() {
        List<Rule> rules = new ArrayList<>();
        for (String field : List.of("name", "phone", "limit")) {
            rules.add(new Rule(
                    rules.size(),
                    field + "=" + field + "1",
                    field,
                    field + "1",
                    Direction.BOTH,
                    Policies.Conflict.LATEST_WINS,
                    Policies.OneWay.ENFORCE,
                    null,
                    false,
                    Conversion.AS_IS,
                    Conversion.AS_IS));
        }
        return new Mapping(
                "customer-account",
                Set.of("CRONUS"),
                new Mapping.End("erp/customer", Mapping.Filter.ALL, "no", Map.of()),
                new Mapping.End("crm/account", Mapping.Filter.ALL, null, Map.of()),
                List.of(),
                new Policies(
                        Set.of(Side.ERP, Side.CRM),
                        Policies.Delete.UNCOUPLE,
                        Policies.AccountEdits.IGNORE,
                        Side.ERP,
                        Policies.OnTaken.ASK,
                        Policies.Breakers.DEFAULT),
                rules);
    }

    boolean flip() {
        return random.nextBoolean();
    }

    <T> @Nullable T maybe(Supplier<T> thing) {
        return flip() ? thing.get() : null;
    }

    <E extends Enum<E>> E any(Class<E> type) {
        E[] all = type.getEnumConstants();
        return all[random.nextInt(all.length)];
    }

    String text() {
        return "t\u00e4xt|" + random.nextInt(20);
    }

    long number() {
        return random.nextLong() >> random.nextInt(60);
    }

    Instant time() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L);
    }

    RecordRef ref(Side side) {
        String id = Integer.toString(random.nextInt(50));
        return side == Side.ERP ? RecordRef.erp("CRONUS", "customer", id) : RecordRef.crm("account", id);
    }

    RecordRef ref() {
        return ref(any(Side.class));
    }

    Version version() {
        return new Version(number(), flip());
    }

    Value value() {
        return switch (random.nextInt(7)) {
            case 0 -> Value.text(text());
            case 1 -> Value.whole(number());
            case 2 -> Value.number(new BigDecimal(number()).movePointLeft(random.nextInt(12)));
            case 3 -> Value.truth(flip());
            case 4 -> new Value.Time(time());
            case 5 -> new Value.Day(LocalDate.ofEpochDay(random.nextInt(40_000)));
            default -> Value.BLANK;
        };
    }

    Image image(Side side) {
        FieldNames names = MAPPING.fieldNames(side);
        return new Image(
                version(),
                maybe(this::number),
                maybe(this::text),
                maybe(this::text),
                time(),
                time(),
                flip(),
                Fields.of(names, name -> value()));
    }

    /** A command as decisions make them: the source is deleted exactly if it deletes. */
    Command command() {
        Command.Operation op = any(Command.Operation.class);
        boolean deletes = op == Command.Operation.DELETE;
        return new Command(
                text(),
                text(),
                MAPPING.name(),
                op,
                ref(),
                maybe(() -> Version.of(number())),
                maybe(this::ref),
                new Version(number(), deletes),
                list(() -> new Command.FieldWrite(text(), text(), value(), value())),
                list(() -> new Command.Loser(text(), any(Side.class), value(), value(), text())),
                maybe(() -> new Command.Cause(ref(), new Version(number(), deletes), maybe(this::text), time())),
                time());
    }

    StoredRow row() {
        Map<String, Value> fields = new TreeMap<>();
        list(this::text).forEach(name -> {
            Value value = value();
            if (!value.isBlank()) {
                fields.put(name, value);
            }
        });
        return new StoredRow(ref(), version(), maybe(this::text), maybe(this::text), time(), fields);
    }

    <T> List<T> list(Supplier<T> thing) {
        List<T> list = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            list.add(thing.get());
        }
        return list;
    }

    SortedSet<String> texts() {
        return new TreeSet<>(list(this::text));
    }

    SortedMap<String, Side> sideMap() {
        SortedMap<String, Side> map = new TreeMap<>();
        list(this::text).forEach(key -> map.put(key, any(Side.class)));
        return map;
    }

    SortedMap<String, Value> values() {
        SortedMap<String, Value> values = new TreeMap<>();
        list(this::text).forEach(rule -> values.put(rule, value()));
        return values;
    }

    /** Names of records, some of them meant under two mappings. */
    private SortedSet<Name> names() {
        SortedSet<Name> names = new TreeSet<>();
        for (String text : list(this::text)) {
            names.add(new Name(text(), text));
            names.add(new Name(text(), text));
        }
        return names;
    }

    /** What the Directory might know of a record. */
    RecordState record(Side side) {
        TreeMap<String, Long> last = new TreeMap<>();
        list(this::text).forEach(topic -> last.put(topic, number()));
        return new RecordState(
                maybe(() -> image(side)),
                flip(),
                maybe(this::text),
                flip(),
                maybe(() -> any(Intent.class)),
                maybe(this::ref),
                random.nextInt(5),
                flip(),
                versions(),
                maybe(this::text),
                any(RecordState.Wait.class),
                list(() -> new RecordState.Registration(text(), flip(), maybe(this::ref))),
                verdicts(),
                texts(),
                flip(),
                maybe(this::ref),
                new TreeSet<>(list(() -> random.nextInt(9))),
                maybe(() -> new Info(text(), maybe(this::ref), maybe(this::ref), maybe(this::text), number())),
                maybe(this::version),
                any(ChangeOutcome.class),
                last);
    }

    SortedMap<String, Verdict> verdicts() {
        TreeMap<String, Verdict> verdicts = new TreeMap<>();
        list(this::text).forEach(key -> verdicts.put(key, new Verdict(key, any(Judgement.class), maybe(this::ref))));
        return verdicts;
    }

    /** What a coupling might know. */
    PairState pair() {
        return new PairState(
                text(),
                side(Side.ERP),
                side(Side.CRM),
                maybe(this::ref),
                maybe(this::ref),
                flip(),
                random.nextInt(5),
                new TreeSet<>(list(this::ref)),
                letGo(),
                names(),
                flip(),
                names(),
                maybe(() -> new Question(any(Question.Kind.class), text(), texts())),
                sideMap(),
                flip(),
                texts(),
                sideMap(),
                new Volley(random.nextInt(99), time()),
                maybe(this::time),
                maybe(() -> any(ReleaseReason.class)),
                maybe(() -> any(ReleaseReason.class)),
                maybe(this::time),
                number(),
                number(),
                number());
    }

    private SortedMap<RecordRef, Version> letGo() {
        SortedMap<RecordRef, Version> letGo = new TreeMap<>();
        list(this::ref).forEach(ref -> letGo.put(ref, version()));
        return letGo;
    }

    private SortedMap<String, Version> versions() {
        SortedMap<String, Version> versions = new TreeMap<>();
        list(this::text).forEach(text -> versions.put(text, version()));
        return versions;
    }

    SideState side(Side side) {
        PerRule<Value> base = perRule(this::value);
        PerRule<Instant> changedAt = perRule(this::time);
        return new SideState(
                maybe(() -> ref(side)),
                maybe(() -> image(side)),
                flip(),
                maybe(this::text),
                base,
                version(),
                changedAt,
                maybe(this::command),
                maybe(this::version),
                maybe(() -> new Rejection(text(), text())),
                maybe(this::version),
                any(ChangeOutcome.class));
    }

    <T> PerRule<T> perRule(Supplier<T> thing) {
        PerRule<T> things = PerRule.none();
        for (Rule rule : AnyState.MAPPING.rules()) {
            if (flip()) {
                things = things.with(rule.index(), thing.get());
            }
        }
        return things;
    }
}
