package io.couplet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.guard.Guard;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SimulateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theHelpListsEachGuardAfterTheWord() {
        assertThat(run("--help")).isZero();

        String guards = out.toString().substring(out.toString().indexOf("guards:"));
        for (Guard guard : Guard.values()) {
            assertThat(guards).containsPattern("(?m)^ *" + guard.word() + " +\\S");
        }
        assertThat(guards).containsPattern("(?m)^ *naive +\\S");
    }

    @Test
    void withoutAGuardTheStoryOfTheBrokenPromiseIsTold() {
        assertThat(run("--seeds", "1..2000", "--without", "conditional-write")).isEqualTo(1);

        assertThat(out.toString()).contains("Broken by seed ", "   1. ", "Broken: G");
    }

    @Test
    void theStoryOfASeedIsTold() {
        run("--story", "7", "--steps", "50");

        assertThat(out.toString()).contains("Seed 7, ", "Mapping customer-account", "   1. ");
    }

    @Test
    void aStoryIsToldByItsName() {
        assertThat(run("--story", "h12")).isZero();
        assertThat(out.toString()).contains("H12 A record that forgot its claim", "   1. ", "No guarantee is broken.");

        assertThat(run("--story", "H2", "--without", "base-as-carried")).isEqualTo(1);
        assertThat(out.toString()).contains("Broken: G2 no lost edit: ");
    }

    @Test
    void theStoryThatAGuardIsForIsToldWithoutSearching() {
        assertThat(run("--without", "gate-offset")).isEqualTo(1);

        assertThat(out.toString())
                .contains("H11 ", "Broken: G4 one counterpart: ")
                .doesNotContain("Broken by seed ");
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(run("--seeds", "9..1")).isEqualTo(2);
        assertThat(err.toString()).contains("'9..1' is no range of seeds; write for example 1..10000");
        assertThat(run("--without", "gravity")).isEqualTo(2);
        assertThat(err.toString()).contains("'gravity' is not a guard; there are initial-gate");
        assertThat(run("--story", "once upon a time")).isEqualTo(2);
        assertThat(err.toString()).contains("'once upon a time' is neither a seed nor a story; there are H1a, ");
        assertThat(run("--steps", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--steps is -1; it cannot be negative");
    }

    private int run(String... arguments) {
        return new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
