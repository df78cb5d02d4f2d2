package io.couplet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void shippedMappingsAreSummedUp() {
        assertThat(run()).isZero();

        assertThat(out.toString())
                .contains("customer-account     erp/customer <-> crm/account, company CRONUS")
                .contains("creates in: erp, crm")
                .contains("vendor-account.yaml")
                .contains(
                        "note: shared with customer-account: the column binding of crm/account must say `ownWrites: shown`");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatIsWorthKnowingIsNoted() throws IOException {
        Path file = directory.resolve("good.yaml");
        Files.writeString(file, """
                mapping: m
                erp: customer
                crm: account
                fields:
                  - {erp: name, crm: name}
                  - {erp: creditLimitLcy, crm: customertypecode, lossy: unknown}
                """);

        assertThat(run(directory.toString())).isZero();

        assertThat(out.toString().lines())
                .contains(
                        file
                                + ":1:1: note: what the erp cannot hold is refused there and set aside: name (100 characters)",
                        file + ":6:57: note: accepted: the erp's 0.5 has no value in the crm");
    }

    @Test
    void faultsAreListedAndCounted() throws IOException {
        Path file = directory.resolve("bad.yaml");
        Files.writeString(file, "mapping: m\nerp: customr\ncrm: account\nfields:\n  - {erp: name, crm: nam}\n");

        assertThat(run(directory.toString())).isEqualTo(3);

        assertThat(err.toString())
                .contains(file + ":2:6: the erp has no entity 'customr'; did you mean 'customer'?")
                .contains(file + ":5:22: crm/account has no field 'nam'; did you mean 'name'?")
                .contains("2 faults");
    }

    @Test
    void aMissingDirectoryIsAFault() {
        assertThat(run(directory.resolve("nowhere").toString())).isEqualTo(3);

        assertThat(err.toString()).contains("the directory cannot be read");
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(run("--quickly")).isEqualTo(2);
    }

    @Test
    void anUnusableSchemaIsAFault() throws IOException {
        Files.writeString(directory.resolve("Broken.avsc"), "{");

        assertThat(run("--schemas", directory.toString())).isEqualTo(3);

        assertThat(err.toString()).contains("Broken.avsc");
    }

    private int run(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
