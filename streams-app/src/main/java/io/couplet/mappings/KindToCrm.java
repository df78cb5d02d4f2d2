package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.References;
import io.couplet.domain.model.Value;
import java.util.Map;

/**
 * From a value that says of what kind the record is that it names ({@code vendor/30000}) to the id of that record's counterpart.
 *
 * @param kinds the reference of each kind, which reads what stands behind the kind
 */
record KindToCrm(Map<String, Conversion> kinds) implements Conversion {

    @Override
    public Converted convert(Value value, References references) {
        if (value.isBlank()) {
            return new Converted.To(Value.BLANK);
        }
        String text = value.toString();
        int end = Math.max(text.indexOf('/'), 0);
        Conversion kind = kinds.get(text.substring(0, end));
        return kind == null
                ? new Converted.Unknown("'" + text + "' names none of these: " + String.join(", ", kinds.keySet()))
                : kind.convert(Value.text(text.substring(end + 1)), references);
    }
}
