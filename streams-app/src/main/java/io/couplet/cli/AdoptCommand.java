package io.couplet.cli;

import io.couplet.contract.Side;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code couplet adopt}: what drifted holds on both sides. */
@Command(
        name = "adopt",
        description = {
            "Takes over a drift: the side that went its own way is right, its value is written to the other side. Where the"
                    + " mapping does not let the field go that way, the difference stays."
        },
        footer = {
            "",
            "Ends with 0 once it is carried out, with 1 if it was refused, with 3 if there is no drift, with 4 if the broker does"
                    + " not answer, and with 7 if it gave up waiting."
        })
public final class AdoptCommand extends DriftCommand {

    /** Works on what the fallback names, unless options say otherwise. */
    public AdoptCommand(Supplier<Target> fallback) {
        super(fallback);
    }

    @Override
    Side taken(Side astray) {
        return astray;
    }
}
