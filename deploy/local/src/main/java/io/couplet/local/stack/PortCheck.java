package io.couplet.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds ports that somebody else listens on, before anything is started. */
final class PortCheck {
    private PortCheck() {}

    /**
     * Does nothing when all ports are free.
     *
     * @throws StackException (already running) naming each port in use, its owner if that can be known, and the way out
     */
    static void requireFree(Ports ports) {
        String taken = ports.byName().entrySet().stream()
                .filter(port -> !isFree(port.getValue()))
                .map(PortCheck::describe)
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new StackException(
                    Exit.ALREADY_RUNNING,
                    taken + "\nEnd what uses it, or choose other ports with --port-base N (seven from N on).");
        }
    }

    private static String describe(Map.Entry<String, Integer> port) {
        return "port " + port.getValue() + " (" + port.getKey() + ") is in use"
                + PortOwner.of(port.getValue()).map(owner -> " by " + owner).orElse("");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do: a port whose last connections are only fading away counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
