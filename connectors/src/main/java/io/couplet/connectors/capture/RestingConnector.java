package io.couplet.connectors.capture;

import io.debezium.connector.postgresql.PostgresConnector;
import org.apache.kafka.connect.connector.Task;

/** Debezium's connector for PostgreSQL, whose task rests where nothing happens. Made by the engine. */
public final class RestingConnector extends PostgresConnector {

    @Override
    public Class<? extends Task> taskClass() {
        return RestingTask.class;
    }
}
