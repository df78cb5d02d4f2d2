package io.couplet.e2e.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads TCP connections from one local port to another, through whatever {@link Trouble} it is in. Usable from any thread. */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int CHUNK = 32 * 1024;

    private final int target;
    private final ServerSocket door;
    private final ExecutorService threads;
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
    private Trouble trouble = Trouble.NONE;
    private Duration delay = Duration.ZERO;

    /** Listens on the loopback interface from now on. */
    public Relay(String name, int listens, int target) {
        this.target = target;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "relay-" + name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            door = new ServerSocket(listens, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::welcome);
    }

    /** Gets into that trouble, out of any other one. */
    public void become(Trouble next) {
        become(next, Duration.ZERO);
    }

    /**
     * Gets into that trouble, out of any other one.
     *
     * @param slowness how much later everything arrives, where the trouble is to be slow
     */
    public void become(Trouble next, Duration slowness) {
        boolean breaks;
        synchronized (this) {
            // A conversation of which a part is missing cannot go on.
            breaks = next == Trouble.CUT || trouble == Trouble.DEAF;
            trouble = next;
            delay = slowness;
            notifyAll();
        }
        if (breaks) {
            passages.forEach(Passage::close);
        }
    }

    private synchronized Trouble trouble() {
        return trouble;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> open(client));
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("no more connections");
            }
        }
    }

    private void open(Socket client) {
        try {
            if (trouble() == Trouble.CUT) {
                client.close();
                return;
            }
            Passage passage = new Passage(client, new Socket(InetAddress.getLoopbackAddress(), target));
            passages.add(passage);
            threads.execute(() -> passage.lead(false));
            threads.execute(() -> passage.lead(true));
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("nobody answers behind the relay");
            closeQuietly(client);
        }
    }

    /** Waits while the trouble makes bytes wait; whether they go on then. */
    private synchronized boolean admits(boolean answer) throws InterruptedException {
        long arrives = System.nanoTime() + delay.toNanos();
        long left = delay.toNanos();
        while (trouble == Trouble.HELD || (trouble == Trouble.SLOW && left > 0)) {
            if (trouble == Trouble.HELD) {
                wait();
            } else {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
            left = arrives - System.nanoTime();
        }
        return trouble != Trouble.DEAF || !answer;
    }

    private static void closeQuietly(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("closed already");
        }
    }

    /** Ends all connections and listens no more. */
    @Override
    public void close() {
        closeQuietly(door);
        passages.forEach(Passage::close);
        threads.shutdownNow();
    }

    /** One connection and its continuation. */
    private final class Passage {
        private final Socket client;
        private final Socket server;

        Passage(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        /** Carries bytes one way until either end is closed. */
        void lead(boolean answers) {
            byte[] bytes = new byte[CHUNK];
            try {
                InputStream from = (answers ? server : client).getInputStream();
                OutputStream to = (answers ? client : server).getOutputStream();
                for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                    if (admits(answers)) {
                        to.write(bytes, 0, count);
                    }
                }
            } catch (IOException e) {
                LOG.atTrace().setCause(e).log("a connection has ended");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                close();
            }
        }

        void close() {
            passages.remove(this);
            closeQuietly(client);
            closeQuietly(server);
        }
    }
}
