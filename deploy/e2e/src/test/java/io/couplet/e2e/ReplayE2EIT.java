package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** G7 on the started stack: what the topics hold is what runs, and finding out changes nothing. */
@ExtendWith(StartedStack.Extension.class)
class ReplayE2EIT {
    /** Those that have couplings whatever other tests did before. */
    private static final Set<String> USED = Set.of(
            "salesperson-user", "currency", "customer-account", "contact-contact", "vendor-account", "item-product");

    private static final int EDITS = 200;

    private final StartedStack stack;

    ReplayE2EIT(StartedStack stack) {
        this.stack = stack;
    }

    @Test
    @DisplayName("After edits on both sides, a rebuilt state is the running one, and no command comes of rebuilding it")
    void rebuiltStateIsTheRunningOne() throws IOException, SQLException {
        edit();
        stack.settle();
        Map<TopicPartition, Long> before = ends();

        Ran ran = stack.couplet("replay", "--compare", "--json");

        assertThat(ran.exit()).as(ran.output()).isZero();
        JsonNode report = new ObjectMapper().readTree(ran.output());
        assertThat(report.at("/same").asBoolean()).isTrue();
        assertThat(report.at("/replay/events").asLong())
                .isEqualTo(report.at("/consumption/events").asLong())
                .isGreaterThan(EDITS);
        assertThat(report.at("/mappings"))
                .filteredOn(mapping -> USED.contains(mapping.at("/mapping").asText()))
                .hasSameSizeAs(USED)
                .allSatisfy(
                        mapping -> assertThat(mapping.at("/couplings").asLong()).isPositive());
        assertThat(ends()).isEqualTo(before);
    }

    /** Of every topic but those on which time alone leaves marks. */
    private Map<TopicPartition, Long> ends() {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.endpoints().bootstrap()))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            Set<String> names = admin.listTopics().names().get();
            names.remove("couplet.capture-offsets");
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(each ->
                                    latest.put(new TopicPartition(name, each.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void edit() throws SQLException {
        long seed = RandomEditing.newSeed();
        System.out.println("seed " + seed + " (-Dcouplet.e2e.seed)");
        Database erp = stack.erp("anna");
        Database crm = stack.crm("carla");
        Set<String> numbers = new TreeSet<>(erp.values("select \"No_\" from \"CRONUS$Customer\""));
        numbers.retainAll(crm.values("select accountnumber from account where accountnumber is not null"));
        RandomEditing editing =
                new RandomEditing(erp, crm, numbers.stream().limit(20).toList(), seed);
        for (int i = 0; i < EDITS; i++) {
            editing.edit();
        }
        editing.close();
    }
}
