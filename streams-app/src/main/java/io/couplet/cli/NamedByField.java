package io.couplet.cli;

import io.couplet.contract.Change;
import io.couplet.contract.EntitySchema;
import io.couplet.contract.Suggestion;
import io.couplet.domain.model.RecordRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** Finds records that people name by a field instead of an id, such as {@code crm/salesdocument/ordernumber=ORD-01000}. */
final class NamedByField {

    private static final int MOST_NAMED = 5;

    private NamedByField() {}

    /**
     * The record that is meant: this one, or the only one whose field has that value now.
     *
     * @throws NotPossible if none has, or several have
     */
    static RecordRef find(RecordRef named, PublicRecords records) {
        int equals = named.id().indexOf('=');
        return equals < 0
                ? named
                : find(named, named.id().substring(0, equals), named.id().substring(equals + 1), records);
    }

    private static RecordRef find(RecordRef named, String field, String value, PublicRecords records) {
        EntitySchema entity = records.entities()
                .find(named.entity())
                .orElseThrow(() -> new NotPossible("There is no entity " + named.entity()
                        + "; name the record by its id: 'couplet uncoupled' lists those that are alone."));
        if (entity.field(field).isEmpty()) {
            throw new NotPossible(named.entity() + " has no field '" + field + "'; "
                    + Suggestion.forWord(field, entity.fields().keySet()) + ".");
        }
        List<RecordRef> found = records
                .changes(
                        named.entity(),
                        ref -> true,
                        change -> Optional.of(change.ref()).filter(ref -> value.equals(text(change, field))))
                .stream()
                .map(RecordRef::new)
                .filter(ref -> ref.company().equals(named.company()))
                .sorted()
                .toList();
        if (found.isEmpty()) {
            throw new NotPossible("There is no " + named.entity() + " whose " + field + " is '" + value
                    + "' as far as Couplet knows.");
        } else if (found.size() > 1) {
            throw new NotPossible(found.size() + " records of " + named.entity() + " have the " + field + " '" + value
                    + "'; name one by its id: "
                    + found.stream().limit(MOST_NAMED).map(RecordRef::text).collect(Collectors.joining(", "))
                    + (found.size() > MOST_NAMED ? ", ..." : ""));
        }
        return found.get(0);
    }

    /** What a field of a version holds, as people write it; empty where it is blank. */
    static String text(Change change, String field) {
        GenericRecord after = change.after();
        return after == null ? "" : Objects.toString(after.get(field), "");
    }
}
