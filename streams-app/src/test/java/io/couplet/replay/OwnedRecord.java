package io.couplet.replay;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.message.ChangeOutcome;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the Directory knows of a record that belongs to a coupling and was never captured. */
public final class OwnedRecord {
    private OwnedRecord() {}

    /** It belongs to this coupling. */
    public static RecordState by(String coupling) {
        return new RecordState(
                null,
                false,
                coupling,
                false,
                null,
                null,
                0,
                false,
                new TreeMap<>(),
                null,
                RecordState.Wait.NONE,
                List.of(),
                new TreeMap<>(),
                new TreeSet<>(),
                false,
                null,
                new TreeSet<>(),
                null,
                null,
                ChangeOutcome.PENDING,
                new TreeMap<>());
    }
}
