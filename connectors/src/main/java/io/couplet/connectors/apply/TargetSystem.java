package io.couplet.connectors.apply;

import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import java.util.List;

/** A system that commands are carried out in. Used by one thread. */
interface TargetSystem {

    /**
     * Carries commands out, each at most once in the life of its id, those for the same record in their order.
     *
     * @return the definitive answers, in the order of the commands
     * @throws TargetUnavailableException if the system cannot answer now; some of the commands may have been carried out,
     *     which the system remembers: they are all to be brought again
     */
    List<CommandResult> carryOut(List<Command> commands) throws TargetUnavailableException;
}
