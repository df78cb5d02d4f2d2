package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.EntityCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to a mapping file, the answer is mappings or a list of faults, and each fault points into a file. */
class DamagedFilesTest {
    private static final EntityCatalogue ENTITIES = EntityCatalogue.shipped();
    private static final int MAPPINGS =
            new MappingFiles(ENTITIES, List.of("CRONUS")).catalogue().size();

    @Property(tries = 150)
    void damageIsAlwaysReportedAsFaults(
            @ForAll @IntRange(max = 1_000) int any,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 12) int removed,
            @ForAll("damage") String inserted) {
        List<MappingFile> files = new ArrayList<>();
        MappingFiles.SHIPPED.forEach(name -> files.add(MappingFiles.shipped(name)));
        int which = any % files.size();
        String text = files.get(which).text();
        int at = (text.length() - 1) * percent / 100;
        String damaged = text.substring(0, at) + inserted + text.substring(Math.min(text.length(), at + removed));
        files.set(which, new MappingFile("damaged.yaml", damaged));

        try {
            assertThat(new MappingFiles(ENTITIES, List.of("CRONUS"))
                            .compile(files, Optional.empty(), new Faults())
                            .mappings())
                    .hasSize(MAPPINGS);
        } catch (MappingFaults e) {
            assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.line()).isPositive();
                assertThat(fault.column()).isPositive();
                assertThat(fault.what()).isNotBlank();
                assertThat(fault.remedy()).isNotBlank();
            });
        }
    }

    @Provide
    Arbitrary<String> damage() {
        return Arbitraries.strings()
                .withChars("{}[]:,-#&*!|>'\"%@`?\\ \n\tabcerm.=0\u0000\u00e9\ud83d")
                .ofMaxLength(6);
    }
}
