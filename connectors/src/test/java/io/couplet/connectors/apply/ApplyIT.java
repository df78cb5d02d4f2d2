package io.couplet.connectors.apply;

import static io.couplet.connectors.apply.Commands.creating;
import static io.couplet.connectors.apply.Commands.deleting;
import static io.couplet.connectors.apply.Commands.updating;
import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.connectors.harness.Testbed;
import io.couplet.connectors.harness.TopicReader;
import io.couplet.connectors.kafka.Outbox;
import io.couplet.connectors.lifecycle.Lifecycle;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.DecimalValue;
import io.couplet.contract.Field;
import io.couplet.contract.Outcome;
import io.couplet.contract.PairInput;
import io.couplet.contract.Side;
import io.couplet.contract.StoredRow;
import io.couplet.contract.TopicSpec;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.AvroEncoder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands on a real topic, carried out in a real database. */
class ApplyIT {

    private static final String ID = "11111111-1111-4111-8111-111111111111";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Testbed testbed;
    private Producer<String, byte[]> producer;
    private Outbox outbox;
    private Producer<String, byte[]> answers;
    private TargetPools databases;
    private AvroEncoder<Command> encoder;
    private AvroDecoder<PairInput> decoder;
    private Consumer<byte[], byte[]> reader;
    private final List<CommandResult> results = new ArrayList<>();
    private final Lifecycle lifecycle = new Lifecycle("erp.apply");
    private final ApplyCounts counts = new ApplyCounts();
    private Applier applier;

    @BeforeEach
    void start() throws Exception {
        testbed = Testbed.fresh();
        producer = testbed.kafka().producer("test-commands");
        outbox = new Outbox(producer);
        answers = testbed.kafka().producer("test-answers");
        databases = TargetPools.of("erp", testbed.config());
        encoder = AvroEncoder.specific(testbed.registry(), commands());
        decoder = AvroDecoder.specific(testbed.registry(), PairInput.class);
        reader = testbed.kafka().reader("test-results");
        List<TopicPartition> partitions = new ArrayList<>();
        for (int i = 0; i < Testbed.PARTITIONS; i++) {
            partitions.add(new TopicPartition(testbed.catalogue().pairInputs().name(), i));
        }
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        applier = startApplier();
    }

    private Applier startApplier() {
        Applier started = new Appliers(
                        testbed.prefix(),
                        testbed.kafka(),
                        testbed.catalogue(),
                        testbed.registry(),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        bug -> {
                            throw new IllegalStateException(bug);
                        })
                .applier(testbed.system(), databases, answers, counts, lifecycle);
        started.start();
        return started;
    }

    @AfterEach
    void stop() throws Exception {
        applier.close();
        reader.close();
        producer.close();
        answers.close();
        databases.close();
    }

