package io.couplet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class ChangeSchemasTest {

    private final EntitySchema customer = EntityCatalogue.shipped().get("erp/customer");
    private final Schema envelope = ChangeSchemas.envelope(customer);

    @Test
    void anEnvelopeWrapsTheEntitysOwnRecord() {
        assertThat(envelope.getFullName()).isEqualTo("io.couplet.erp.CustomerChange");
        assertThat(ChangeSchemas.after(envelope)).isEqualTo(customer.schema());
        assertThat(envelope.getFields())
                .extracting(Schema.Field::name)
                .containsExactly(
                        "op",
                        "ref",
                        "position",
                        "rowVersion",
                        "previousVersion",
                        "createdBy",
                        "modifiedBy",
                        "modifiedAt",
                        "committedAt",
                        "capturedAt",
                        "after");
    }

    @Test
    void everyPartIsExplainedToItsReaders() {
        assertThat(envelope.getDoc()).contains("erp/customer");
        assertThat(envelope.getFields())
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).isNotBlank());
    }

    @Test
    void equalEntitiesGiveEqualSchemas() {
        assertThat(ChangeSchemas.envelope(EntityCatalogue.shipped().get("erp/customer"))
                        .toString())
                .isEqualTo(envelope.toString());
    }
}
