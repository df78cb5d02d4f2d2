package io.couplet.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.couplet.contract", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule CONTRACTS_DO_NOT_KNOW_TRANSPORT = noClasses()
            .that()
            .resideInAPackage("io.couplet.contract")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.flink..", "io.couplet.contract.wire..")
            .because("a contract is true whatever carries it");

    @ArchTest
    static final ArchRule ONE_CLASS_TALKS_TO_THE_REGISTRY = noClasses()
            .that()
            .doNotHaveSimpleName("ConfluentRegistry")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..")
            .because("the client's odd package name must be replaceable in one place");

    @ArchTest
    static final ArchRule ONE_CLASS_KNOWS_KAFKA = noClasses()
            .that()
            .doNotHaveSimpleName("AvroSerdes")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("the wire format is used by tools without a Kafka client as well");
}
