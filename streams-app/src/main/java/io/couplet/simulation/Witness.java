package io.couplet.simulation;

import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.Request;
import io.couplet.guarantee.Recording.Stored;

/** Somebody who watches a world. By default nobody listens. */
interface Witness {
    /** Sees nothing. */
    Witness NOBODY = new Witness() {};

    /** The next action begins. */
    default void begins() {}

    /** From here on everything runs until it comes to rest, or the next action begins. */
    default void settles() {}

    /** A system has stored a version of a row. */
    default void stores(Side side, String by, Stored stored) {}

    /** A system has answered a command. */
    default void answers(Side side, Result result, boolean late) {}

    /** A part reads a record. */
    default void reads(Part part, Log from, int offset, Object record) {}

    /** A part writes a record. */
    default void sends(Part part, Log to, Object record) {}

    /** A part has crashed and started again. */
    default void crashes(Part part, int lostStates, int lostOutputs, int readAgain) {}

    /** A part's positions were set back. */
    default void rewinds(Part part, int readAgain) {}

    /** An operator asks for something. */
    default void asks(Request request) {}

    /** It is said what became of a captured version. */
    default void becomes(Output.Counted version) {}
}
