package io.couplet.cli;

import io.couplet.api.BrokerUnreachable;
import io.couplet.contract.wire.RegistryUnreachable;
import io.couplet.contract.wire.SchemaNotRegistered;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Something that a command needs does not answer. */
final class Unreachable extends RuntimeException {

    /** What a command ends with that was interrupted by this. */
    static final int EXIT = 4;

    private static final long serialVersionUID = 1L;

    Unreachable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static Unreachable broker(String bootstrap, Throwable cause) {
        return new Unreachable("The broker at " + bootstrap + " does not answer. Is Couplet up?", cause);
    }

    /** Runs a command, and turns what is unreachable, or cannot be done, into words and its exit code. */
    static int reported(CommandSpec spec, Target target, Callable<Integer> command) throws Exception {
        try {
            return command.call();
        } catch (Unreachable | RegistryUnreachable | SchemaNotRegistered e) {
            return report(spec, String.valueOf(e.getMessage()));
        } catch (NotPossible e) {
            report(spec, String.valueOf(e.getMessage()));
            return NotPossible.EXIT;
        } catch (BrokerUnreachable | TimeoutException e) {
            return report(spec, String.valueOf(broker(target.bootstrap(), e).getMessage()));
        } catch (KafkaException e) {
            return report(spec, "The broker at " + target.bootstrap() + " cannot be used: " + deepest(e));
        }
    }

    private static int report(CommandSpec spec, String message) {
        var line = spec.commandLine();
        line.getErr().println(line.getColorScheme().errorText(message));
        return EXIT;
    }

    private static String deepest(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
