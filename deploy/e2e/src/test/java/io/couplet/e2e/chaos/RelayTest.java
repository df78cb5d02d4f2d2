package io.couplet.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each trouble does to a conversation. */
final class RelayTest {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int SHORT_MILLIS = 100;

    private final CountDownLatch heard = new CountDownLatch(1);
    private final ServerSocket server;
    private final Relay relay;
    private final Socket client;

    RelayTest() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        relay = new Relay("test", port, server.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Answers each byte with the same one. */
    @BeforeEach
    void answer() {
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> {
            try (Socket connection = server.accept()) {
                for (int each = connection.getInputStream().read();
                        each >= 0;
                        each = connection.getInputStream().read()) {
                    heard.countDown();
                    connection.getOutputStream().write(each);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        relay.close();
        server.close();
    }

    @Test
    void passesEverythingWhereThereIsNoTrouble() throws IOException {
        assertThat(asked('a')).isEqualTo('a');
    }

    @Test
    void whatIsHeldArrivesWhenTheTroubleIsOver() throws IOException {
        relay.become(Trouble.HELD);
        client.setSoTimeout(SHORT_MILLIS);
        assertThatThrownBy(() -> asked('a')).isInstanceOf(SocketTimeoutException.class);

        client.setSoTimeout(PATIENCE_MILLIS);
        relay.become(Trouble.NONE);

        assertThat(client.getInputStream().read()).isEqualTo('a');
    }

    @Test
    void everythingIsLateWhereItIsSlow() throws IOException {
        relay.become(Trouble.SLOW, Duration.ofMillis(SHORT_MILLIS));
        long began = System.nanoTime();

        assertThat(asked('a')).isEqualTo('a');

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(2 * SHORT_MILLIS));
    }

    @Test
    void aDeafNetworkDeliversRequestsAndLosesAnswers() throws Exception {
        relay.become(Trouble.DEAF);
        client.setSoTimeout(SHORT_MILLIS);

        assertThatThrownBy(() -> asked('a')).isInstanceOf(SocketTimeoutException.class);

        assertThat(heard.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        client.setSoTimeout(PATIENCE_MILLIS);
        relay.become(Trouble.NONE);
        assertThat(client.getInputStream().read()).as("the connection is gone").isEqualTo(-1);
    }

    @Test
    void aCutNetworkBreaksConnections() throws IOException {
        asked('a');

        relay.become(Trouble.CUT);

        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    private int asked(char what) throws IOException {
        client.getOutputStream().write(what);
        return client.getInputStream().read();
    }
}
