package io.couplet.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Small questions to HTTP servers of the stack; the JDK's plain client, since the supervisor is to stay small. */
final class HttpProbe {
    private static final int LIMIT_MILLIS = 2_000;

    private HttpProbe() {}

    /** Whether a GET is answered with 200. */
    static boolean answersOk(URI address) throws IOException {
        HttpURLConnection connection = open(address);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }

    /** The body that answers a GET. */
    static String text(URI address) throws IOException {
        HttpURLConnection connection = open(address);
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }

    private static HttpURLConnection open(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(LIMIT_MILLIS);
        connection.setReadTimeout(LIMIT_MILLIS);
        return connection;
    }
}
