package io.couplet.local.cli;

import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the parts of a stack listen. */
final class PortOptions {
    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "Use the seven ports from N on: ERP, CRM, broker, its controller, registry, connectors,"
                    + " streams-app; default: those used last with this data directory, at first 15432, 15433, 19092,"
                    + " 19093, 18081, 18080, 18082.")
    private @Nullable Integer base;

    Ports ports(DataDirectory data) {
        return base == null ? data.ports() : Ports.from(base);
    }
}
