package io.couplet.domain.pair;

import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.NameUuid;
import java.util.List;

/**
 * A side refused what we wanted to write. The same is not asked again by itself, anything else is.
 *
 * @param words why, in the system's own words
 * @param content stands for the values that were refused
 */
public record Rejection(String words, String content) {

    static Rejection of(String words, Command command) {
        return new Rejection(words, content(command.fields()));
    }

    /** Whether these are the values that were refused. */
    boolean isOf(List<FieldWrite> fields) {
        return content.equals(content(fields));
    }

    private static String content(List<FieldWrite> fields) {
        String[] parts = new String[fields.size() * 2];
        int next = 0;
        for (FieldWrite write : fields) {
            parts[next++] = write.field();
            parts[next++] = write.value().toString();
        }
        return NameUuid.of(parts);
    }
}
