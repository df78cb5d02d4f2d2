package io.couplet.guarantee;

import java.util.HashMap;
import java.util.Map;

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
        for (Row row : evidence.rows()) {
            for (int place = 0; place < row.size(); place++) {
                if (row.at(place).command() != null && row.effect(place) == null) {
                    findings.add(
                            row,
                            " ",
                            row.version(place),
                            " names a command that was never sent: ",
                            row.at(place).command());
                }
            }
        }
        Map<String, Effect> effects = new HashMap<>();
        for (Effect effect : evidence.effects) {
            Effect first = effects.putIfAbsent(effect.command.id(), effect);
            if (first != null) {
                findings.add(first, " took effect again on ", effect.row, " ", effect.row.version(effect.place));
            }
        }
        for (String command : evidence.applied.keySet()) {
            if (!effects.containsKey(command)) {
                findings.add("command ", command, " was answered as applied and wrote nothing");
            }
        }
    }
}
