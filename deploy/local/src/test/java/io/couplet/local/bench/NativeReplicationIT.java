package io.couplet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.Side;
import io.couplet.local.sandbox.ConnectionSettings;
import io.couplet.local.sandbox.SampleData;
import io.couplet.local.sandbox.Sandbox;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The measuring, on two servers without Couplet between them: PostgreSQL's own replication alone. */
class NativeReplicationIT {
    private static final int EDITS = 200;
    private static final int RATE = 400;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres erp;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres crm;

    @SuppressWarnings("NullAway.Init")
    private static Databases databases;

    @SuppressWarnings("NullAway.Init")
    private static List<Pair> pairs;

    @BeforeAll
    static void start() throws IOException, SQLException {
        erp = server();
        crm = server();
        SampleData sample = SampleData.generate(1, SampleData.DEFAULT_SEED);
        load(Sandbox.erp(settings(erp)), sample);
        load(Sandbox.crm(settings(crm)), sample);
        databases = new Databases(
                new Databases.Location(erp.getPort(), "postgres"), new Databases.Location(crm.getPort(), "postgres"));
        pairs = pairs();
    }

    @AfterAll
    static void stop() throws IOException {
        erp.close();
        crm.close();
    }

    @Test
    void everyEditIsTimedAndNothingStaysBehind() throws SQLException {
        EditPlan plan = new EditPlan(pairs, new Tokens(1));
        Competitor postgres = new Competitor(new AllArrived());

        try (Rig rig = Rig.install(databases)) {
            for (Direction direction : Direction.values()) {
                Route route = rig.postgres(direction);
                Accounting steady = postgres.steady(route, plan.scattered(EDITS, List.of(0, 1), 1), RATE);
                Accounting burst = postgres.burst(List.of(route), List.of(plan.batches(1_000, 4, 100, List.of(0, 1))))
                        .get(0);

                assertThat(steady.missing()).isZero();
                assertThat(steady.superseded()).isZero();
                assertThat(steady.latency().count()).isEqualTo(EDITS);
                // A time taken from the source's clock entry instead of the target's would be 0 for all.
                assertThat(steady.latency().p50()).isBetween(0.05, 2_000.0);
                assertThat(burst.missing()).isZero();
                assertThat(burst.lastArrival()).isGreaterThan(burst.lastCommit());
            }
        }

        assertNothingIsLeft();
    }

    @Test
    void anEarlierRunThatWasKilledIsCleanedUp() throws SQLException {
        new NativeReplication(databases).stop();
        BenchSchema.create(databases);
        new NativeReplication(databases).start();

        Rig.install(databases).close();

        assertNothingIsLeft();
    }

    @Test
    void writesOfTheIntegrationAccountAreNotedAndThoseOfPeopleAreNot() throws SQLException {
        BenchSchema.create(databases);
        ArrivalLog log = ArrivalLog.ofCouplet(databases, Side.CRM);
        Pair pair = pairs.get(0);

        write("couplet", pair, Tokens.PREFIX + "of couplet");
        write("anna", pair, Tokens.PREFIX + "of anna");

        assertThat(log.read()).containsOnlyKeys(Tokens.PREFIX + "of couplet");
        BenchSchema.drop(databases);
        assertNothingIsLeft();
    }

    private static void write(String login, Pair pair, String value) throws SQLException {
        try (Connection connection = databases.as(Side.CRM, login)) {
            Sql.run(
                    connection,
                    "update account set telephone1 = '" + value + "' where accountid = '" + pair.account() + "'");
        }
    }

    private static void assertNothingIsLeft() throws SQLException {
        for (Side side : Side.values()) {
            try (Connection connection = databases.admin(side)) {
                assertThat(Sql.number(connection, """
                        select (select count(*) from pg_subscription)
                          + (select count(*) from pg_replication_slots)
                          + (select count(*) from pg_publication where pubname like 'couplet_bench%')
                          + (select count(*) from pg_namespace where nspname = 'couplet_bench')
                          + (select count(*) from pg_trigger where tgname = 'couplet_bench')
                        """)).isZero();
            }
        }
    }

    /** Any customer with any account: nothing couples them here. */
    private static List<Pair> pairs() throws SQLException {
        List<UUID> customers = ids(Side.ERP);
        List<UUID> accounts = ids(Side.CRM);
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < Math.min(customers.size(), accounts.size()); i++) {
            all.add(new Pair(customers.get(i), accounts.get(i)));
        }
        return all;
    }

    private static List<UUID> ids(Side side) throws SQLException {
        EditedTable table = EditedTable.of(side);
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = databases.admin(side);
                ResultSet rows =
                        connection.createStatement().executeQuery("select " + table.key() + " from " + table.name())) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private static void load(Sandbox sandbox, SampleData sample) throws SQLException {
        sandbox.install();
        sandbox.load(sample);
    }

    private static ConnectionSettings settings(EmbeddedPostgres server) {
        return new ConnectionSettings(
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "postgres");
    }

    private static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(START_LIMIT)
                .setServerConfig("wal_level", "logical")
                .setServerConfig("track_commit_timestamp", "on")
                .start();
    }
}
