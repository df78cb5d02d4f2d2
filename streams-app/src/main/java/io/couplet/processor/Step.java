package io.couplet.processor;

/** What a step did to a state. */
final class Step {
    private Step() {}

    /** Whether the rules made a new state. They return the very one they were given where an input was read before. */
    static boolean changed(Object before, Object after) {
        return before != after;
    }
}
