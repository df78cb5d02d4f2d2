package io.couplet.guarantee;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a guarantee finds broken. */
final class Findings {
    private final String title;
    private final List<Violation> violations = new ArrayList<>();

    Findings(String title) {
        this.title = title;
    }

    /** Notes a violation: its parts one after the other. */
    void add(@Nullable Object... what) {
        StringBuilder text = new StringBuilder();
        for (@Nullable Object part : what) {
            text.append(part);
        }
        violations.add(new Violation(title, text.toString()));
    }

    List<Violation> violations() {
        return violations;
    }
}
