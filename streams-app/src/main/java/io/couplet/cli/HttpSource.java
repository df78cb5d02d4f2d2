package io.couplet.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The HTTP server of one of the two applications.
 *
 * @param name of the application
 * @param base its address
 */
record HttpSource(String name, URI base) {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** A status waits for the broker for some seconds before it does without. */
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private static final int OK = 200;

    /**
     * What is served at a path.
     *
     * @throws Unreachable if there is no answer, or another one than 200
     */
    String get(String path) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER).build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new Unreachable(describe("answers " + response.statusCode() + " to " + path), null);
            }
            return response.body();
        } catch (ConnectException e) {
            throw new Unreachable(describe("does not answer"), e);
        } catch (IOException e) {
            throw new Unreachable(describe("does not answer (" + e.getMessage() + ")"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(describe("was not waited for"), e);
        }
    }

    private String describe(String what) {
        return name + " at " + base + " " + what;
    }
}
