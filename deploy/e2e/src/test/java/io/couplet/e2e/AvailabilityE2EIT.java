package io.couplet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much of an item is there follows what is posted. */
@ExtendWith(StartedStack.Extension.class)
class AvailabilityE2EIT {
    private static final String LEDGER = "\"CRONUS$Item Ledger Entry\"";

    private final StartedStack stack;
    private final Database erp;
    private final String item = "IT" + System.nanoTime();

    AvailabilityE2EIT(StartedStack stack) {
        this.stack = stack;
        erp = stack.erp("anna");
    }

    @Test
    @DisplayName(
            "Posted entries show at once, in all and at each location; what is at no location is said to be at none")
    void entriesAddUp() {
        post("EAST", "10");
        post("WEST", "5.5");
        post("EAST", "-4");
        post("", "2");

        awaitShown("item " + item + ": 13.5", "EAST +6\\b", "WEST +5\\.5\\b", "\\(none\\) +2\\b");

        post("WEST", "-5.5");
        awaitShown("item " + item + ": 8", "EAST +6\\b");
        assertThat(shown()).doesNotContain("WEST");
    }

    @Test
    @DisplayName("A posted entry cannot be changed; an item for which nothing was posted is said to be unknown")
    void refusals() {
        post("EAST", "10");
        assertThatThrownBy(() ->
                        erp.update("update " + LEDGER + " set \"Quantity\" = 1 where \"Item No_\" = '" + item + "'"))
                .hasStackTraceContaining("is posted and cannot be changed");

        Ran unknown = stack.couplet("availability", "NO-SUCH-ITEM");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.output()).contains("nothing was posted for item NO-SUCH-ITEM");
    }

    private void post(String location, String quantity) {
        erp.update("insert into " + LEDGER + " (\"Item No_\", \"Location Code\", \"Quantity\") values ('" + item
                + "', '" + location + "', " + quantity + ")");
    }

    private void awaitShown(String... patterns) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            String shown = shown();
            for (String pattern : patterns) {
                assertThat(shown).containsPattern(pattern);
            }
        });
    }

    private String shown() {
        return stack.couplet("availability", item).output();
    }
}
