package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * From the id of a CRM record to the business key of its counterpart.
 *
 * @param mapping the mapping that couples the two
 * @param entity the CRM entity referred to, such as {@code crm/systemuser}
 * @param blank whose counterpart's id the ERP writes as a blank, null where nobody's
 */
record ReferenceToErp(
        String mapping, String entity, @Nullable Name blank) implements Conversion {

    @Override
    public boolean writesBlank() {
        return blank != null;
    }

    @Override
    public Converted convert(Value value, References references) {
        if (value.isBlank()) {
            return new Converted.To(Value.BLANK);
        }
        if (blank != null) {
            Answer written = references.lookup(blank);
            if (written == null || written.partner() == null) {
                return new Converted.Unresolved(blank);
            }
            if (written.partner().id().equals(value.toString())) {
                return new Converted.To(Value.BLANK);
            }
        }
        Name name = new Name(mapping, entity + "/" + value);
        Answer answer = references.lookup(name);
        return answer == null || answer.businessKey() == null
                ? new Converted.Unresolved(name)
                : new Converted.To(Value.text(answer.businessKey()));
    }
}
