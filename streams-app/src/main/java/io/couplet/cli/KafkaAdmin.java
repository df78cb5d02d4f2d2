package io.couplet.cli;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** Admin clients that give up soon: somebody waits in front of the terminal. */
final class KafkaAdmin {

    private static final int LIMIT_MILLIS = 5_000;

    private KafkaAdmin() {}

    /**
     * A client of the broker, to be closed by the caller.
     *
     * @throws Unreachable if there is none
     */
    static Admin of(String bootstrap) {
        Doorbell.ring(bootstrap);
        return Admin.create(Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                CommonClientConfigs.CLIENT_ID_CONFIG, "couplet-cli",
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MILLIS));
    }
}
