package io.couplet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The HTTP server of one of the two applications. It is asked by the JDK's plain client: the other one loads all of TLS first, which a person at
 * a command line waits for.
 *
 * @param name of the application
 * @param base its address
 */
record HttpSource(String name, URI base) {

    private static final int CONNECT_MS = 2_000;

    /** A status waits for the broker for some seconds before it does without. */
    private static final int ANSWER_MS = 15_000;

    /**
     * What is served at a path.
     *
     * @throws Unreachable if there is no answer, or another one than 200
     */
    String get(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) base.resolve(path).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MS);
            connection.setReadTimeout(ANSWER_MS);
            try {
                return answer(connection, path);
            } finally {
                connection.disconnect();
            }
        } catch (ConnectException e) {
            throw new Unreachable(describe("does not answer"), e);
        } catch (IOException e) {
            throw new Unreachable(describe("does not answer (" + e.getMessage() + ")"), e);
        }
    }

    private String answer(HttpURLConnection connection, String path) throws IOException {
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new Unreachable(describe("answers " + status + " to " + path), null);
        }
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String describe(String what) {
        return name + " at " + base + " " + what;
    }
}
