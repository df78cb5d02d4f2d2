package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 2,000 edits on both sides while each part is killed once: nothing is lost, doubled or left different, and topics hold all state. */
@ExtendWith(StartedStack.Extension.class)
class CrashE2EIT {
    private static final int EDITS = 2_000;
    private static final List<String> VICTIMS = List.of("streams-app", "connectors", "broker", "crm");

    private final StartedStack stack;

    CrashE2EIT(StartedStack stack) {
        this.stack = stack;
    }

    @Test
    @DisplayName("2,000 random edits survive kill -9 of streams-app, connectors, broker and a database")
    void everyEditSurvives() throws IOException, SQLException {
        long seed = RandomEditing.newSeed();
        System.out.println("seed " + seed + " (-Dcouplet.e2e.seed)");
        Database erp = stack.erp("anna");
        Database crm = stack.crm("carla");
        stack.settle(Duration.ofMinutes(2));
        long customers = Long.parseLong(erp.value("select count(*) from \"CRONUS$Customer\""));
        long accounts = Long.parseLong(crm.value("select count(*) from account"));
        List<String> numbers = coupledNumbers(erp, crm);
        RandomEditing editing = new RandomEditing(erp, crm, numbers, seed);
        for (int i = 0; i < EDITS; i++) {
            int phase = EDITS / (VICTIMS.size() + 1);
            if (i % phase == phase - 1 && i / phase < VICTIMS.size()) {
                kill(VICTIMS.get(i / phase));
            }
            editing.edit();
        }
        editing.close();
        stack.settle(Duration.ofMinutes(3));

        assertThat(differences(erp, crm, numbers)).isEmpty();
        assertThat(Long.parseLong(erp.value("select count(*) from \"CRONUS$Customer\"")))
                .isEqualTo(customers);
        assertThat(Long.parseLong(crm.value("select count(*) from account"))).isEqualTo(accounts);
        assertThat(lost(editing, erp)).isEmpty();
        Ran replay = stack.couplet("replay", "--compare");
        assertThat(replay.exit()).as(replay.output()).isZero();
    }

    private static List<String> coupledNumbers(Database erp, Database crm) {
        Set<String> both =
                new HashSet<>(crm.values("select accountnumber from account where accountnumber is not null"));
        both.retainAll(erp.values("select \"No_\" from \"CRONUS$Customer\""));
        return both.stream().sorted().limit(100).toList();
    }

    /** Ends one part with SIGKILL and waits until it runs again under another process id. */
    private void kill(String component) throws IOException {
        Path pidFile = stack.data().resolve("run").resolve(component + ".pid");
        long pid = pid(pidFile);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await(component + " runs again").atMost(Duration.ofSeconds(60)).until(() -> pid(pidFile) != pid);
    }

    private static long pid(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.isEmpty() ? -1 : Long.parseLong(text.split(" ", -1)[0]);
    }

    private static List<String> differences(Database erp, Database crm, List<String> numbers) {
        String these = "in ('" + String.join("', '", numbers) + "')";
        List<String> inErp = erp.values(
                "select concat_ws('|', \"No_\", \"Name\", \"Phone No_\", \"City\", \"Fax No_\") from \"CRONUS$Customer\""
                        + " where \"No_\" " + these);
        List<String> inCrm = crm.values(
                "select concat_ws('|', accountnumber, name, coalesce(telephone1, ''), coalesce(address1_city, ''),"
                        + " coalesce(fax, '')) from account where accountnumber " + these);
        assertThat(inErp).hasSameSizeAs(numbers);
        List<String> differences = new ArrayList<>(inErp);
        differences.removeAll(inCrm);
        return differences;
    }

    /**
     * The last value of each field is the last that either side typed, or stands in the audit as the loser of a named rule. (That older values are
     * superseded by it is what a user expects.)
     */
    private List<String> lost(RandomEditing editing, Database erp) {
        String audit = stack.couplet("audit", "--limit", "100000").output();
        Map<String, String> now = valuesNow(erp);
        Set<String> seen = new HashSet<>();
        List<String> lost = new ArrayList<>();
        for (int i = editing.edits.size() - 1; i >= 0; i--) {
            RandomEditing.Edit edit = editing.edits.get(i);
            boolean lastOfItsSide = seen.add(edit.erp() + edit.number() + edit.field());
            if (lastOfItsSide && !arrived(edit, editing, now) && !audit.contains(edit.value())) {
                lost.add(edit.toString());
            }
        }
        return lost;
    }

    /** What stands in the ERP, by number and field. */
    private static Map<String, String> valuesNow(Database erp) {
        Map<String, String> now = new HashMap<>();
        for (String field : RandomEditing.fields()) {
            for (String row : erp.values("select \"No_\" || '|' || " + field + " from \"CRONUS$Customer\"")) {
                int bar = row.indexOf('|');
                now.put(row.substring(0, bar) + field, row.substring(bar + 1));
            }
        }
        return now;
    }

    /** The value stands, or a later edit of the other side replaced it. */
    private static boolean arrived(RandomEditing.Edit edit, RandomEditing editing, Map<String, String> values) {
        String now = values.getOrDefault(edit.number() + edit.field(), "");
        return now.equals(edit.value())
                || editing.edits.stream()
                        .anyMatch(later -> later.at() > edit.at()
                                && later.number().equals(edit.number())
                                && later.field().equals(edit.field())
                                && now.equals(later.value()));
    }
}
