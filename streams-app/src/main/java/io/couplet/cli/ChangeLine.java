package io.couplet.cli;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * A synchronized change on one line, aligned with those before and after it.
 *
 * @param times for the reader
 * @param ansi whether the terminal shows colours
 */
record ChangeLine(Times times, Ansi ansi) {

    private static final int MAPPING = 16;
    private static final int RECORD = 36;
    private static final int FIELDS = 40;
    private static final int USER = 8;
    private static final String TO_CRM = "36";
    private static final String TO_ERP = "33";
    private static final String FAINT = "2";
    private static final String CUT = "..";

    String of(SyncedChange change) {
        String arrow = change.toErp() ? "CRM -> ERP" : "ERP -> CRM";
        return String.join(
                "  ",
                paint(FAINT, times.exact(change.at())),
                paint(change.toErp() ? TO_ERP : TO_CRM, arrow),
                fit(change.mapping(), MAPPING),
                fit(record(change), RECORD),
                fit(what(change), FIELDS),
                fit(change.by() == null ? "-" : change.by(), USER),
                delay(change.delay()));
    }

    /** The name people use, and enough of the id to find the record. */
    private static String record(SyncedChange change) {
        String name = change.name();
        return name == null ? change.target() : name + " " + shortId(change.target());
    }

    private static String shortId(String ref) {
        String id = ref.substring(ref.lastIndexOf('/') + 1);
        return "(" + id.substring(0, Math.min(8, id.length())) + ")";
    }

    private static String what(SyncedChange change) {
        List<String> fields = change.fields();
        return switch (change.operation()) {
            case "create" -> "created, " + fields.size() + " fields";
            case "delete" -> "deleted";
            default -> String.join(", ", fields);
        };
    }

    private static String delay(@Nullable Duration delay) {
        return delay == null ? "      -" : "%5d ms".formatted(delay.toMillis());
    }

    private static String fit(String text, int width) {
        String cut = text.length() <= width ? text : text.substring(0, width - CUT.length()) + CUT;
        return cut + " ".repeat(width - cut.length());
    }

    private String paint(String code, String text) {
        return ansi.enabled() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
