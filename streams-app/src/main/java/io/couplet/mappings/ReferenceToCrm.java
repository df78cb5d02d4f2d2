package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Value;

/**
 * From the business key of an ERP record to the id of its counterpart.
 *
 * @param mapping the mapping that couples the two
 * @param company the ERP company that the key is unique in
 * @param entity the ERP entity referred to, such as {@code erp/salesperson}
 * @param key its field that holds the business key
 */
record ReferenceToCrm(String mapping, String company, String entity, String key) implements Conversion {

    @Override
    public Converted convert(Value value, References references) {
        if (value.isBlank()) {
            return new Converted.To(Value.BLANK);
        }
        Name name = new Name(mapping, Mapping.alias(company, entity, key, value));
        Answer answer = references.lookup(name);
        return answer == null || answer.partner() == null
                ? new Converted.Unresolved(name)
                : new Converted.To(Value.text(answer.partner().id()));
    }
}
