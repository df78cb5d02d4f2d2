package io.couplet.guarantee;

import io.couplet.domain.model.Value;
import java.util.function.IntFunction;

/** One field of a row through all its versions, or what rules read of it beside its fields. */
final class Column {
    private final Value[] values;
    private final int[] since;
    private final Row row;
    private final String field;
    private final int[] foreign;

    /**
     * Reads all versions.
     *
     * @param field by which commands name it
     * @param valueAt the value in the version at a place
     */
    Column(Row row, String field, IntFunction<Value> valueAt) {
        this.row = row;
        this.field = field;
        int size = row.size();
        values = new Value[size];
        since = new int[size];
        foreign = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = valueAt.apply(i);
            boolean starts = i == 0 || row.deleted(i) || row.deleted(i - 1);
            if (!starts && values[i].equals(values[i - 1])) {
                since[i] = since[i - 1];
                foreign[i] = foreign[i - 1];
            } else {
                since[i] = i;
                Effect effect = row.effect(i);
                boolean ours = effect != null && effect.carries(field);
                foreign[i] = i == 0 && ours ? -1 : ours && !starts ? foreign[i - 1] : i;
            }
        }
    }

    Value value(int at) {
        return values[at];
    }

    /** The place of the version that first showed the value which the row has at a place, without interruption. */
    int since(int at) {
        return since[at];
    }

    /**
     * The place of the last version, up to a place, that changed the value otherwise than by a command which carries it: by a user, by an
     * automation, or by the row's becoming new. -1 where none did.
     */
    int changedByOthers(int at) {
        return at < 0 ? -1 : foreign[at];
    }

    /** Whether commands of other couplings changed the value after a place, up to another: the record belongs to several mappings in turn. */
    boolean changedForOthers(int after, int upTo, Effect than) {
        for (int at = upTo; at > after && at >= 0; at = since[at] - 1) {
            Effect effect = row.effect(since[at]);
            if (since[at] > after && effect != null && effect.carries(field) && !effect.sharesCoupling(than)) {
                return true;
            }
        }
        return false;
    }

    /** The place of the first version after a place that shows another value or a delete; the number of versions where none does. */
    int until(int at) {
        int next = at + 1;
        while (next < values.length && since[next] <= at) {
            next++;
        }
        return next;
    }
}
