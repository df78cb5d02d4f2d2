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
                .contains("note: shared with customer-account: the column binding of crm/account must say `ownWrites:"
                        + " shown`");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatIsWorthKnowingIsNoted() throws IOException {
        Path file = Files.createDirectories(directory.resolve("mappings")).resolve("good.yaml");
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
                                + ":1:1: note: what the erp cannot hold is refused there and set aside: name (100"
                                + " characters)",
                        file + ":6:57: note: accepted: the erp's 0.5 has no value in the crm");
    }

    @Test
    void faultsAreListedAndCounted() throws IOException {
        Path file = Files.createDirectories(directory.resolve("mappings")).resolve("bad.yaml");
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
    void faultsOfAllKindsOfFilesComeTogether() throws IOException {
        Path schema = file("schemas/Customer.avsc", """
            {"type": "record", "name": "Customer", "entity": "erp/customer", "fields": [
              {"name": "loyaltyNo", "type": ["null", "string"], "default": null, "maxLengt": 20},
              {"name": "loyalSince", "type": ["null", {"type": "int", "logicalType": "date"}], "default": null}]}
            """);
        Path account = file("schemas/Account.avsc", """
            {"type": "record", "name": "Account", "entity": "crm/account", "fields": [
              {"name": "new_loyaltyno", "type": ["null", "string"], "default": null}]}
            """);
        Path binding = file("bindings/ours.yaml", "system: crm\nentities: {account: {colums: {}}}\n");
        Path mapping = file("mappings/customer-account.yaml", """
            mapping: customer-account
            erp: customer
            crm: account
            fields:
              - {erp: name, crm: name}
              - {erp: no, crm: new_loyaltyno, direction: to-crm}
            """);
        Path options = file("mappings/payment-terms.yaml", "options: payment-terms\nvalues: {30 DAYS: one}\n");
        Path settings = file("settings.yaml", "colour: red\n");
        Path unread = file("mapings/more.yaml", "mapping: more\n").getParent();

        assertThat(run(directory.toString())).isEqualTo(3);

        assertThat(err.toString().lines())
                .contains(
                        schema + ":2:70: unknown property \"maxLengt\"; did you mean 'maxLength'?",
                        binding + ":2:22: unknown key 'colums'; did you mean 'columns'?",
                        mapping
                                + ":6:20: no column is bound to the field 'new_loyaltyno' of crm/account; bind it in a"
                                + " file of the folder 'bindings'",
                        options
                                + ":2:19: type error: 'one' is no whole number; 'paymenttermscode' holds a whole"
                                + " number",
                        unread + ":1:1: nobody reads 'mapings'; did you mean 'mappings'?")
                .anyMatch(line -> line.startsWith(settings + ":1:1: there is no setting 'colour'; "));
        assertThat(account).exists();
    }

    private Path file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int run(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
