package io.couplet.guarantee;

import io.couplet.domain.model.Command;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.Stored;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Each command takes effect exactly once: it wrote one version at most, one exactly where it was answered as applied, and nothing was written
 * in the name of a command that was never sent.
 */
public final class EffectOnce extends Guarantee {

    /** The promise. */
    public EffectOnce() {
        super("G8 effect once");
    }

    @Override
    void check(Evidence evidence, Findings findings) {
        Recording recording = evidence.recording;
        Set<String> sent = new HashSet<>();
        for (Command command : recording.sent()) {
            sent.add(command.id());
        }
        Map<String, Stored> effects = new HashMap<>();
        for (Side side : Side.values()) {
            for (Stored stored : recording.rows(side)) {
                String command = stored.command();
                if (command == null) {
                    continue;
                }
                if (!sent.contains(command)) {
                    findings.add(
                            stored.row().ref(), " ", stored.row().version(), " names a command never sent: ", command);
                }
                Stored first = effects.putIfAbsent(command, stored);
                if (first != null) {
                    findings.add(
                            command,
                            " wrote ",
                            first.row().ref(),
                            " ",
                            first.row().version(),
                            " and ",
                            stored.row().ref(),
                            " ",
                            stored.row().version());
                }
            }
        }
        for (String command : recording.applied()) {
            if (!effects.containsKey(command)) {
                findings.add(command, " was answered as applied and wrote nothing");
            }
        }
    }
}
