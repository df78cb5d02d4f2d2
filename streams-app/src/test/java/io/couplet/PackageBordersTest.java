package io.couplet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may see whom. */
@AnalyzeClasses(packages = "io.couplet", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageBordersTest {

    @ArchTest
    static final ArchRule theDomainIsPure = classes()
            .that()
            .resideInAPackage("io.couplet.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.couplet.domain..", "java..", "org.jspecify..")
            .because("the rules must run in a simulator, millions of times, without Kafka, Avro, clock or chance");

    @ArchTest
    static final ArchRule theDomainHasNoClock = noClasses()
            .that()
            .resideInAnyPackage("io.couplet.domain..", "io.couplet.wire..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .because("a step that is run again must come to the same end");

    @ArchTest
    static final ArchRule wireTranslatesAndNothingElse = classes()
            .that()
            .resideInAPackage("io.couplet.wire..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.couplet.wire..",
                    "io.couplet.domain..",
                    "io.couplet.contract..",
                    "org.apache.avro..",
                    "org.apache.kafka.common.serialization..",
                    "java..",
                    "org.jspecify..")
            .because("what the bytes look like is known in one place, and that place knows nothing else");

    @ArchTest
    static final ArchRule processorsSeeDomainAndWire = noClasses()
            .that()
            .resideInAPackage("io.couplet.processor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.couplet.topology..",
                    "io.couplet.config..",
                    "io.couplet.mappings..",
                    "io.couplet.failure..",
                    "io.couplet.api..",
                    "io.couplet.ops..",
                    "io.couplet.cli..")
            .because("a processor reads state, asks the domain, writes state and forwards");

    @ArchTest
    static final ArchRule avroRecordsStopAtWire = noClasses()
            .that()
            .resideInAnyPackage("io.couplet.processor..", "io.couplet.topology..", "io.couplet.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.avro.generic..")
            .because("only wire knows how a record is made of fields");

    @ArchTest
    static final ArchRule recordingReadsWhatTheTopicsTell = classes()
            .that()
            .resideInAPackage("io.couplet.recording..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.couplet.recording..",
                    "io.couplet.guarantee..",
                    "io.couplet.wire..",
                    "io.couplet.domain..",
                    "io.couplet.contract..",
                    "java..",
                    "org.jspecify..")
            .because("the guarantees are judged by what everybody can read, not by what the steps hold");

    @ArchTest
    static final ArchRule aReplayHasNothingToWriteWith = noClasses()
            .that()
            .resideInAPackage("io.couplet.replay..")
            .or()
            .haveSimpleNameContaining("Replay")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka.clients.producer..", "org.apache.kafka.streams..", "io.couplet.topology..")
            .because("whoever rebuilds all state beside a running Couplet must not send a single command");

    @ArchTest
    static final ArchRule theTopologyIsBuiltByMainAlone = noClasses()
            .that()
            .resideOutsideOfPackages("io.couplet", "io.couplet.topology..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.couplet.topology..")
            .because("what flows where is decided in one file");

    @ArchTest
    static final ArchRule mappingsAreCompiledAtStart = noClasses()
            .that()
            .resideInAPackage("io.couplet.mappings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.couplet.processor..", "io.couplet.wire..")
            .because("the mapping language is the same wherever mappings are used");

    @ArchTest
    static final ArchRule theSimulationSeesThePureCoreAlone = classes()
            .that()
            .resideInAPackage("io.couplet.simulation..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.couplet.simulation..",
                    "io.couplet.domain..",
                    "io.couplet.guarantee..",
                    "io.couplet.wire..",
                    "io.couplet.replay..",
                    "io.couplet.contract..",
                    "java..",
                    "org.jspecify..")
            .because("a million histories are played in minutes only where nothing but the rules is in the way");

    @ArchTest
    static final ArchRule theSimulationIsACommandAndNoPartOfOperation = noClasses()
            .that()
            .resideOutsideOfPackages("io.couplet.simulation..", "io.couplet.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.couplet.simulation..")
            .because("what runs for users knows nothing of the worlds that it is tried in");

    @ArchTest
    static final ArchRule noCircles = slices().matching("io.couplet.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each part can then be read without the others");
}
