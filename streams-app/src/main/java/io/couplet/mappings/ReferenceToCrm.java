package io.couplet.mappings;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.References;
import io.couplet.domain.message.Answer;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * From the business key of an ERP record to the id of its counterpart.
 *
 * @param mapping the mapping that couples the two
 * @param company the ERP company that the key is unique in
 * @param entity the ERP entity referred to, such as {@code erp/salesperson}
 * @param key its field that holds the business key
 * @param blank what a blank stands for, null where for nothing
 */
record ReferenceToCrm(
        String mapping,
        String company,
        String entity,
        String key,
        @Nullable Name blank) implements Conversion {

    @Override
    public boolean readsBlank() {
        return blank != null;
    }

    @Override
    public Converted convert(Value value, References references) {
        Name name = value.isBlank() ? blank : new Name(mapping, Mapping.alias(company, entity, key, value));
        if (name == null) {
            return new Converted.To(Value.BLANK);
        }
        Answer answer = references.lookup(name);
        return answer == null || answer.partner() == null
                ? new Converted.Unresolved(name)
                : new Converted.To(Value.text(answer.partner().id()));
    }
}
