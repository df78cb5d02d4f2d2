package io.couplet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.local.cli.CommandFaults;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter err = new StringWriter();

    @Test
    void withoutAStackItEndsWithNotRunning(@TempDir Path data) throws Exception {
        // Ports on which nothing of a stack listens, whatever else runs on this machine.
        Files.writeString(
                data.resolve("ports.properties"),
                "erp=1\ncrm=1\nbroker=1\ncontroller=1\nregistry=1\nconnectors=1\nstreams-app=1\n");

        assertThat(run("load", "--data", data.toString())).isEqualTo(6);
        assertThat(run("--data", data.toString())).isEqualTo(6);
        assertThat(err.toString()).contains("is not running").contains("couplet up");
    }

    @Test
    void aRateOfNothingIsWrongUsage() {
        assertThat(run("--rates", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--rates");
    }

    private int run(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new CommandFaults())
                .setParameterExceptionHandler(CommandFaults::wrongUsage)
                .execute(arguments);
    }
}
