package io.couplet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class EntitySchemaTest {

    private static final String SHELF = """
        {"type": "record", "name": "Shelf", "namespace": "io.couplet.erp", "entity": "erp/shelf",
         "key": "systemId", "alternateKeys": ["code"], "fields": [
          {"name": "systemId", "type": ["null", "string"], "default": null},
          {"name": "code", "type": ["null", "string"], "default": null, "maxLength": 10, "code": true, "doc": "Its code."},
          {"name": "room", "type": ["null", "string"], "default": null, "reference": "erp/room"},
          {"name": "height", "type": ["null", {"type": "bytes", "logicalType": "decimal", "precision": 38, "scale": 10}], "default": null},
          {"name": "builtOn", "type": ["null", {"type": "int", "logicalType": "date"}], "default": null},
          {"name": "seenAt", "type": ["null", {"type": "long", "logicalType": "timestamp-micros"}], "default": null},
          {"name": "kind", "type": ["null", "int"], "default": null, "options": [1, 2, 5]},
          {"name": "rowVersion", "type": ["null", "long"], "default": null},
          {"name": "full", "type": ["null", "boolean"], "default": null}]}
        """;

    @Test
    void theFileSaysWhatAnEntityIs() {
        EntitySchema shelf = EntitySchema.parse("Shelf.avsc", SHELF);

        assertThat(shelf.entity()).isEqualTo("erp/shelf");
        assertThat(shelf.side()).isEqualTo(Side.ERP);
        assertThat(shelf.key()).isEqualTo("systemId");
        assertThat(shelf.alternateKeys()).containsExactly("code");
        assertThat(shelf.fields().keySet())
                .containsExactly(
                        "systemId", "code", "room", "height", "builtOn", "seenAt", "kind", "rowVersion", "full");
        assertThat(shelf.fields().values())
                .extracting(EntityField::type)
                .containsExactly(
                        FieldType.STRING,
                        FieldType.STRING,
                        FieldType.STRING,
                        FieldType.DECIMAL,
                        FieldType.DATE,
                        FieldType.TIMESTAMP,
                        FieldType.INT,
                        FieldType.LONG,
                        FieldType.BOOLEAN);
        assertThat(shelf.field("code"))
                .contains(new EntityField(
                        "code", FieldType.STRING, OptionalInt.of(10), true, List.of(), List.of(), "Its code."));
        assertThat(shelf.field("kind").orElseThrow().options()).containsExactly(1, 2, 5);
        assertThat(shelf.field("room").orElseThrow().references()).containsExactly("erp/room");
    }

    @Test
    void everyFaultOfAFileIsReported() {
        String faulty = """
            {"type": "record", "name": "Shelf", "entity": "Shelf", "key": "id", "alternateKeys": ["kind"], "fields": [
              {"name": "code", "type": "string"},
              {"name": "kind", "type": ["null", "int"], "default": null, "maxLength": 3, "code": true, "options": ["a"]},
              {"name": "parts", "type": ["null", {"type": "array", "items": "int"}], "default": null}]}
            """;

        assertThatThrownBy(() -> EntitySchema.parse("Shelf.avsc", faulty))
                .isInstanceOfSatisfying(
                        FaultyEntitySchemas.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        "Shelf.avsc:1:37: 'Shelf' is no name of an entity; write \"entity\":"
                                                + " \"erp/<name>\" or \"crm/<name>\"",
                                        "Shelf.avsc:1:56: \"key\" names 'id', which is no text field of this record;"
                                                + " there is none to choose from",
                                        "Shelf.avsc:1:69: \"alternateKeys\" names 'kind', which is no text field of"
                                                + " this record; there is none to choose from",
                                        "Shelf.avsc:2:20: field 'code': a field must be able to be blank; write"
                                                + " \"type\": [\"null\", <type>], \"default\": null",
                                        "Shelf.avsc:3:62: field 'kind': \"maxLength\" cannot be 3; give a text a"
                                                + " positive whole number, others none",
                                        "Shelf.avsc:3:78: field 'kind': only a text can be a code; leave \"code\" out",
                                        "Shelf.avsc:3:92: field 'kind': \"options\" cannot be [a]; give an int a list"
                                                + " of whole numbers, others none",
                                        "Shelf.avsc:4:21: field 'parts': entities have no"
                                                + " {\"type\":\"array\",\"items\":\"int\"}; use string, boolean, int,"
                                                + " long, decimal, timestamp-micros or date"));
    }

    @Test
    void unknownPropertiesAreFaultsWithWhatWasMeant() {
        String faulty = """
            {"type": "record", "name": "Shelf", "entity": "erp/shelf", "key": "systemId", "alternateKey": ["code"], "fields": [
              {"name": "systemId", "type": ["null", "string"], "default": null},
              {"name": "code", "type": ["null", "string"], "default": null, "maxlength": 10}]}
            """;

        assertThatThrownBy(() -> EntitySchema.parse("Shelf.avsc", faulty))
                .hasMessage("Shelf.avsc:1:79: unknown property \"alternateKey\"; did you mean 'alternateKeys'?\n"
                        + "Shelf.avsc:3:65: unknown property \"maxlength\"; did you mean 'maxLength'?");
    }

    @Test
    void ofTheErpAFieldMayReferToSeveralKinds() {
        String shelf = """
            {"type": "record", "name": "Shelf", "entity": "erp/shelf", "key": "systemId", "fields": [
              {"name": "systemId", "type": ["null", "string"], "default": null},
              {"name": "owner", "type": ["null", "string"], "default": null, "reference": %s}]}
            """;

        assertThat(EntitySchema.parse("Shelf.avsc", shelf.formatted("[\"erp/customer\", \"erp/vendor\"]"))
                        .field("owner")
                        .orElseThrow()
                        .references())
                .containsExactly("erp/customer", "erp/vendor");
        for (String wrong : List.of("[\"erp/customer\", \"crm/account\"]", "[\"erp/customer\"]", "[]", "7")) {
            assertThatThrownBy(() -> EntitySchema.parse("Shelf.avsc", shelf.formatted(wrong)))
                    .hasMessageContaining("Shelf.avsc:3:66: field 'owner': \"reference\" cannot be ")
                    .hasMessageContaining("give a list of several of the ERP");
        }
    }

    @Test
    void brokenJsonHasItsPlace() {
        assertThatThrownBy(() -> EntitySchema.parse("x.avsc", "{\"type\": \"record\",\n \"name\" \"X\"}"))
                .hasMessageStartingWith("x.avsc:2:9: not JSON: ");
    }

    @Test
    void whatIsNoAvroIsRefused() {
        assertThatThrownBy(() -> EntitySchema.parse("x.avsc", "{\"type\": \"nonsense\"}"))
                .isInstanceOf(FaultyEntitySchemas.class)
                .hasMessageContaining("x.avsc:1:1: not an Avro schema");
    }
}
