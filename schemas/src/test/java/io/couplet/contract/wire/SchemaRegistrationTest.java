package io.couplet.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.couplet.contract.Catalogue;
import io.couplet.contract.EntityCatalogue;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

final class SchemaRegistrationTest {

    private final Catalogue catalogue = new Catalogue("couplet", EntityCatalogue.shipped());
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final SchemaRegistration registration = new SchemaRegistration(registry);

    @Test
    void everyContractGetsAnId() {
        registration.register(catalogue);

        assertThat(catalogue.all())
                .filteredOn(topic -> topic.value().isPresent())
                .allSatisfy(topic -> assertThat(registry.schema(registry.id(topic.subject(), topic.valueSchema())))
                        .isEqualTo(topic.valueSchema()));
    }

    @Test
    void registeringAgainChangesNothing() {
        registration.register(catalogue);
        int id = registry.id(catalogue.audit().subject(), catalogue.audit().valueSchema());

        registration.register(catalogue);

        assertThat(registry.id(catalogue.audit().subject(), catalogue.audit().valueSchema()))
                .isEqualTo(id);
    }

    @Test
    void allIncompatibleContractsAreNamedAndNoneIsRegistered() {
        registry.register(catalogue.audit().subject(), other("io.couplet.contract.Audit"));
        registry.register(catalogue.jobs().subject(), other("io.couplet.contract.Job"));

        assertThatThrownBy(() -> registration.register(catalogue))
                .isInstanceOf(IncompatibleSchemas.class)
                .hasMessageContaining("couplet.audit-value")
                .hasMessageContaining("couplet.jobs-value");

        assertThatThrownBy(() -> registry.id(
                        catalogue.couplings().subject(), catalogue.couplings().valueSchema()))
                .isInstanceOf(SchemaNotRegistered.class);
    }

    private static Schema other(String name) {
        return SchemaBuilder.record(name).fields().requiredLong("other").endRecord();
    }
}
