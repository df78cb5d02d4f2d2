package io.couplet.simulation;

import io.couplet.domain.message.DirectoryMessage;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.guarantee.Recording.Stored;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what passes between the parts of a world into a few words. Long ids get short names, the same throughout one story. */
final class Words {
    private static final Pattern LONG_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, String> names = new HashMap<>();

    /** The text with each long id replaced by its short name. */
    String shorten(String text) {
        Matcher matcher = LONG_ID.matcher(text);
        return matcher.replaceAll(found -> names.computeIfAbsent(found.group(), id -> "#" + (names.size() + 1)));
    }

    String stored(String by, Stored stored) {
        StoredRow row = stored.row();
        String who = stored.command() == null ? by : "a command";
        if (row.version().deleted()) {
            return who + " deletes " + row.ref();
        }
        String fields = stored.typed().isEmpty() ? fields(row.fields()) : fields(typed(stored));
        String verb = stored.previous() == null ? " creates " : " changes ";
        return who + verb + row.ref() + " (" + fields + "), now at " + row.version();
    }

    private static Map<String, Value> typed(Stored stored) {
        Map<String, Value> typed = new TreeMap<>();
        stored.typed().forEach(field -> typed.put(field, stored.row().get(field)));
        return typed;
    }

    private static String fields(Map<String, Value> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getValue().isBlank())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** What a record in a log says. */
    String record(Object record) {
        if (record instanceof Stored stored) {
            return stored.row().ref() + " at " + stored.row().version();
        } else if (record instanceof Output.ToPair told) {
            return "coupling " + told.coupling() + ": " + pair(told.message());
        } else if (record instanceof Output.ToDirectory told) {
            return told.key() + ": " + directory(told.message());
        } else if (record instanceof Output.ToCache known) {
            return "everyone who asks for " + known.answer().about() + ": it is "
                    + known.answer().partner() + ", " + known.answer().businessKey();
        } else if (record instanceof Command command) {
            return command(command);
        } else if (record instanceof Output.Audited audited) {
            return "audit: " + audited.decision() + " " + audited.losers();
        } else if (record instanceof SnapshotEnd) {
            return "the end of the snapshot";
        }
        return record == Capture.SNAPSHOT_LINE ? "the end of the snapshot" : record.toString();
    }

    private static String directory(DirectoryMessage message) {
        if (message instanceof DirectoryMessage.SnapshotMarker marker) {
            return "snapshot of " + marker.side().word() + "-" + marker.sourcePartition() + " has ended";
        }
        return plain(message);
    }

    private static String pair(PairMessage message) {
        if (message instanceof PairMessage.Own own) {
            String role = own.lead() ? "founds it to " + own.intent() + plus(own.partner()) : "belongs to it";
            return own.ref() + " at " + own.image().version() + " " + role;
        } else if (message instanceof PairMessage.Changed changed) {
            return changed.ref() + " is at " + changed.image().version();
        } else if (message instanceof PairMessage.Result result) {
            StoredRow row = result.row();
            return result.outcome().name().toLowerCase(java.util.Locale.ROOT) + " " + command(result.command())
                    + (row == null ? "" : ", row at " + row.version());
        }
        return plain(message);
    }

    private static String command(Command command) {
        String fields = command.fields().stream()
                .map(write -> write.field() + "=" + write.value())
                .collect(Collectors.joining(", "));
        return command.op().name().toLowerCase(java.util.Locale.ROOT) + " " + command.target()
                + (command.expected() == null ? "" : " at " + command.expected()) + " (" + fields + ")";
    }

    private static String plus(@Nullable RecordRef ref) {
        return ref == null ? "" : " " + ref;
    }

    private static String plain(Object message) {
        return message.toString();
    }
}
