package io.couplet.mappings;

import io.couplet.domain.mapping.Direction;
import io.couplet.domain.model.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where missing counterparts are created, as a file's {@code create} says.
 *
 * @param in the systems in which they are
 * @param conditions the expressions over the settings by which that was decided, by system; none where the file simply says so
 */
record Creation(Set<Side> in, Map<Side, String> conditions) {
    private static final String CREATE = "create";

    /** What is meant as a word of the language and no expression. */
    private static final Pattern WORD = Pattern.compile("(?!(true|false)$)[\\p{L}-]+");

    /** Copies both. */
    Creation {
        in = Set.copyOf(in);
        conditions = Map.copyOf(conditions);
    }

    /** What a mapping's block says. Without a word, records are created where the mapping's direction leads and at least one field goes. */
    static Creation of(Block block, Direction direction, List<FieldDefinition> fields, Expressions expressions) {
        Optional<Block> create = block.block(CREATE, List.of(Side.ERP.word(), Side.CRM.word()));
        Set<Side> in = EnumSet.noneOf(Side.class);
        Map<Side, String> conditions = new TreeMap<>();
        for (Side side : Side.values()) {
            boolean filled = fields.stream().anyMatch(field -> field.goesTo(side));
            boolean byDefault = filled && direction.allows(side);
            Switch creates = create.map(each -> creates(each, side, byDefault, expressions))
                    .orElse(new Switch(Optional.empty(), byDefault));
            creates.words().ifPresent(words -> conditions.put(side, words));
            if (creates.on()) {
                in.add(side);
            }
            if (!filled && !fields.isEmpty() && (creates.on() || creates.words().isPresent())) {
                block.fault(
                        CREATE,
                        "records are to be created in the " + side.word() + ", but no field goes there",
                        "write 'create: {" + side.word() + ": never}' or let fields go there");
            }
        }
        return new Creation(in, conditions);
    }

    private static Switch creates(Block create, Side side, boolean byDefault, Expressions expressions) {
        Optional<Word> word = create.word(side.word());
        if (word.isEmpty()) {
            return new Switch(Optional.empty(), byDefault);
        }
        return WORD.matcher(word.get().text()).matches()
                ? new Switch(Optional.empty(), create.choice(side.word(), Choices.CREATE, byDefault))
                : Switch.of(create, side.word(), "'create' must be always, never, or say yes or no", expressions);
    }

    /** Whether any settings make it create somewhere. */
    boolean mayBe() {
        return !in.isEmpty() || !conditions.isEmpty();
    }

    /** The same for one system alone. */
    Creation in(Side side) {
        String condition = conditions.get(side);
        return new Creation(
                in.contains(side) ? Set.of(side) : Set.of(), condition == null ? Map.of() : Map.of(side, condition));
    }
}
