package io.couplet.guarantee;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Stored;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All versions of one row, each named by its place among them. */
final class Row {
    final RecordRef ref;
    final Side side;
    private final List<Member> members = new ArrayList<>(1);
    private final List<Stored> versions = new ArrayList<>();
    private final List<@Nullable Effect> effects = new ArrayList<>();

    /** A row without versions. */
    Row(RecordRef ref) {
        this.ref = ref;
        this.side = ref.side();
    }

    /** What it is under each mapping that covers it. */
    List<Member> members() {
        return members;
    }

    /** What it is under one mapping. */
    Member member(Rules rules) {
        for (Member member : members) {
            if (member.rules == rules) {
                return member;
            }
        }
        Member member = new Member(this, rules);
        members.add(member);
        return member;
    }

    void add(Stored version, @Nullable Effect effect) {
        versions.add(version);
        effects.add(effect);
    }

    int size() {
        return versions.size();
    }

    int last() {
        return versions.size() - 1;
    }

    Stored at(int place) {
        return versions.get(place);
    }

    StoredRow row(int place) {
        return versions.get(place).row();
    }

    Version version(int place) {
        return row(place).version();
    }

    Value get(int place, String field) {
        return row(place).get(field);
    }

    boolean deleted(int place) {
        return version(place).deleted();
    }

    /** Whether a command wrote the last version. */
    boolean writtenByUs() {
        return !versions.isEmpty() && effects.get(last()) != null;
    }

    /** Whether the row is there at the end. */
    boolean alive() {
        return !versions.isEmpty() && !deleted(last());
    }

    /** The command's effect that wrote the version, null where none did. */
    @Nullable
    Effect effect(int place) {
        return effects.get(place);
    }

    /** Where that version is, or -1 where the row never had it. */
    int placeOf(Version version) {
        int low = 0;
        int high = last();
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = version(middle).compareTo(version);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Whether the row was removed between two places. */
    boolean removedBetween(int from, int to) {
        for (int i = Math.max(from, 0); i <= to; i++) {
            if (deleted(i)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return ref.text();
    }
}
