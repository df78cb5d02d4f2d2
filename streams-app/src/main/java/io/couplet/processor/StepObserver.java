package io.couplet.processor;

import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Side;
import java.time.Instant;

/** Is told what the two steps do, on their threads. It must not fail: a step would stop for it. */
public interface StepObserver {

    /** A captured version has become something. After a crash the same may be told again. */
    void counted(Output.Counted transition);

    /** The Directory has taken in a live change that was committed then. */
    void routed(String mapping, Side side, Instant committedAt);

    /** A command was decided, or is sent again. */
    void decided(Command command);

    /** A command was answered. */
    void answered(Result result);
}
