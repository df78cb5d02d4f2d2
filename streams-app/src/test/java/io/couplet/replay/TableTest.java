package io.couplet.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables that are gone when they are closed. */
class TableTest {
    private final Tables tables = new Tables();
    private final Table table = tables.table();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void showsTheNewestRowOfEachKeyInOrder() {
        put(table, "b", "1");
        put(table, "a", "2");
        put(table, "b", "3");

        assertThat(rows(table)).containsExactly("a=2", "b=3");
        assertThat(table.get("b")).isEqualTo(bytes("3"));
        assertThat(table.get("c")).isNull();
    }

    @Test
    void aRemovedRowIsNotThere() {
        put(table, "a", "1");
        table.put("a", null);

        assertThat(rows(table)).isEmpty();
        assertThat(table.get("a")).isNull();
    }

    @Test
    void tablesKeepApart() {
        Table other = tables.table();
        put(table, "a", "1");
        put(other, "a", "2");
        put(other, "b", "3");

        assertThat(rows(table)).containsExactly("a=1");
        assertThat(rows(other)).containsExactly("a=2", "b=3");
    }

    private static void put(Table table, String key, String row) {
        table.put(key, bytes(row));
    }

    private static List<String> rows(Table table) {
        List<String> rows = new ArrayList<>();
        table.forEach((key, row) -> rows.add(key + "=" + new String(row, StandardCharsets.UTF_8)));
        return rows;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
