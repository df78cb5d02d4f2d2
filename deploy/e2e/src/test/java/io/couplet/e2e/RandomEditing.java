package io.couplet.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Random edits of coupled customers and accounts on both sides, each with a value of its own, by people. A database that is down is tried
 * again until it takes the edit. One thread.
 */
final class RandomEditing {
    private static final Logger LOG = LoggerFactory.getLogger(RandomEditing.class);
    private static final Map<String, String> FIELDS = Map.of(
            "\"Name\"", "name", "\"Phone No_\"", "telephone1", "\"City\"", "address1_city", "\"Fax No_\"", "fax");

    /**
     * One edit.
     *
     * @param erp whether in the ERP (else in the CRM)
     * @param number the customer's number, which both sides show
     * @param field the field's column in the ERP
     * @param value what was typed
     * @param at nanoseconds of this machine's clock after the commit
     */
    record Edit(boolean erp, String number, String field, String value, long at) {}

    private final Database erp;
    private final Database crm;
    private final Random random;
    private final List<String> numbers;
    private final List<String> fields = new ArrayList<>(new TreeSet<>(FIELDS.keySet()));
    final List<Edit> edits = new ArrayList<>();
    private final Map<Boolean, Connection> connections = new HashMap<>();

    RandomEditing(Database erp, Database crm, List<String> numbers, long seed) {
        this.erp = erp;
        this.crm = crm;
        this.numbers = List.copyOf(numbers);
        this.random = new Random(seed);
    }

    /** The columns of the ERP that are edited. */
    static Set<String> fields() {
        return FIELDS.keySet();
    }

    /** The CRM's column of a field. */
    static String inCrm(String field) {
        return FIELDS.getOrDefault(field, "");
    }

    /** Makes one edit; returns when the database has taken it. */
    void edit() {
        boolean inErp = random.nextBoolean();
        String number = numbers.get(random.nextInt(numbers.size()));
        String field = fields.get(random.nextInt(fields.size()));
        String value = (inErp ? "e" : "c") + edits.size();
        String sql = inErp
                ? "update \"CRONUS$Customer\" set " + field + " = ? where \"No_\" = ?"
                : "update account set " + inCrm(field) + " = ? where accountnumber = ?";
        while (!tried(inErp, sql, value, number)) {
            Thread.onSpinWait();
        }
        edits.add(new Edit(inErp, number, field, value, System.nanoTime()));
    }

    private boolean tried(boolean inErp, String sql, String value, String number) {
        try {
            Connection connection = connections.get(inErp);
            if (connection == null) {
                connection = (inErp ? erp : crm).connect();
                connections.put(inErp, connection);
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, value);
                statement.setString(2, number);
                return statement.executeUpdate() == 1;
            }
        } catch (SQLException e) {
            LOG.atDebug().addKeyValue("cause", e.getSQLState()).log("tried again: the database is down");
            connections.remove(inErp);
            return false;
        }
    }

    void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }

    /** A seed to be printed. */
    static long newSeed() {
        return Long.getLong("couplet.e2e.seed", UUID.randomUUID().getLeastSignificantBits());
    }
}
