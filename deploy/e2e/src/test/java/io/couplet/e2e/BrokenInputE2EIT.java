package io.couplet.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is broken is named with what to do, by the right exit code, and stops nothing else. */
@ExtendWith(StartedStack.Extension.class)
class BrokenInputE2EIT {
    private static final int BASE = 27_500;

    private final StartedStack stack;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    BrokenInputE2EIT(StartedStack stack) {
        this.stack = stack;
    }

    @Test
    @DisplayName("A port in use: exit 5, naming the port")
    void portInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(BASE + 2, 1, InetAddress.getLoopbackAddress())) {
            Ran up = new Launcher(folder.resolve("data"))
                    .couplet("up", "--detach", "--port-base", Integer.toString(BASE));
            assertThat(up.exit()).as(up.output()).isEqualTo(5);
            assertThat(up.output()).contains(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    @DisplayName("up twice: exit 5")
    void upTwice() {
        Ran up = stack.couplet("up", "--detach");
        assertThat(up.exit()).as(up.output()).isEqualTo(5);
        assertThat(up.output()).contains("already");
    }

    @Test
    @DisplayName("A JDK that is too old: exit 3, naming the version it needs")
    void oldJdk() throws IOException {
        Path java = folder.resolve("bin/java");
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"11.0.2\"\n");
        Files.createFile(java, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Ran up = new Launcher(folder.resolve("data"), Map.of("JAVA_HOME", folder.toString())).couplet("up");
        assertThat(up.exit()).as(up.output()).isEqualTo(3);
        assertThat(up.output()).contains("17 or newer", "11.0.2");
    }

    @Test
    @DisplayName(
            "A mapping with an unknown field, a type error and a cycle of references: exit 3, all in one report with lines")
    void brokenMapping() throws IOException {
        Path mappings = Files.createDirectory(folder.resolve("mappings"));
        Files.writeString(mappings.resolve("customer-account.yaml"), """
                mapping: customer-account
                erp: customer
                crm: account
                direction: both
                filter:
                  crm: "crm.statecode == 'active'"
                fields:
                  - {erp: nmae, crm: name}
                  - {erp: primaryContactNo, crm: primarycontactid, reference: contact-contact, required: true}
                """);
        Files.writeString(mappings.resolve("contact-contact.yaml"), """
                mapping: contact-contact
                erp: contact
                crm: contact
                fields:
                  - {erp: customerNo, crm: parentcustomerid, reference: customer-account, required: true}
                """);
        Ran check = stack.couplet("check", folder.toString());
        assertThat(check.exit()).as(check.output()).isEqualTo(3);
        assertThat(check.output())
                .contains("customer-account.yaml:6", "customer-account.yaml:8", "nmae", "name")
                .containsPattern("customer-account.*contact-contact|contact-contact.*customer-account");
    }

    @Test
    @DisplayName("An unreachable registry: exit 4, naming its address")
    void unreachableRegistry() throws IOException {
        String config = Files.readString(stack.data().resolve("config/streams-app.yaml"))
                .replace(stack.endpoints().registry(), "http://localhost:1/apis/ccompat/v7")
                .replaceAll("port: \\d+", "port: " + (BASE + 20))
                .replaceAll("directory: \"[^\"]*\"", "directory: \"" + folder.resolve("state") + "\"");
        Ran run = Application.STREAMS_APP.run(Files.writeString(folder.resolve("streams-app.yaml"), config));
        assertThat(run.exit()).as(run.output()).isEqualTo(4);
        assertThat(run.output()).contains("http://localhost:1/apis/ccompat/v7");
    }

    @Test
    @DisplayName("A table without the needed replica identity: exit 3, with the statement that mends it")
    void missingReplicaIdentity() throws IOException {
        Database admin = new Database(
                "jdbc:postgresql://localhost:" + stack.endpoints().ports().crm() + "/crm", "postgres");
        admin.update("alter table account replica identity default");
        try {
            String config = Files.readString(stack.data().resolve("config/connectors.yaml"))
                    .replaceAll("port: \\d+", "port: " + (BASE + 21));
            Ran run = Application.CONNECTORS.run(Files.writeString(folder.resolve("connectors.yaml"), config));
            assertThat(run.exit()).as(run.output()).isEqualTo(3);
            assertThat(run.output())
                    .containsIgnoringCase("alter table")
                    .contains("account")
                    .containsIgnoringCase("replica identity full");
        } finally {
            admin.update("alter table account replica identity full");
        }
    }

    @Test
    @DisplayName("A poisonous record put on a change topic by hand goes to the dead letters, and the rest flows")
    void poisonousRecord() throws Exception {
        long before = stack.status().at("/deadLetters").asLong();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.endpoints().bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            byte[] key = "erp/CRONUS/customer/poison".getBytes(UTF_8);
            producer.send(new ProducerRecord<>("couplet.erp.customer", key, "no Avro".getBytes(UTF_8)))
                    .get();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(stack.status().at("/deadLetters").asLong()).isEqualTo(before + 1));
        assertThat(stack.couplet("dead-letters").output()).contains("couplet.erp.customer");

        Database erp = stack.erp("anna");
        String number = erp.value("select min(\"No_\") from \"CRONUS$Customer\"");
        erp.update("update \"CRONUS$Customer\" set \"Fax No_\" = 'after poison' where \"No_\" = '" + number + "'");
        stack.crm("carla").awaitValue("select fax from account where accountnumber = '" + number + "'", "after poison");
        stack.settle();
    }
}
