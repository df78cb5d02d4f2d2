package io.couplet.local.bench;

import io.couplet.local.stack.DataDirectory;
import io.couplet.local.stack.Exit;
import io.couplet.local.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether there is anything to measure. */
public final class RunningStack {
    private static final int LIMIT_MILLIS = 2_000;

    private RunningStack() {}

    /**
     * Returns if every part of the stack of that directory listens.
     *
     * @throws StackException (not running) naming the first part that does not
     */
    public static void require(DataDirectory data) {
        data.ports().byName().forEach((name, port) -> {
            if (!listens(port)) {
                throw new StackException(
                        Exit.NOT_RUNNING,
                        "the stack of " + data.root() + " is not running: nothing listens on port " + port + " (" + name
                                + "). Start it with: couplet up --detach");
            }
        });
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
