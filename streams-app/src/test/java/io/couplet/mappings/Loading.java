package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.FileFault;
import io.couplet.domain.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mapping files of a test, with the shipped entities and, unless it says otherwise, the company CRONUS. */
final class Loading {
    private static final EntityCatalogue ENTITIES = EntityCatalogue.shipped();

    private final List<MappingFile> files = new ArrayList<>();
    private Optional<MappingFile> decided = Optional.empty();
    private List<String> companies = List.of("CRONUS");

    /** Configures these companies. */
    Loading companies(String... names) {
        companies = List.of(names);
        return this;
    }

    /** Adds a file. */
    Loading file(String name, String text) {
        files.add(new MappingFile(name, text));
        return this;
    }

    /** Gives what an administrator decided. */
    Loading decided(String name, String text) {
        decided = Optional.of(new MappingFile(name, text));
        return this;
    }

    /** Compiles them; fails the test where anything is wrong. */
    List<Mapping> mappings() {
        return checked().mappings();
    }

    /** What is worth knowing of them, one line each. */
    List<String> notes() {
        return checked().notes().stream().map(MappingNote::toString).toList();
    }

    /** All that is known of them. */
    CheckedMappings checked() {
        return new MappingFiles(ENTITIES, companies).compile(files, decided, new Faults());
    }

    /** What is wrong with them, one line each. */
    List<String> faults() {
        MappingFaults faults = catchThrowableOfType(MappingFaults.class, this::mappings);
        assertThat(faults).as("faults").isNotNull();
        return faults.faults().stream().map(FileFault::toString).toList();
    }

    /** One file {@code a.yaml} that ties customers to accounts; the arguments are its further lines from line 4 on. */
    static Loading customers(String... lines) {
        return new Loading()
                .file("a.yaml", "mapping: a\nerp: customer\ncrm: account\n" + String.join("\n", lines) + "\n");
    }
}
