package io.couplet.mappings;

import java.util.Optional;

/**
 * Whether something is on, as an expression over the settings says: a mapping or a field by its {@code enabled}.
 *
 * @param words the expression, absent where the file says nothing, which means on
 * @param on what came of it
 */
record Switch(Optional<String> words, boolean on) {
    /** Always on. */
    static final Switch ON = new Switch(Optional.empty(), true);

    /** The switch of a block; on after reporting what is wrong with its expression. */
    static Switch of(Block block, Expressions expressions) {
        return of(block, "enabled", "'enabled' must say yes or no", expressions);
    }

    /**
     * What the expression under a key says; on after reporting what is wrong with it, or where there is none.
     *
     * @param purpose what an expression of the wrong type fails to be
     */
    static Switch of(Block block, String key, String purpose, Expressions expressions) {
        return block.expression(key)
                .map(text -> new Switch(
                        Optional.of(text.text().strip()),
                        expressions.decision(text, purpose).orElse(true)))
                .orElse(ON);
    }
}
