package io.couplet.processor;

import java.util.function.Supplier;

/**
 * One input made the rules fail. Nothing was changed by it; it goes to the dead letters, and everything else goes on. Its message never
 * quotes values.
 */
public final class PoisonousInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoisonousInput(String what) {
        super(what);
    }

    private PoisonousInput(String what, RuntimeException cause) {
        super(what + ": " + cause.getClass().getSimpleName(), cause);
    }

    /**
     * Asks the rules. Whatever they throw is laid at the door of the one input, since they see nothing else: one record must not stop the
     * others (G6). What a store or the broker throws is not asked here and stops the thread.
     */
    static <T> T unlessPoisonous(String question, Supplier<T> rules) {
        try {
            return rules.get();
        } catch (RuntimeException e) {
            throw new PoisonousInput(question + " failed", e);
        }
    }
}
