package io.couplet.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ConfluentRegistryTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server = bind();
    private ConfluentRegistry registry = new ConfluentRegistry("http://localhost:1");

    @BeforeEach
    void start() {
        server.start();
        registry = new ConfluentRegistry(url());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSchemaIsAskedForOnce() {
        answer(200, "{\"schema\": \"\\\"string\\\"\"}");

        assertThat(registry.schema(7)).isEqualTo(TEXT);
        assertThat(registry.schema(7)).isEqualTo(TEXT);
        assertThat(requests).hasValue(1);
    }

    @Test
    void anIdIsAskedForOnce() {
        answer(200, "{\"subject\": \"s\", \"version\": 1, \"id\": 12, \"schema\": \"\\\"string\\\"\"}");

        assertThat(registry.id("s", TEXT)).isEqualTo(12);
        assertThat(registry.id("s", TEXT)).isEqualTo(12);
        assertThat(requests).hasValue(1);
    }

    @Test
    void whatTheRegistryDoesNotHaveIsNotItsFault() {
        answer(404, "{\"error_code\": 40403, \"message\": \"not found\"}");

        assertThatThrownBy(() -> registry.schema(7)).isInstanceOf(UnknownSchemaId.class);
        assertThatThrownBy(() -> registry.id("s", TEXT)).isInstanceOf(SchemaNotRegistered.class);
        assertThat(registry.incompatibilities("s", TEXT)).isEmpty();
    }

    @Test
    void anIncompatibleSchemaIsNamed() {
        answer(409, "{\"error_code\": 409, \"message\": \"incompatible\"}");

        assertThatThrownBy(() -> registry.register("s", TEXT))
                .isInstanceOf(IncompatibleSchemas.class)
                .hasMessageContaining("s: incompatible");
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        answer(422, "{\"error_code\": 42201, \"message\": \"invalid\"}");

        assertThatThrownBy(() -> registry.register("s", TEXT))
                .isInstanceOf(RegistryRefused.class)
                .hasMessageContaining("register s (422");
    }

    @Test
    void aRegistryInTroubleIsUnreachable() {
        answer(503, "{\"error_code\": 50001, \"message\": \"later\"}");

        assertThatThrownBy(() -> registry.schema(7)).isInstanceOf(RegistryUnreachable.class);
        assertThatThrownBy(() -> registry.id("s", TEXT)).isInstanceOf(RegistryUnreachable.class);
        assertThatThrownBy(() -> registry.setCompatibility("s", Compatibility.FULL))
                .isInstanceOf(RegistryUnreachable.class);
    }

    @Test
    void anAbsentRegistryIsUnreachableAndTheMessageSaysWhatToDo() {
        String gone = url();
        server.stop(0);

        assertThatThrownBy(() -> registry.schema(7))
                .isInstanceOf(RegistryUnreachable.class)
                .hasMessageContaining(gone)
                .hasMessageContaining("registry.url");
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static HttpServer bind() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no free port on loopback", e);
        }
    }
}
