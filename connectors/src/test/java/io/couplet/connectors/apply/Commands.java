package io.couplet.connectors.apply;

import io.couplet.contract.Command;
import io.couplet.contract.DecimalValue;
import io.couplet.contract.FieldWrite;
import io.couplet.contract.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands, mostly for customers, said in sentences: {@code updating(id, version).with("name", "Adatum").as("1")}. */
final class Commands {

    private final Operation op;
    private final String target;
    private final @Nullable Long expected;
    private final List<FieldWrite> fields = new ArrayList<>();

    private Commands(Operation op, String target, @Nullable Long expected) {
        this.op = op;
        this.target = target;
        this.expected = expected;
    }

    static Commands creating(String id) {
        return new Commands(Operation.CREATE, customer(id), null);
    }

    static Commands creatingCurrency(String id) {
        return new Commands(Operation.CREATE, "erp/CRONUS/currency/" + id, null);
    }

    static Commands creatingOrder(String id) {
        return new Commands(Operation.CREATE, order(id), null);
    }

    static Commands updatingOrder(String id, long expected) {
        return new Commands(Operation.UPDATE, order(id), expected);
    }

    static Commands deletingOrder(String id, long expected) {
        return new Commands(Operation.DELETE, order(id), expected);
    }

    private static String order(String id) {
        return "erp/CRONUS/salesheader/" + id;
    }

    static Commands updating(String id, long expected) {
        return new Commands(Operation.UPDATE, customer(id), expected);
    }

    static Commands deleting(String id, long expected) {
        return new Commands(Operation.DELETE, customer(id), expected);
    }

    private static String customer(String id) {
        return "erp/CRONUS/customer/" + id;
    }

    Commands with(String field, @Nullable Object value) {
        fields.add(new FieldWrite(field, field, value, null));
        return this;
    }

    Commands withDecimal(String field, String value) {
        return with(field, new DecimalValue(value));
    }

    Command as(String id) {
        return new Command(
                id,
                "coupling-of-" + target,
                "customer-account",
                op,
                target,
                expected,
                null,
                null,
                fields,
                List.of(),
                null,
                Instant.now());
    }
}
