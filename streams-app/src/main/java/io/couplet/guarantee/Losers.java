package io.couplet.guarantee;

import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.Output.Audited;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in the audit. */
final class Losers {
    private final Map<Row, List<Entry>> byRow = new HashMap<>();
    private final Set<String> commands = new HashSet<>();

    /**
     * A value that lost.
     *
     * @param loser the value and its rule
     * @param place of the version in which the row had it, -1 where the entry does not tell
     */
    private record Entry(Loser loser, int place) {}

    Losers(Evidence evidence) {
        for (Audited audited : evidence.recording.audit()) {
            Command command = audited.command();
            if (command != null) {
                commands.add(command.id());
            }
            for (Loser loser : audited.losers()) {
                RecordRef ref = loser.side() == Side.ERP ? audited.erp() : audited.crm();
                if (ref != null) {
                    Row row = evidence.row(ref);
                    byRow.computeIfAbsent(row, r -> new ArrayList<>(2)).add(new Entry(loser, place(command, row)));
                }
            }
        }
    }

    /** Whether a decision that led to this command stands there. */
    boolean tells(Command command) {
        return commands.contains(command.id());
    }

    /** Whether the value that a field has at a place stands there. */
    boolean holds(Member member, Rule rule, int place) {
        Column column = member.column(rule);
        for (Entry entry : byRow.getOrDefault(member.row, List.of())) {
            boolean same = entry.place < 0
                    ? entry.loser.losing().equals(column.value(place))
                    : column.since(entry.place) == column.since(place);
            if (same && entry.loser.rule().equals(rule.name())) {
                return true;
            }
        }
        return false;
    }

    private static int place(@Nullable Command command, Row row) {
        return command == null || command.expected() == null || !command.target().equals(row.ref)
                ? -1
                : row.placeOf(command.expected());
    }
}
