package io.couplet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class CatalogueTest {

    private final Catalogue catalogue = new Catalogue("couplet", EntityCatalogue.shipped());

    @Test
    void theNamesAreThePublishedOnes() {
        assertThat(catalogue.all())
                .extracting(TopicSpec::name)
                .contains(
                        "couplet.crm.account",
                        "couplet.crm.contact",
                        "couplet.crm.systemuser",
                        "couplet.crm.transactioncurrency",
                        "couplet.erp.contact",
                        "couplet.erp.currency",
                        "couplet.erp.customer",
                        "couplet.erp.salesperson",
                        "couplet.pair-inputs",
                        "couplet.directory-inputs",
                        "couplet.erp.commands",
                        "couplet.crm.commands",
                        "couplet.couplings",
                        "couplet.ownership",
                        "couplet.set-aside",
                        "couplet.audit",
                        "couplet.control",
                        "couplet.jobs",
                        "couplet.dead-letters",
                        "couplet.capture-offsets");
    }

    @Test
    void noTwoTopicsShareAName() {
        assertThat(catalogue.all()).extracting(TopicSpec::name).doesNotHaveDuplicates();
    }

    @Test
    void thePrefixIsTheInstallationsOwn() {
        Catalogue other = new Catalogue("acme.sync", EntityCatalogue.shipped());

        assertThat(other.all()).allMatch(topic -> topic.name().startsWith("acme.sync."));
        assertThat(other.pairInputs().subject()).isEqualTo("acme.sync.pair-inputs-value");
    }

    @Test
    void whatStateIsRebuiltFromIsCompacted() {
        assertThat(catalogue.changes().values()).allMatch(topic -> topic.cleanup() == Cleanup.COMPACT);
        assertThat(catalogue.all())
                .filteredOn(topic -> topic.cleanup() == Cleanup.COMPACT)
                .extracting(topic -> topic.config().get("cleanup.policy"))
                .containsOnly("compact");
        assertThat(catalogue.all())
                .filteredOn(topic -> topic.cleanup() == Cleanup.DELETE)
                .allMatch(topic -> topic.config().containsKey("retention.ms"));
    }

    @Test
    void commandsGoToTheirTarget() {
        assertThat(catalogue.commands(Side.ERP).name()).isEqualTo("couplet.erp.commands");
        assertThat(catalogue.commands(Side.CRM).name()).isEqualTo("couplet.crm.commands");
    }

    @Test
    void aTopicIsFoundByItsName() {
        assertThat(catalogue.find("couplet.audit")).contains(catalogue.audit());
        assertThat(catalogue.find("couplet.nonsense")).isEmpty();
        assertThatThrownBy(() -> catalogue.changes("erp/nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("erp/customer");
    }

    @Test
    void publicSchemasCarryNoHintsForOurCodeGenerator() {
        Schema schema = catalogue.pairInputs().valueSchema();

        assertThat(schema.toString()).doesNotContain("avro.java.string");
        assertThat(PairInput.SCHEMA$.toString()).contains("avro.java.string");
        assertThat(schema.getDoc()).isEqualTo(PairInput.SCHEMA$.getDoc());
        assertThat(schema.getField("mapping").schema()).isEqualTo(Schema.create(Schema.Type.STRING));
    }

    @Test
    void offsetsOfCaptureAreNotAvro() {
        assertThatThrownBy(() -> catalogue.captureOffsets().valueSchema()).isInstanceOf(IllegalStateException.class);
    }
}
