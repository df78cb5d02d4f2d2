package io.couplet.connectors.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one system is reached.
 *
 * @param url JDBC address of its database
 * @param user integration account: the login that writes
 * @param password of the integration account
 * @param captureUser login that may replicate and read
 * @param capturePassword of the capturing login
 * @param replicationOrigin replication origin under which commands are carried out, so that the database leaves them out of what
 *     capture is sent; null where our own writes are captured as well
 * @param companies companies that are synchronized; empty for a system that knows none
 */
public record SystemConfig(
        String url,
        String user,
        Secret password,
        String captureUser,
        Secret capturePassword,
        @Nullable String replicationOrigin,
        List<String> companies) {

    /** Copies the companies. */
    public SystemConfig {
        companies = List.copyOf(companies);
    }
}
