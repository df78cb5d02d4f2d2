package io.couplet.simulation;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.simulation.Column.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table of one of the model systems. */
enum Table {
    SALESPERSON(Side.ERP, "salesperson", column("code", Kind.NUMBER), column("name", Kind.TEXT)),
    CUSTOMER(
            Side.ERP,
            "customer",
            column("no", Kind.NUMBER),
            column("name", Kind.TEXT),
            column("phoneNo", Kind.STRICT),
            column("postCode", Kind.CAPITALS),
            column("city", Kind.TEXT),
            column("eMail", Kind.MAIL),
            column("salespersonCode", Kind.CODE),
            column("creditLimitLcy", Kind.AMOUNT),
            column("paymentTermsCode", Kind.TERM_CODE),
            column("blocked", Kind.BLOCKED)),
    VENDOR(
            Side.ERP,
            "vendor",
            column("no", Kind.NUMBER),
            column("name", Kind.TEXT),
            column("phoneNo", Kind.TEXT),
            column("postCode", Kind.CAPITALS),
            column("eMail", Kind.MAIL)),
    USER(Side.CRM, "systemuser", column("fullname", Kind.TEXT)),
    ACCOUNT(
            Side.CRM,
            "account",
            column("accountnumber", Kind.TEXT),
            column("name", Kind.STRICT),
            column("telephone1", Kind.TRIMMED),
            column("address1_postalcode", Kind.TEXT),
            column("address1_city", Kind.TEXT),
            column("emailaddress1", Kind.MAIL),
            column("ownerid", Kind.OWNER),
            column("creditlimit", Kind.CENTS),
            column("paymenttermscode", Kind.TERM_OPTION),
            column("customertypecode", Kind.RELATION));

    static final Value CUSTOMERS = Value.whole(3);
    static final Value VENDORS = Value.whole(11);

    private static final Table[] ALL = values();

    final Side side;
    private final String entity;
    private final String prefix;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final List<Column> columns;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Map<String, Column> byName;

    Table(Side side, String word, Column... columns) {
        this.side = side;
        this.prefix = side.word() + "/" + (side == Side.ERP ? COMPANY + "/" : "") + word + "/";
        this.entity = side.word() + "/" + word;
        this.columns = List.of(columns);
        this.byName = this.columns.stream().collect(Collectors.toUnmodifiableMap(Column::name, column -> column));
    }

    /** The only company of the world. */
    static final String COMPANY = "C";

    /** The record type, such as {@code erp/customer}. */
    String entity() {
        return entity;
    }

    List<Column> columns() {
        return columns;
    }

    @Nullable
    Column column(String name) {
        return byName.get(name);
    }

    /** The field that the system numbers, if it does. */
    Optional<Column> numbered() {
        return columns.stream().filter(column -> column.kind() == Kind.NUMBER).findFirst();
    }

    RecordRef ref(String id) {
        return new RecordRef(prefix + id);
    }

    static Table of(RecordRef ref) {
        for (Table table : ALL) {
            if (ref.text().startsWith(table.prefix)) {
                return table;
            }
        }
        throw new IllegalArgumentException("no table holds " + ref);
    }

    private static Column column(String name, Kind kind) {
        return new Column(name, kind);
    }
}
