package io.couplet.guarantee;

import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.Output.Audited;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the audit. */
final class Losers {
    /** The policy under which an operator's decision stands there. */
    private static final String RESOLVED = "resolved";

    private final Map<Row, List<Entry>> byRow = new HashMap<>();
    private final Requests requests;

    /**
     * A value that lost.
     *
     * @param loser the value and its rule
     * @param coupling whose value
     * @param place of the version in which the row had it, -1 where the entry does not tell
     */
    private record Entry(Loser loser, String coupling, int place) {}

    Losers(Evidence evidence) {
        requests = evidence.requests;
        for (Audited audited : evidence.recording.audit()) {
            Command command = audited.command();
            for (Loser loser : audited.losers()) {
                RecordRef ref = loser.side() == Side.ERP ? audited.erp() : audited.crm();
                if (ref != null) {
                    Row row = evidence.row(ref);
                    byRow.computeIfAbsent(row, r -> new ArrayList<>(2))
                            .add(new Entry(loser, audited.coupling(), place(command, row)));
                }
            }
        }
    }

    /** Whether the value that a field has at a place stands there. An operator's decision does not count for what came after it. */
    boolean holds(Member member, Rule rule, int place) {
        Column column = member.column(rule);
        for (Entry entry : byRow.getOrDefault(member.row, List.of())) {
            boolean same = entry.place < 0
                    ? entry.loser.losing().equals(column.value(place))
                    : column.since(entry.place) == column.since(place);
            if (same && entry.loser.rule().equals(rule.name()) && decidedOn(entry, member.row, place)) {
                return true;
            }
        }
        return false;
    }

    private boolean decidedOn(Entry entry, Row row, int place) {
        return !entry.loser.policy().equals(RESOLVED)
                || requests.resolvedSeeing(entry.coupling, row.side, row.version(place));
    }

    private static int place(@Nullable Command command, Row row) {
        return command == null
                        || command.expected() == null
                        || !command.target().equals(row.ref)
                ? -1
                : row.placeOf(command.expected());
    }
}
