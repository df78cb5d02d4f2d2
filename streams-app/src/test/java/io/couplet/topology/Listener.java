package io.couplet.topology;

import io.couplet.domain.message.Output.Counted;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Side;
import io.couplet.processor.StepObserver;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Passes on what the steps tell.
 *
 * @param other who is told everything
 * @param transitions who is told as well what becomes of captured versions
 */
record Listener(StepObserver other, Consumer<Counted> transitions) implements StepObserver {

    @Override
    public void counted(Counted transition) {
        transitions.accept(transition);
        other.counted(transition);
    }

    @Override
    public void routed(String mapping, Side side, Instant committedAt) {
        other.routed(mapping, side, committedAt);
    }

    @Override
    public void decided(Command command) {
        other.decided(command);
    }

    @Override
    public void answered(Result result) {
        other.answered(result);
    }
}
