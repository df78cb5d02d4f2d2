package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The guide's examples are mapping files; each must load beside the shipped mappings. */
class MappingLanguageGuideTest {
    private static final Path GUIDE = Path.of("docs", "mapping-language.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^###? `([^`]+)`");

    @TestFactory
    Stream<DynamicTest> everyExampleLoads() throws IOException {
        List<String> examples =
                EXAMPLE.matcher(guide()).results().map(found -> found.group(1)).toList();

        assertThat(examples).hasSizeGreaterThan(10);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.lines().findFirst().orElse(""),
                        () -> assertThat(load(example, examples)).isNotEmpty()));
    }

    @Test
    void everyWordHasASection() throws IOException {
        Set<String> words = new TreeSet<>(DefinitionReader.WORDS);
        words.addAll(FieldReader.WORDS);
        words.addAll(MatchReader.WORDS);
        words.addAll(StopReader.WORDS);
        words.addAll(OptionTable.WORDS);
        words.addAll(SettingsReader.WORDS);
        words.addAll(AggregateReader.WORDS);
        words.addAll(AggregateReader.PART_WORDS);
        words.addAll(AggregateReader.SUM_WORDS);
        words.addAll(AggregateReader.ROW_WORDS);

        assertThat(HEADING.matcher(guide()).results().map((MatchResult found) -> found.group(1)))
                .containsAll(words);
    }

    /** Each beside the shipped mappings and the settings of the guide. */
    private static List<Mapping> load(String example, List<String> all) {
        Stream<MappingFile> shipped = MappingFiles.SHIPPED.stream()
                .filter(name -> !example.lines().findFirst().orElse("").endsWith(": " + name.replace(".yaml", "")))
                .map(MappingFiles::shipped);
        Stream<MappingFile> settings = all.stream()
                .filter(other -> other.startsWith("settings:") && !other.equals(example))
                .map(other -> new MappingFile("settings of the guide", other));
        List<MappingFile> files = Stream.of(Stream.of(new MappingFile("example.yaml", example)), shipped, settings)
                .flatMap(each -> each)
                .toList();
        return new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS"))
                .compile(files, Optional.empty(), new Faults())
                .mappings();
    }

    private static String guide() throws IOException {
        return Files.readString(GUIDE);
    }
}
