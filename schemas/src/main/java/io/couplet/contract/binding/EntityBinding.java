package io.couplet.contract.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where one entity is stored.
 *
 * @param name entity without its system, such as {@code customer}
 * @param table physical table; {@code {company}} stands for a company's name
 * @param id column of the row's id, a UUID
 * @param version column of the row version
 * @param createdBy column of the login that inserted the row
 * @param createdAt column of the time at which it did
 * @param modifiedBy column of the login that last wrote the row
 * @param modifiedAt column of the time at which it did
 * @param ownWrites what capture shows of what we wrote ourselves
 * @param columns physical column by field of the record
 * @param rows fields of the record that stand for rows of other tables
 * @param companyFields fields of the record that hold the name of the company; no column does, since each company has its own table
 */
public record EntityBinding(
        String name,
        String table,
        String id,
        String version,
        String createdBy,
        String createdAt,
        String modifiedBy,
        String modifiedAt,
        OwnWrites ownWrites,
        Map<String, String> columns,
        Map<String, RowsBinding> rows,
        List<String> companyFields) {

    /** Stands for the name of a company, in names of tables and as what a field holds. */
    public static final String COMPANY = "{company}";

    /** Copies columns and fields, keeping their order. */
    public EntityBinding {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        rows = Map.copyOf(rows);
        companyFields = List.copyOf(companyFields);
    }

    /** The fields of the record that are filled. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(columns.keySet());
        fields.addAll(rows.keySet());
        fields.addAll(companyFields);
        return fields;
    }

    /** Whether each company has a table of its own. */
    public boolean perCompany() {
        return table.contains(COMPANY);
    }

    /** The table of a company. */
    public String tableOf(String company) {
        return table.replace(COMPANY, company);
    }
}
