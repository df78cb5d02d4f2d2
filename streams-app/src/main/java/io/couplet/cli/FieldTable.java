package io.couplet.cli;

import io.couplet.api.FieldText;
import io.couplet.contract.OpenField;
import io.couplet.contract.Side;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Both sides of a coupling, field by field. */
final class FieldTable {

    private static final String BLANK = "(blank)";

    private FieldTable() {}

    static void print(List<OpenField> fields, PrintWriter out) {
        TextTable table = new TextTable("rule", "ERP", "CRM", "ERP agreed", "CRM agreed", "");
        fields.forEach(field -> table.add(
                field.getRule(),
                text(field.getErp()),
                text(field.getCrm()),
                field.getAgreed() ? text(field.getErpBase()) : "-",
                field.getAgreed() ? text(field.getCrmBase()) : "-",
                note(field)));
        if (!table.isEmpty()) {
            table.print(out);
        }
    }

    static String text(@Nullable Object value) {
        String text = FieldText.of(value);
        return text == null ? BLANK : text;
    }

    /** What is to be said of a field: nothing where both show what they agreed on. */
    static String note(OpenField field) {
        if (field.getAstray() != null) {
            return "drift of the " + (field.getAstray() == Side.ERP ? "ERP" : "CRM");
        } else if (!field.getAgreed()) {
            return "never agreed";
        }
        boolean erp = !Objects.equals(field.getErp(), field.getErpBase());
        boolean crm = !Objects.equals(field.getCrm(), field.getCrmBase());
        if (erp && crm) {
            return "changed in both";
        }
        return erp ? "changed in the ERP" : crm ? "changed in the CRM" : "";
    }
}
