package io.couplet.simulation;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something that went wrong once, as a script, and the rule that it forced.
 *
 * @param name how people call it, such as {@code H12}
 * @param title the rule, in one line
 * @param once what happened, and what of it was wrong
 * @param plan where it happens
 * @param script what happens, and what people want to see at the end
 * @param breaches what goes wrong when certain guards are off
 */
record NamedStory(String name, String title, String once, Plan plan, Script script, List<Breach> breaches)
        implements Plot {

    /** What happens. */
    @FunctionalInterface
    interface Script {
        void play(Scene scene);
    }

    /**
     * What goes wrong without some guards.
     *
     * @param off the guards that are off
     * @param broken the beginning of the title of a promise that is broken then, or {@link Judged#OTHERWISE}
     */
    record Breach(Set<Guard> off, String broken) {
        Guards guards() {
            Guards guards = Guards.ALL;
            for (Guard guard : off) {
                guards = guards.without(guard);
            }
            return guards;
        }
    }

    static Draft named(String name, String title) {
        return new Draft(name, title);
    }

    @Override
    public Ending play(Guards guards, Witness witness) {
        return perform(guards, witness).end();
    }

    /** Plays the script alone. */
    Scene perform(Guards guards, Witness witness) {
        Scene scene = new Scene(plan, guards, witness);
        script.play(scene);
        return scene;
    }

    @Override
    public String toString() {
        return name + " " + title;
    }

    /** A story that is being written. */
    static final class Draft {
        private final String name;
        private final String title;
        private final List<Breach> breaches = new ArrayList<>();
        private String once = "";
        private Setting setting = Setting.customers();

        private Draft(String name, String title) {
            this.name = name;
            this.title = title;
        }

        Draft once(String happened) {
            once = happened;
            return this;
        }

        Draft at(Setting where) {
            setting = where;
            return this;
        }

        /** Without these guards this is broken: the beginning of a promise's title, or {@link Judged#OTHERWISE}. */
        Draft breaks(String broken, Guard guard, Guard... more) {
            breaches.add(new Breach(EnumSet.of(guard, more), broken));
            return this;
        }

        NamedStory plays(Script script) {
            return new NamedStory(name, title, once, setting.plan(), script, List.copyOf(breaches));
        }
    }
}
