package io.couplet.cli;

import io.couplet.contract.Audit;
import io.couplet.contract.Command;
import io.couplet.contract.Coupling;
import io.couplet.contract.SetAside;

/** Something that was written to a public topic just now. */
sealed interface News {

    /** The coupling or record that it is about. */
    String about();

    /** A coupling has come to a new state. */
    record Coupled(String about, Coupling coupling) implements News {}

    /** Something waits. */
    record Opened(String about, SetAside entry) implements News {}

    /** It does not wait any more. */
    record Closed(String about) implements News {}

    /** Something was decided. */
    record Decided(String about, Audit decision) implements News {}

    /** A system was asked to write. */
    record Commanded(String about, Command command) implements News {}
}
