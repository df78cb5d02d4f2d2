package io.couplet.ops;

import java.util.List;

/**
 * What the operating endpoints need to know.
 *
 * @param port to listen on, on loopback; 0 lets the system choose
 * @param bootstrap of the broker: comma-separated host:port pairs
 * @param prefix of topics and consumer groups, without what follows it
 * @param mappings names of those that are configured
 */
public record OperationsSettings(int port, String bootstrap, String prefix, List<String> mappings) {

    public OperationsSettings {
        mappings = List.copyOf(mappings);
    }

    /** The consumer groups without which nothing is synchronized. */
    List<String> groups() {
        return List.of(prefix + "-streams", prefix + "-apply-erp", prefix + "-apply-crm");
    }
}
