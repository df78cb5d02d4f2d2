package io.couplet.local.stack;

import io.couplet.contract.ConfigDirectory;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stack to start.
 *
 * @param installation the project folder with what was built
 * @param data where the stack keeps its data
 * @param ports where its parts listen
 * @param scale multiplies the amount of sample data; matters only when the sandboxes are new
 * @param invoices how many posted invoices are among it
 * @param applications whether connectors and streams-app are started too, or the infrastructure alone
 * @param detours further ways to the broker; none in ordinary use
 * @param company the company's own files, or null
 * @param inStepLimit how long the sample data may take to be in step after everything has been started
 */
public record StackOptions(
        Installation installation,
        DataDirectory data,
        Ports ports,
        int scale,
        int invoices,
        boolean applications,
        List<Detour> detours,
        @Nullable ConfigDirectory company,
        Duration inStepLimit) {

    /** Copies the list. */
    public StackOptions {
        detours = List.copyOf(detours);
        if (scale < 1) {
            throw new StackException(Exit.USAGE, "--scale must be 1 or more");
        }
        if (invoices < 0) {
            throw new StackException(Exit.USAGE, "--invoices cannot be negative");
        }
    }
}
