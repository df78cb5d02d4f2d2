package io.couplet.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.MadeFor;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.mappings.CheckedCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account that Couplet created is seen by the mappings of customers and of vendors: one of them waits for its coupling, the other one must not. */
class WhoMadeItTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String ACCOUNT = "couplet";
    private static final String GIVEN_BY_THE_SYSTEM = "2f1d8f4e-7a55-4c0c-9b43-0d2f4cf7a111";
    private static final Mapping CUSTOMERS = CheckedCatalogue.of(null, List.of("CRONUS")).mappings().mappings().stream()
            .filter(mapping -> mapping.name().equals("customer-account"))
            .findFirst()
            .orElseThrow();

    private final Outbox out = new Outbox();

    @Test
    void anIdTellsWhichMappingsCouplingMadeTheRecord() {
        assertThat(seen(NameUuid.madeFor("customer-account", "coupling")).awaits())
                .isEqualTo(Wait.HELD);
        assertThat(seen(NameUuid.madeFor("vendor-account", "coupling")).owner()).isNotNull();
    }

    @Test
    void whereTheIdDoesNotTellTheOtherMappingDoes() {
        RecordState held = seen(GIVEN_BY_THE_SYSTEM);
        assertThat(held.awaits()).isEqualTo(Wait.HELD);

        RecordState told = rules(GIVEN_BY_THE_SYSTEM).receive(held, origin(1), new MadeFor("coupling"), out);

        assertThat(told.owner()).isNotNull();
    }

    @Test
    void itTellsTheOtherMappingOnlyWhereTheIdDoesNot() {
        Info ownCoupling = new Info("coupling", RecordRef.erp("CRONUS", "customer", "1"), null, "10000", 1);
        String madeByIt = NameUuid.madeFor("customer-account", "coupling");

        rules(madeByIt).receive(seen(madeByIt), origin(1), ownCoupling, out);
        assertThat(told()).isEmpty();
        rules(GIVEN_BY_THE_SYSTEM).receive(seen(GIVEN_BY_THE_SYSTEM), origin(1), ownCoupling, out);
        assertThat(told()).containsExactly("vendor-account");
    }

    private List<String> told() {
        return out.outputs().stream()
                .filter(output -> output instanceof Output.ToDirectory told && told.message() instanceof MadeFor)
                .map(output -> ((Output.ToDirectory) output).mapping())
                .toList();
    }

    private RecordState seen(String id) {
        Map<String, Value> fields =
                Map.of("name", Value.text("Adatum"), "customertypecode", Value.whole(3), "statecode", Value.whole(0));
        Image image = new Image(
                new Version(1, false),
                null,
                ACCOUNT,
                ACCOUNT,
                NOON,
                NOON,
                true,
                CUSTOMERS.fields(Side.CRM, name -> fields.getOrDefault(name, Value.BLANK)));
        return rules(id).change(RecordState.UNKNOWN, origin(0), image, false, out);
    }

    private static RecordRules rules(String id) {
        return new RecordRules(CUSTOMERS, List.of("vendor-account"), RecordRef.crm("account", id), ACCOUNT);
    }

    private static Origin origin(long offset) {
        return new Origin(offset == 0 ? "crm.account" : "directory-inputs", offset, NOON);
    }
}
