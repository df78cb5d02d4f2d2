package io.couplet.wire;

import io.couplet.contract.Catalogue;
import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.ChangeSchemas;
import io.couplet.contract.TopicSpec;
import io.couplet.domain.aggregate.Aggregate;
import io.couplet.domain.aggregate.GroupState;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** What is published of sums: changes of the entity that shows them, as if a system had been captured. */
public sealed interface ShownSums {

    /** The aggregate. */
    Aggregate aggregate();

    /** As a change of the record that shows them. */
    Change change(TopicSpec topic);

    /** The topic that they are shown in. */
    default TopicSpec topic(Catalogue topics) {
        return topics.changes(aggregate().entity());
    }

    /**
     * The sums of a group.
     *
     * @param aggregate the aggregate
     * @param state its sums
     * @param today the day on which they are shown
     * @param at when they are shown
     */
    record Sums(Aggregate aggregate, GroupState state, LocalDate today, Instant at) implements ShownSums {
        /** Where every record of the ERP says whose it is. */
        private static final String COMPANY = "company";

        @Override
        public Change change(TopicSpec topic) {
            // Offsets begin at zero and versions after it.
            long version = state.changed() + 1;
            Instant when = state.committedAt();
            return new Change(
                    ChangeOp.UPDATED,
                    state.group().ref().text(),
                    version,
                    version,
                    null,
                    null,
                    null,
                    when,
                    when,
                    at,
                    record(ChangeSchemas.after(topic.valueSchema())));
        }

        private GenericRecord record(Schema schema) {
            GenericRecord record = new GenericData.Record(schema);
            record.put(schema.getProp("key"), state.group().ref().id());
            if (schema.getField(COMPANY) != null) {
                record.put(COMPANY, state.group().ref().company());
            }
            for (int i = 0; i < aggregate.key().size(); i++) {
                put(record, aggregate.key().get(i), state.group().key().get(i));
            }
            for (Aggregate.Part part : aggregate.parts()) {
                part.sums().forEach(sum -> put(record, sum.field(), Value.number(BigDecimal.ZERO)));
            }
            state.shownOn(today).forEach((field, value) -> put(record, field, value));
            return record;
        }

        /** Puts a value as the field's schema has it. */
        private static void put(GenericRecord record, String field, Value value) {
            Schema type = record.getSchema().getField(field).schema().getTypes().get(1);
            record.put(field, form(type, value));
        }

        private static Object form(Schema type, Value value) {
            if (value instanceof Value.Number number) {
                return form(type, number.number());
            } else if (value instanceof Value.Whole whole) {
                return form(type, BigDecimal.valueOf(whole.number()));
            } else if (value instanceof Value.Truth truth) {
                return truth.truth();
            } else if (value instanceof Value.Time time) {
                return time.at();
            } else if (value instanceof Value.Day day) {
                return day.day();
            }
            return value.toString();
        }

        private static Object form(Schema type, BigDecimal number) {
            return switch (type.getType()) {
                case BYTES ->
                    number.setScale(((LogicalTypes.Decimal) type.getLogicalType()).getScale(), RoundingMode.HALF_UP);
                case INT -> number.intValue();
                default -> number.longValue();
            };
        }
    }

    /**
     * All that a snapshot read is shown: the end of the snapshot, as mappings that match wait for it.
     *
     * @param aggregate the aggregate
     * @param partition the partition that shows it
     * @param at when
     */
    record AllShown(Aggregate aggregate, int partition, Instant at) implements ShownSums {
        /** The key of the marker. */
        public String key() {
            return aggregate.entity() + "/snapshot-end/" + partition;
        }

        @Override
        public Change change(TopicSpec topic) {
            return new Change(ChangeOp.SNAPSHOT_END, key(), 0, 0, null, null, null, null, at, at, null);
        }
    }
}
