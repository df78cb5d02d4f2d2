package io.couplet.wire;

import io.couplet.contract.CoupledSide;
import io.couplet.contract.Field;
import io.couplet.contract.ObservedImage;
import io.couplet.contract.RuleTime;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.PerRule;
import io.couplet.domain.pair.Rejection;
import io.couplet.domain.pair.SideState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sides of couplings, as the public reads them and back. A version that a system showed only in an answer to a command is published with
 * what the base does not say of it; any other one is on its change topic.
 */
final class CoupledSides {
    private CoupledSides() {}

    // ---- there -----------------------------------------------------------------------------------------------------

    static CoupledSide side(Mapping mapping, PairState state, Side which) {
        SideState side = state.side(which);
        @Nullable Rejection rejected = side.rejected();
        return new CoupledSide(
                Images.text(side.ref()),
                side.version().row(),
                side.version().deleted(),
                side.image() == null ? Instant.EPOCH : side.image().modifiedAt(),
                state.dead() == null ? observed(mapping, which, side) : null,
                side.outcome().word(),
                side.baseVersion().row(),
                side.baseVersion().deleted(),
                base(mapping, side),
                state.dead() == null ? changedAt(mapping, state, which) : List.of(),
                rejected == null ? null : rejected.words(),
                rejected == null ? null : rejected.content());
    }

    private static List<Field> base(Mapping mapping, SideState side) {
        List<Field> base = new ArrayList<>(mapping.rules().size());
        for (Rule rule : mapping.rules()) {
            Value value = side.base().get(rule.index());
            if (value != null) {
                base.add(new Field(rule.name(), Values.toAvro(value)));
            }
        }
        return base;
    }

    /** Once something was agreed the captured version is told as well: it costs little, and compaction may have dropped it. */
    private static @Nullable ObservedImage observed(Mapping mapping, Side which, SideState side) {
        Image image = side.image();
        boolean onItsTopic = side.captured() && side.baseVersion().equals(Version.NONE);
        if (image == null || onItsTopic) {
            return null;
        }
        FieldNames names = mapping.fieldNames(which);
        @Nullable Value[] expected = expected(mapping, which, side.base(), image.deleted());
        List<Field> differing = new ArrayList<>(2);
        for (int i = 0; i < expected.length; i++) {
            Value value = image.fields().at(i);
            if (!value.equals(orBlank(expected[i]))) {
                differing.add(new Field(names.name(i), Values.toAvro(value)));
            }
        }
        return new ObservedImage(image.createdBy(), image.inScope(), differing);
    }

    private static List<RuleTime> changedAt(Mapping mapping, PairState state, Side which) {
        Image image = state.side(which).image();
        List<RuleTime> times = new ArrayList<>(0);
        for (Rule rule : mapping.rules()) {
            Instant since = state.differsSince(rule, which);
            if (image != null && since != null && !since.equals(image.modifiedAt())) {
                times.add(new RuleTime(rule.name(), since));
            }
        }
        return times;
    }

    // ---- and back --------------------------------------------------------------------------------------------------

    /**
     * The side as it was published, with the newest version that is known of its record.
     *
     * @param newest what the Directory knows, null where it knows nothing
     */
    static SideState state(Mapping mapping, Side which, CoupledSide side, @Nullable Image newest) {
        PerRule<Value> base = base(mapping, side.getBase());
        ObservedImage observed = side.getImage();
        Image image = newest;
        boolean captured = newest != null;
        if (observed != null && (newest == null || version(side).after(newest.version()))) {
            image = image(mapping, which, side, observed, base);
            captured = false;
        }
        RecordRef ref = Images.ref(side.getRef());
        return new SideState(
                ref,
                ref == null ? null : image,
                captured,
                null,
                base,
                new Version(side.getBaseVersion(), side.getBaseDeleted()),
                PerRule.none(),
                null,
                null,
                rejected(side),
                null,
                outcome(side.getOutcome()));
    }

    private static Version version(CoupledSide side) {
        return new Version(side.getObservedVersion(), side.getDeleted());
    }

    private static PerRule<Value> base(Mapping mapping, List<Field> published) {
        Map<String, Value> values = new HashMap<>(published.size() * 2);
        published.forEach(field -> values.put(field.getName(), Values.fromAvro(field.getValue())));
        PerRule<Value> base = PerRule.none();
        for (Rule rule : mapping.rules()) {
            Value value = values.get(rule.name());
            base = value == null ? base : base.with(rule.index(), value);
        }
        return base;
    }

    private static Image image(
            Mapping mapping, Side which, CoupledSide side, ObservedImage observed, PerRule<Value> base) {
        FieldNames names = mapping.fieldNames(which);
        @Nullable Value[] values = expected(mapping, which, base, side.getDeleted());
        for (Field field : observed.getDiffering()) {
            int index = names.indexOf(field.getName());
            if (index >= 0) {
                values[index] = Values.fromAvro(field.getValue());
            }
        }
        return new Image(
                version(side),
                null,
                observed.getCreatedBy(),
                null,
                side.getObservedAt(),
                Instant.EPOCH,
                observed.getInScope(),
                Fields.of(names, name -> orBlank(values[names.indexOf(name)])));
    }

    /**
     * When the side first showed each value that differs from the base; what is not listed was shown with the observed version.
     *
     * @param state with base and images of both sides
     */
    static PerRule<Instant> changedAt(Mapping mapping, Side which, CoupledSide side, PairState state) {
        Map<String, Instant> listed = new HashMap<>();
        side.getChangedAt().forEach(time -> listed.put(time.getRule(), time.getAt()));
        PerRule<Instant> times = PerRule.none();
        for (Rule rule : mapping.rules()) {
            if (state.differsSince(rule, which) != null) {
                times = times.with(
                        rule.index(), Objects.requireNonNullElse(listed.get(rule.name()), side.getObservedAt()));
            }
        }
        return times;
    }

    private static @Nullable Rejection rejected(CoupledSide side) {
        String words = side.getRejected();
        return words == null ? null : new Rejection(words, Objects.requireNonNullElse(side.getRejectedContent(), ""));
    }

    private static ChangeOutcome outcome(String word) {
        return ChangeOutcome.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    // ---- both ways -------------------------------------------------------------------------------------------------

    /** What the base says of each field; of a removed row nothing is left. */
    private static @Nullable Value[] expected(Mapping mapping, Side which, PerRule<Value> base, boolean deleted) {
        FieldNames names = mapping.fieldNames(which);
        @Nullable Value[] expected = new @Nullable Value[names.size()];
        if (!deleted) {
            for (Rule rule : mapping.rules()) {
                int index = names.indexOf(rule.field(which));
                expected[index] = expected[index] == null ? base.get(rule.index()) : expected[index];
            }
        }
        return expected;
    }

    private static Value orBlank(@Nullable Value value) {
        return value == null ? Value.BLANK : value;
    }
}
