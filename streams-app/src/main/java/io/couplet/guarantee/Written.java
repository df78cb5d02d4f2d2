package io.couplet.guarantee;

import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * One field that a command wrote, under one rule.
 *
 * @param effect the command's effect
 * @param write what it wrote
 * @param rule the rule
 * @param target the row it wrote to
 * @param source the row whose value it carries, null where there is none
 * @param earlier what was written before into the same row under the same rule, null where nothing was
 * @param carriedBefore what was written before from the same source under the same rule, null where nothing was
 */
record Written(
        Effect effect,
        FieldWrite write,
        Rule rule,
        Member target,
        @Nullable Member source,
        @Nullable Written earlier,
        @Nullable Written carriedBefore) {

    /** The value that the target made of it. */
    Value stored() {
        return target.row.get(effect.place, write.field());
    }

    /**
     * The place of the version in which the source first showed the value that was carried, -1 where the source did not have it when the
     * decision was made.
     */
    int shownSince() {
        int seen = effect.seen();
        if (source == null || seen < 0 || source.row.deleted(seen)) {
            return -1;
        }
        Column column = source.column(rule);
        return column.value(seen).equals(write.sourceValue()) ? column.since(seen) : -1;
    }
}
