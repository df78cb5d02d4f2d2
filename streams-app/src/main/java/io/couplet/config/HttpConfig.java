package io.couplet.config;

/**
 * Where console, interface and metrics are served.
 *
 * @param port on loopback; 0 lets the system choose
 */
public record HttpConfig(int port) {
    static final int DEFAULT_PORT = 18082;
}
