package io.couplet.connectors.binding;

import io.couplet.contract.binding.Blank;
import io.couplet.contract.binding.EntityBinding;
import java.util.Locale;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One physical table that holds records of an entity: of one company, where the system has companies.
 *
 * @param system {@code erp} or {@code crm}
 * @param company whose records it holds, or null
 * @param schema database schema
 * @param table physical name
 * @param blank how its system stores blank values
 * @param entity column binding
 * @param record schema of the entity's record
 */
public record BoundTable(
        String system,
        @Nullable String company,
        String schema,
        String table,
        Blank blank,
        EntityBinding entity,
        Schema record) {

    /** The entity with its system, such as {@code erp/customer}. */
    public String entityName() {
        return system + "/" + entity.name();
    }

    /** The reference of one of its rows; the id is put in lower case. */
    public String refOf(String id) {
        return refPrefix() + id.toLowerCase(Locale.ROOT);
    }

    /** What the references of all its rows begin with, with the last slash. */
    public String refPrefix() {
        return company == null ? entityName() + "/" : system + "/" + company + "/" + entity.name() + "/";
    }

    /** Its name for people and for the source's log: schema and table. */
    public String fullName() {
        return schema + "." + table;
    }

    /** Its name as SQL takes it. */
    public String quotedName() {
        return quote(schema) + "." + quote(table);
    }

    /** Any name as SQL takes it. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
