package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Value;

/**
 * From the id of a CRM record to the business key of its counterpart.
 *
 * @param mapping the mapping that couples the two
 * @param entity the CRM entity referred to, such as {@code crm/systemuser}
 */
record ReferenceToErp(String mapping, String entity) implements Conversion {

    @Override
    public Converted convert(Value value, References references) {
        if (value.isBlank()) {
            return new Converted.To(Value.BLANK);
        }
        Name name = new Name(mapping, entity + "/" + value);
        Answer answer = references.lookup(name);
        return answer == null || answer.businessKey() == null
                ? new Converted.Unresolved(name)
                : new Converted.To(Value.text(answer.businessKey()));
    }
}
