package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.References;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From the id of a CRM record to the business key of its counterpart, with the kind that this is of in front ({@code vendor/30000}). Of several
 * kinds that know the record the first one counts; where none does, whichever comes to know it will do.
 *
 * @param kinds the reference of each kind, in this order
 */
record KindToErp(Map<String, Conversion> kinds) implements Conversion {

    @Override
    public Converted convert(Value value, References references) {
        if (value.isBlank()) {
            return new Converted.To(Value.BLANK);
        }
        List<Name> missing = new ArrayList<>();
        for (Map.Entry<String, Conversion> kind : kinds.entrySet()) {
            Converted converted = kind.getValue().convert(value, references);
            if (converted instanceof Converted.To to) {
                return new Converted.To(Value.text(kind.getKey() + "/" + to.value()));
            } else if (converted instanceof Converted.Unresolved unresolved) {
                missing.addAll(unresolved.names());
            }
        }
        return new Converted.Unresolved(missing);
    }
}
