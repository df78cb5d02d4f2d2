package io.couplet.cli;

import io.couplet.contract.Side;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code couplet overwrite}: what drifted is put back. */
@Command(
        name = "overwrite",
        description = {
            "Undoes a drift: the side that went its own way is wrong, the other side's value is written over it. Where the mapping"
                    + " does not let the field go that way, the difference stays."
        },
        footer = {
            "",
            "Ends with 0 once it is carried out, with 1 if it was refused, with 3 if there is no drift, with 4 if the broker does"
                    + " not answer, and with 7 if it gave up waiting."
        })
public final class OverwriteCommand extends DriftCommand {

    /** Works on what the fallback names, unless options say otherwise. */
    public OverwriteCommand(Supplier<Target> fallback) {
        super(fallback);
    }

    @Override
    Side taken(Side astray) {
        return astray == Side.ERP ? Side.CRM : Side.ERP;
    }
}
