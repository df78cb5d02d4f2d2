package io.couplet.mappings;

import java.util.Optional;

/**
 * Whether a mapping or a field is on, as its {@code enabled} says.
 *
 * @param words the expression, absent where the file says nothing, which means on
 * @param on what came of it
 */
record Switch(Optional<String> words, boolean on) {
    /** Always on. */
    static final Switch ON = new Switch(Optional.empty(), true);

    /** The switch of a block; on after reporting what is wrong with its expression. */
    static Switch of(Block block, Expressions expressions) {
        return block.expression("enabled")
                .map(text -> new Switch(
                        Optional.of(text.text().strip()),
                        expressions.decision(text).orElse(true)))
                .orElse(ON);
    }
}