    @Test
    void aRecordIsCreatedUpdatedAndDeletedAndItsRowsComeBackAsStored() {
        CommandResult created = send(creating(ID)
                .with("name", "Adatum")
                .with("postCode", "sw1a 1aa")
                .withDecimal("creditLimitLcy", "12.345")
                .with("blocked", 1L)
                .as("k/create"));
        StoredRow row = created.getRow();
        assertThat(created.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(row.getRef()).isEqualTo("erp/CRONUS/customer/" + ID);
        assertThat(row.getCreatedBy()).isEqualTo("couplet");
        assertThat(String.valueOf(value(row, "no")))
                .as("a number was given by the system")
                .startsWith("C");
        assertThat(value(row, "postCode")).as("as the system wrote it").isEqualTo("SW1A 1AA");
        assertThat(value(row, "creditLimitLcy")).as("rounded by the system").isEqualTo(new DecimalValue("12.35"));
        assertThat(value(row, "blocked")).isEqualTo(1L);
        assertThat(value(row, "eMail")).as("blank").isNull();
        assertThat(value(row, "company")).isEqualTo("CRONUS");

        CommandResult updated =
                send(updating(ID, row.getRowVersion()).with("name", null).as("k/1"));
        assertThat(updated.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(value(updated.getRow(), "name")).isNull();
        assertThat(testbed.ask("SELECT \"Name\" = '' FROM \"CRONUS$Customer\"")).isEqualTo("t");

        long version = updated.getRow().getRowVersion();
        CommandResult deleted = send(deleting(ID, version).as("k/2"));
        assertThat(deleted.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(deleted.getRow().getDeleted()).isTrue();
        assertThat(deleted.getRow().getRowVersion()).isEqualTo(version);
        assertThat(testbed.ask("SELECT count(*) FROM \"CRONUS$Customer\"")).isEqualTo("0");
    }

    @Test
    void aRecordThatMovedOnIsLeftAloneAndShown() {
        StoredRow row = send(creating(ID).with("name", "Adatum").as("k/create")).getRow();
        testbed.anna("UPDATE \"CRONUS$Customer\" SET \"Name\" = 'by anna'");

        CommandResult stale =
                send(updating(ID, row.getRowVersion()).with("name", "by us").as("k/1"));
        CommandResult staleDelete = send(deleting(ID, row.getRowVersion()).as("k/2"));
        CommandResult exists = send(creating(ID).with("name", "again").as("other/create"));
        testbed.anna("DELETE FROM \"CRONUS$Customer\"");
        CommandResult gone =
                send(updating(ID, row.getRowVersion()).with("name", "by us").as("k/3"));

        assertThat(stale.getOutcome()).isEqualTo(Outcome.STALE);
        assertThat(value(stale.getRow(), "name")).isEqualTo("by anna");
        assertThat(staleDelete.getOutcome()).isEqualTo(Outcome.STALE);
        assertThat(exists.getOutcome()).isEqualTo(Outcome.EXISTS);
        assertThat(value(exists.getRow(), "name")).isEqualTo("by anna");
        assertThat(gone.getOutcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(gone.getRow()).isNull();
    }

    @Test
    void aCommandThatComesAgainIsAnsweredWithTheSameRowAndNotRepeated() {
        Command create = creating(ID)
                .with("name", "Adatum")
                .withDecimal("creditLimitLcy", "7")
                .as("k/create");
        CommandResult first = send(create);
        CommandResult second = send(create);
        Command update = updating(ID, first.getRow().getRowVersion())
                .with("name", "Adatum Ltd")
                .as("k/1");
        CommandResult third = send(update);
        CommandResult fourth = send(update);
        testbed.anna("DELETE FROM \"CRONUS$Customer\"");
        CommandResult late = send(create);

        assertThat(second.getRepeated()).isTrue();
        assertThat(second.getRow()).isEqualTo(first.getRow());
        assertThat(fourth.getRepeated()).isTrue();
        assertThat(fourth.getRow()).isEqualTo(third.getRow());
        assertThat(late.getRepeated())
                .as("a late create does not revive what was removed")
                .isTrue();
        assertThat(testbed.ask("SELECT count(*) FROM \"CRONUS$Customer\"")).isEqualTo("0");
        assertThat(counts.repeated()).isEqualTo(3);
    }

    @Test
    void aCreateThatWasDecidedAnewIsAnsweredWithTheValuesThatTookEffect() throws Exception {
        CommandResult first = send(creating(ID).with("name", "decided first").as("k/create"));
        CommandResult second = send(creating(ID).with("name", "decided anew").as("k/create"));

        assertThat(second.getOutcome()).isEqualTo(Outcome.APPLIED);
        assertThat(second.getRepeated()).isTrue();
        assertThat(value(second.getRow(), "name")).isEqualTo("decided first");
        assertThat(second.getCommand()).isEqualTo(first.getCommand());
    }

    @Test
    void refusedCommandsAreAnsweredInTheSystemsWordsAndTheOthersOfTheBatchGoThrough() {
        List<Command> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Commands command = creating(UUID.randomUUID().toString()).with("name", "Customer " + i);
            if (i == 7) {
                command.with("eMail", "refused@example.com");
            }
            if (i == 13) {
                command.with("blocked", 9L);
            }
            batch.add(command.as("k" + i + "/create"));
        }
        batch.add(creating(ID).with("nonsense", "x").as("field/create"));
        batch.add(creating(ID).with("systemModifiedBy", "x").as("stamp/create"));
        batch.add(creating(ID).with("name", "x".repeat(101)).as("long/create"));
        batch.add(creating(ID).with("blocked", "many").as("type/create"));

        List<CommandResult> all = sendAll(batch);

        assertThat(all)
                .filteredOn(result -> result.getOutcome() == Outcome.APPLIED)
                .hasSize(18);
        assertThat(all)
                .filteredOn(result -> result.getOutcome() == Outcome.REJECTED)
                .extracting(CommandResult::getReason)
                .hasSize(6)
                .anyMatch(reason -> reason.contains("check constraint"))
                .anyMatch(reason -> reason.contains("Blocked must be 0, 1, 2 or 3"))
                .anyMatch(reason -> reason.contains("has no field nonsense"))
                .anyMatch(reason -> reason.contains("is set by the system"))
                .anyMatch(reason -> reason.contains("too long"))
                .anyMatch(reason -> reason.contains("invalid input syntax"));
        assertThat(testbed.ask("SELECT count(*) FROM \"CRONUS$Customer\"")).isEqualTo("18");
        assertThat(testbed.ask("SELECT count(*) FROM couplet.applied_command WHERE refusal IS NULL"))
                .isEqualTo("18");
    }

    @Test
    void whatWasRefusedStaysRefusedAndMayBeDecidedAgainUnderTheSameId() {
        Commands refused = creating(ID).with("eMail", "refused@example.com");
        Command command = refused.as("k/create");
        CommandResult first = send(command);
        testbed.owner("ALTER TABLE \"CRONUS$Customer\" DROP CONSTRAINT \"CRONUS$Customer_E-Mail_check\"");
        CommandResult late = send(command);
        CommandResult decidedAgain = send(refused.as("k/create"));

        assertThat(first.getOutcome()).isEqualTo(Outcome.REJECTED);
        assertThat(late.getOutcome()).as("the system would take it now").isEqualTo(Outcome.REJECTED);
        assertThat(late.getReason()).isEqualTo(first.getReason());
        assertThat(decidedAgain.getOutcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void aRefusalWaitsForWhoeverIsCarryingTheSameCommandOut() throws Exception {
        StoredRow row = send(creating(ID).with("name", "before").as("k/create")).getRow();
        Command command = updating(ID, row.getRowVersion())
                .with("eMail", "refused@example.com")
                .as("k/1");
        try (Connection zombie = DriverManager.getConnection(
                testbed.config().url(),
                testbed.config().user(),
                testbed.config().password().value())) {
            zombie.setAutoCommit(false);
            // An applier that is believed dead was allowed to; it has not committed yet.
            try (Statement statement = zombie.createStatement()) {
                statement.execute(
                        "INSERT INTO couplet.applied_command (id, op, outcome_version, row, content) SELECT 'k/1',"
                                + " 'UPDATE', \"timestamp\", to_jsonb(t), '" + Refusals.content(command)
                                + "' FROM \"CRONUS$Customer\" t");
            }
            produce(command);
            outbox.flush();
            awaitThat(() -> !testbed.ask("SELECT count(*) FROM pg_locks WHERE NOT granted")
                    .equals("0"));
            zombie.commit();
        }
        assertThat(awaitResults(1)).extracting(CommandResult::getOutcome).containsExactly(Outcome.APPLIED);
        assertThat(counts.repeated()).isEqualTo(1);
    }

    @Test
    void commandsForOneRecordKeepTheirOrderWithinAPoll() {
        StoredRow row = send(creating(ID).with("name", "0").as("k/create")).getRow();
        List<CommandResult> all = sendAll(List.of(
                updating(ID, row.getRowVersion()).with("name", "first").as("k/1"),
                updating(ID, row.getRowVersion()).with("name", "second").as("k/2"),
                updating(ID, row.getRowVersion()).with("name", "first").as("k/1")));
        assertThat(all)
                .extracting(CommandResult::getOutcome)
                .containsExactly(Outcome.APPLIED, Outcome.STALE, Outcome.APPLIED);
        assertThat(all.get(2).getRepeated()).isTrue();
        assertThat(testbed.ask("SELECT \"Name\" FROM \"CRONUS$Customer\"")).isEqualTo("first");
    }

    @Test
    void aDatabaseThatGoesDownIsWaitedForAndNothingIsDropped() {
        send(creating(ID).with("name", "before").as("k/create"));
        testbed.database().goDown();
        List<Command> batch = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            batch.add(
                    creating(UUID.randomUUID().toString()).with("name", "n" + i).as("w" + i + "/create"));
        }
        batch.forEach(this::produce);
        outbox.flush();
        awaitThat(() -> lifecycle.state().word().equals("waiting"));
        testbed.database().comeBack();

        List<CommandResult> all = awaitResults(50);

        assertThat(all).extracting(CommandResult::getOutcome).containsOnly(Outcome.APPLIED);
        assertThat(testbed.ask("SELECT count(*) FROM \"CRONUS$Customer\"")).isEqualTo("51");
        awaitThat(() -> lifecycle.state().word().equals("running"));
    }

    @Test
    void bytesThatAreNoCommandGoToDeadLettersAndTheRestFlows() {
        outbox.send(commands().name(), "poison", "no command".getBytes(StandardCharsets.UTF_8));
        assertThat(send(creating(ID).as("k/create")).getOutcome()).isEqualTo(Outcome.APPLIED);
        try (TopicReader letters = testbed.read(testbed.catalogue().deadLetters())) {
            GenericRecord letter = letters.await(1).get(0).value();
            assertThat(letter.get("stage")).isEqualTo("apply");
            assertThat(letter.get("topic")).isEqualTo(commands().name());
        }
    }

    @Test
    void aProcessThatTakesOverGoesOnWhereTheOtherStopped() throws Exception {
        send(creating(ID).as("k/create"));
        applier.close();
        produce(creating(UUID.randomUUID().toString()).as("k2/create"));
        outbox.flush();
        applier = startApplier();
        assertThat(awaitResults(1)).extracting(CommandResult::getOutcome).containsExactly(Outcome.APPLIED);
        assertThat(counts.repeated()).isZero();
    }

    @Test
    void theEndOfATransactionIsDoneAsWell() throws Exception {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                testbed.bootstrap(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                testbed.prefix() + "-transactions");
        Command create = creating(ID).as("k/create");
        try (Producer<String, byte[]> transactional =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional
                    .send(new ProducerRecord<>(commands().name(), 1, "k", encoder.encode(create)))
                    .get();
            transactional.commitTransaction();
        }
        assertThat(awaitResults(1)).extracting(CommandResult::getOutcome).containsExactly(Outcome.APPLIED);

        TopicPartition partition = new TopicPartition(commands().name(), 1);
        long end = reader.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        assertThat(end).as("the command and the end of its transaction").isEqualTo(2);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, testbed.bootstrap()))) {
            String group = testbed.prefix() + "-apply-erp";
            awaitThat(() -> {
                var done = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                OffsetAndMetadata offset = done.get(partition);
                return offset != null && offset.offset() == end;
            });
        }
    }

    private CommandResult send(Command command) {
        return sendAll(List.of(command)).get(0);
    }

    private List<CommandResult> sendAll(List<Command> batch) {
        batch.forEach(this::produce);
        outbox.flush();
        return awaitResults(batch.size());
    }

    private void produce(Command command) {
        outbox.send(commands().name(), command.getCoupling(), encoder.encode(command));
    }

    private List<CommandResult> awaitResults(int count) {
        results.clear();
        awaitThat(() -> {
            for (ConsumerRecord<byte[], byte[]> each : reader.poll(Duration.ofMillis(50))) {
                results.add((CommandResult) decoder.decode(each.value()).getMessage());
            }
            return results.size() >= count;
        });
        return List.copyOf(results);
    }

    private static void awaitThat(Callable<Boolean> condition) {
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    private static @Nullable Object value(StoredRow row, String field) {
        return row.getFields().stream()
                .filter(each -> each.getName().equals(field))
                .findFirst()
                .map(Field::getValue)
                .orElse(null);
    }

    private TopicSpec commands() {
        return testbed.catalogue().commands(Side.ERP);
    }
}
