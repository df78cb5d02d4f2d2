package io.couplet.connectors.capture;

import io.couplet.connectors.binding.BoundSystem;
import io.couplet.connectors.binding.BoundTable;
import io.couplet.connectors.config.SystemConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The settings of one system's capture engine.
 *
 * @param system what is captured
 * @param config how the system is reached
 * @param bootstrap brokers that keep the offsets
 * @param offsetsTopic where
 */
record CaptureSettings(BoundSystem system, SystemConfig config, String bootstrap, String offsetsTopic) {

    /** Created by whoever owns the tables; capture checks that it is complete and never changes it. */
    static final String PUBLICATION = "couplet";

    private static final int BATCH = 2_048;

    /** The engine's name; offsets are kept under it. */
    String engineName() {
        return "couplet-" + system.name();
    }

    /** The replication slot in the system's database. */
    String slot() {
        return "couplet_" + system.name();
    }

    Properties properties() {
        Properties settings = new Properties();
        settings.setProperty("name", engineName());
        settings.setProperty("connector.class", RestingConnector.class.getName());
        settings.setProperty("topic.prefix", system.name());
        database(settings);
        tables(settings);
        speed(settings);
        offsets(settings);
        failures(settings);
        values(settings);
        return settings;
    }

    private void database(Properties settings) {
        DatabaseAddress address = DatabaseAddress.of(config.url());
        settings.setProperty("database.hostname", address.host());
        settings.setProperty("database.port", address.port());
        settings.setProperty("database.dbname", address.database());
        settings.setProperty("database.user", config.captureUser());
        settings.setProperty("database.password", config.capturePassword().value());
        settings.setProperty("plugin.name", "pgoutput");
        settings.setProperty("slot.name", slot());
        settings.setProperty("publication.name", PUBLICATION);
        settings.setProperty("publication.autocreate.mode", "disabled");
        settings.setProperty("snapshot.mode", "initial");
        if (config.replicationOrigin() != null) {
            // What carries an origin was written by us: its result has told already what came of it.
            settings.setProperty("slot.stream.params", "origin=none");
        }
    }

    private void tables(Properties settings) {
        List<String> patterns =
                system.tables().stream().map(CaptureSettings::pattern).collect(Collectors.toCollection(ArrayList::new));
        patterns.add(pattern(BoundSystem.HEARTBEAT_SCHEMA) + "[.]" + pattern(BoundSystem.HEARTBEAT_TABLE));
        settings.setProperty("table.include.list", String.join(",", patterns));
        // Keyed by the id: a row whose business key changes is otherwise reported as removed and inserted.
        settings.setProperty(
                "message.key.columns",
                system.tables().stream()
                        .map(table ->
                                pattern(table) + ":" + pattern(table.entity().id()))
                        .collect(Collectors.joining(";")));
        settings.setProperty("tombstones.on.delete", "false");
    }

    private static void speed(Properties settings) {
        // Both the reader of the log and the reader of its queue wait this long where there is nothing. The latter
        // spins for the last millisecond, which PausingQueue slows down and RestingTask spares where nobody works.
        settings.setProperty("queue.provider.type", PausingQueue.NAME);
        settings.setProperty("poll.interval.ms", "2");
        settings.setProperty("max.batch.size", Integer.toString(BATCH));
        settings.setProperty("max.queue.size", Integer.toString(4 * BATCH));
        settings.setProperty("record.processing.threads", "1");
        settings.setProperty("heartbeat.interval.ms", "2000");
        settings.setProperty("status.update.interval.ms", "2000");
    }

    private void offsets(Properties settings) {
        settings.setProperty("offset.storage", "org.apache.kafka.connect.storage.KafkaOffsetBackingStore");
        settings.setProperty("offset.storage.topic", offsetsTopic);
        settings.setProperty("offset.storage.partitions", "1");
        settings.setProperty("offset.storage.replication.factor", "-1");
        settings.setProperty("offset.flush.interval.ms", "1000");
        settings.setProperty("bootstrap.servers", bootstrap);
    }

    /** Every failure ends the engine, so that waiting and coming back are in one place: our supervisor. */
    private static void failures(Properties settings) {
        settings.setProperty("errors.max.retries", "0");
        settings.setProperty("slot.max.retries", "20");
        settings.setProperty("slot.retry.delay.ms", "500");
    }

    private static void values(Properties settings) {
        settings.setProperty("decimal.handling.mode", "precise");
        settings.setProperty("time.precision.mode", "adaptive_time_microseconds");
        settings.setProperty("binary.handling.mode", "bytes");
    }

    private static String pattern(BoundTable table) {
        return pattern(table.schema()) + "[.]" + pattern(table.table());
    }

    /** A pattern that matches a name; what means something in patterns or in the engine's lists is kept from doing so. */
    static String pattern(String name) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (Character.isLetterOrDigit(each) || each == '_' || each == '-') {
                pattern.append(each);
            } else if (each == ' ' || each == ',' || each == ';' || each == ':' || each == '^' || each == '\\') {
                pattern.append('.');
            } else {
                pattern.append('[').append(each).append(']');
            }
        }
        return pattern.toString();
    }
}
