package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Follows the page about a field and a table of one's own: writes its files, runs its commands and finds what it shows, on a stack of its own. */
class WalkThroughE2EIT {
    private static final Path PAGE = Launcher.home().resolve("streams-app/docs/own-fields-and-tables.md");
    private static final String PORTS = " --port-base 27500";
    /** A file's name in a line of its own where the block is a file's content. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)(?:^`([^`\\n]+)`\\n\\n)?^```(\\w+)\\n(.*?)^```$");

    private static final long LIMIT_SECONDS = 400;

    private final Path data = Path.of("target", "walk-through").toAbsolutePath();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of(".");

    @AfterEach
    void stop() throws IOException, InterruptedException {
        run("./couplet reset --yes");
    }

    /** Either a file, or commands, or what the commands before it print in the end. */
    private record Step(String file, String kind, String text) {}

    @Test
    @DisplayName("A field and a table are added by the files and commands of the page")
    void thePageIsRight() throws IOException, InterruptedException {
        Files.createSymbolicLink(folder.resolve("couplet"), Launcher.home().resolve("couplet"));
        Files.createSymbolicLink(folder.resolve("streams-app"), Launcher.home().resolve("streams-app"));
        String asked = "";
        for (Step step : steps()) {
            if (!step.file().isEmpty()) {
                Path file = folder.resolve(step.file());
                Files.createDirectories(file.getParent());
                Files.writeString(file, step.text());
            } else if (step.kind().equals("text")) {
                finds(asked, step.text().strip());
            } else {
                asked = step.text();
                Ran ran = run(asked.replace("up --detach\n", "up --detach" + PORTS + "\n"));
                assertThat(ran.exit()).as(asked + ran.output()).isZero();
            }
        }
        assertThat(run("./couplet topics").output())
                .as("commands know the company's own tables")
                .contains("couplet.erp.serviceobject", "couplet.crm.new_serviceobject");
    }

    /** Asks again until the answer has the words of a line in their order. */
    private void finds(String asked, String line) {
        Pattern words = Pattern.compile(String.join(
                "\\W+", List.of(line.split(" ")).stream().map(Pattern::quote).toList()));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(run(asked).output()).containsPattern(words));
    }

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            steps.add(new Step(block.group(1) == null ? "" : block.group(1), block.group(2), block.group(3)));
        }
        assertThat(steps).extracting(Step::kind).contains("sh", "json", "yaml", "text");
        return steps;
    }

    /** Runs commands as a person does in a shell, which stops where one fails. */
    private Ran run(String commands) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("COUPLET_BUILD", "no");
        shell.environment().put("COUPLET_DATA", data.toString());
        Process process = shell.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(commands + " did not end; it printed:\n" + Files.readString(output));
        }
        return new Ran(process.exitValue(), Files.readString(output));
    }
}
