package io.couplet.e2e.chaos;

import io.couplet.e2e.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People who do this and that in one system; what the system refuses, or cannot take at the moment, is left undone. For one thread at a
 * time.
 */
public final class Users implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final int ACTS_PER_LOOK = 40;
    private static final int LARGEST = 10_000;

    /** How often both systems together use the same {@code {meeting}}. */
    private static final int USES_OF_MEETING = 3;

    private final String system;
    private final Acts acts;
    private final Random random;
    private final AtomicLong meetings;
    private final List<Session> sessions;
    private final Map<String, List<String>> choices = new TreeMap<>();
    private long done;
    private long tried;

    /**
     * Nobody does anything before {@link #act}.
     *
     * @param system {@code erp} or {@code crm}
     * @param logins gives a login's view of the system
     * @param names who they are
     * @param meetings shared by the people of both systems
     */
    public Users(
            String system, Function<String, Database> logins, List<String> names, Random random, AtomicLong meetings) {
        this.system = system;
        this.acts = Acts.of(system);
        this.random = random;
        this.meetings = meetings;
        this.sessions =
                names.stream().map(name -> new Session(logins.apply(name))).toList();
        choices.putAll(acts.choices());
    }

    /** One of them does something. */
    public void act() {
        Session session = sessions.get(random.nextInt(sessions.size()));
        try {
            if (tried++ % ACTS_PER_LOOK == 0) {
                look(session);
            }
            done += session.update(filled(acts.any(random)));
        } catch (SQLException e) {
            LOG.atDebug().addKeyValue("system", system).setCause(e).log("left undone");
            session.leave();
        }
    }

    /** How many rows they have written or deleted. */
    public long done() {
        return done;
    }

    private void look(Session session) throws SQLException {
        for (Map.Entry<String, String> list : acts.lists().entrySet()) {
            choices.put(list.getKey(), session.values(list.getValue()));
        }
    }

    private String filled(String act) {
        String word = system.charAt(0) + Long.toString(tried) + "r" + random.nextInt(LARGEST);
        return WORD.matcher(act).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), word)));
    }

    private String value(String name, String word) {
        return switch (name) {
            case "word" -> word;
            case "number" -> Integer.toString(random.nextInt(LARGEST));
            case "meeting" -> Long.toString(meetings.incrementAndGet() / USES_OF_MEETING);
            default -> {
                List<String> from = choices.getOrDefault(name, List.of());
                yield from.isEmpty() ? "" : from.get(random.nextInt(from.size()));
            }
        };
    }

    @Override
    public void close() {
        sessions.forEach(Session::leave);
    }

    /** One person at work. */
    private static final class Session {
        private final Database database;
        private @Nullable Connection connection;

        Session(Database database) {
            this.database = database;
        }

        int update(String sql) throws SQLException {
            try (Statement statement = open().createStatement()) {
                return statement.executeUpdate(sql);
            }
        }

        List<String> values(String query) throws SQLException {
            try (Statement statement = open().createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        }

        private Connection open() throws SQLException {
            Connection open = connection;
            if (open == null) {
                open = database.connect();
                connection = open;
            }
            return open;
        }

        void leave() {
            Connection open = connection;
            connection = null;
            if (open != null) {
                try {
                    open.close();
                } catch (SQLException e) {
                    LOG.atDebug().setCause(e).log("gone already");
                }
            }
        }
    }
}
