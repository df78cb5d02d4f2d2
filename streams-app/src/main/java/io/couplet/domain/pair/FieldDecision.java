package io.couplet.domain.pair;

import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to happen with one field of a coupling. */
sealed interface FieldDecision {
    FieldDecision NOTHING = new Nothing();
    FieldDecision AGREE = new Agree();
    FieldDecision QUESTION = new Question();

    /** Neither side has changed it. */
    record Nothing() implements FieldDecision {}

    /** Both sides say the same. */
    record Agree() implements FieldDecision {}

    /**
     * They differ on purpose.
     *
     * @param astray the side that went its own way
     */
    record Leave(Side astray) implements FieldDecision {}

    /**
     * One side's value goes to the other.
     *
     * @param rule the rule it follows
     * @param target where to
     * @param value what to write there
     * @param sourceValue what it was converted from
     * @param loser the user's value that is overwritten, null where there is none
     */
    record Write(
            Rule rule,
            Side target,
            Value value,
            Value sourceValue,
            @Nullable Loser loser) implements FieldDecision {}

    /**
     * The value refers to a record that is not known.
     *
     * @param names its names, of which one is enough
     * @param required whether the whole coupling waits
     */
    record Wait(List<Name> names, boolean required) implements FieldDecision {
        public Wait {
            names = List.copyOf(names);
        }
    }

    /** A person must decide. */
    record Question() implements FieldDecision {}
}
