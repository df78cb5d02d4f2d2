package io.couplet.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Looks whether anything listens where a broker should be, since Kafka's clients try for seconds before they say that nothing does. */
final class Doorbell {

    private static final int LIMIT_MILLIS = 2_000;

    private Doorbell() {}

    /**
     * Returns if one of the addresses answers, or if none can be understood: Kafka's clients say what is wrong with those.
     *
     * @param bootstrap comma-separated host:port pairs
     * @throws Unreachable if nothing listens at any of them
     */
    static void ring(String bootstrap) {
        IOException silence = null;
        for (String address : List.of(bootstrap.split(",", -1))) {
            InetSocketAddress door = door(address.strip());
            if (door == null) {
                return;
            }
            try (Socket socket = new Socket()) {
                socket.connect(door, LIMIT_MILLIS);
                return;
            } catch (IOException e) {
                silence = e;
            }
        }
        if (silence != null) {
            throw Unreachable.broker(bootstrap, silence);
        }
    }

    private static @Nullable InetSocketAddress door(String address) {
        String host = Utils.getHost(address);
        Integer port = Utils.getPort(address);
        InetSocketAddress door = host == null || port == null ? null : new InetSocketAddress(host, port);
        return door == null || door.isUnresolved() ? null : door;
    }
}
