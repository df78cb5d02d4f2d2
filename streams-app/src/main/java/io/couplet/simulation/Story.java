package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.guarantee.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One history in words: what the world was like, what happened, one numbered sentence each, and which promises were broken by it. */
public final class Story {
    private final List<String> lines;
    private final boolean broken;

    private Story(List<String> lines, boolean broken) {
        this.lines = List.copyOf(lines);
        this.broken = broken;
    }

    /** The story, line by line. */
    public List<String> lines() {
        return lines;
    }

    /** Whether a promise is broken in it. */
    public boolean broken() {
        return broken;
    }

    /** As little of a seed's history as still breaks the promise that it breaks first; the whole of it where it breaks none. */
    public static Story shrunk(long seed, int steps, Guards guards) {
        List<Violation> violations = new Judged(History.of(seed, steps), guards).violations();
        return violations.isEmpty()
                ? tell(seed, History.of(seed, steps), guards)
                : shrunk(seed, steps, guards, violations.get(0).guarantee());
    }

    /**
     * As little of a seed's history as still breaks one promise.
     *
     * @param guarantee the promise's title; the history breaks it
     */
    public static Story shrunk(long seed, int steps, Guards guards, String guarantee) {
        History shortest = new Shrinker(shorter -> new Judged(shorter, guards)
                        .violations().stream()
                                .anyMatch(violation -> violation.guarantee().equals(guarantee)))
                .shrink(History.of(seed, steps));
        return tell(seed, shortest, guards);
    }

    /** The story of that name; throws {@link IllegalArgumentException} listing all names where there is none. */
    public static Story named(String name, Guards guards) {
        return tell(NamedStories.of(name), guards);
    }

    /** The first named story that breaks a promise, or else does not end as people want it; nothing where each ends well. */
    public static Optional<Story> firstBroken(Guards guards) {
        return NamedStories.firstBroken(guards).map(story -> tell(story, guards));
    }

    /** The names of all stories that have one. */
    public static List<String> names() {
        return NamedStories.ALL.stream().map(NamedStory::name).toList();
    }

    private static Story tell(NamedStory story, Guards guards) {
        return tell(List.of(story.toString(), story.once()), story, guards);
    }

    private static Story tell(long seed, History history, Guards guards) {
        Plan plan = history.plan();
        return tell(List.of("Seed %d, %s".formatted(seed, plan.style().word())), history, guards);
    }

    private static Story tell(List<String> title, Plot plot, Guards guards) {
        Teller teller = new Teller();
        List<Violation> violations = new Judged(plot, guards, teller).violations();
        List<String> lines = new ArrayList<>(title);
        lines.addAll(world(plot.plan()));
        int number = 0;
        for (String sentence : teller.sentences()) {
            lines.add("%4d. %s".formatted(++number, sentence));
        }
        for (Violation violation : violations) {
            lines.add(teller.shorten("Broken: " + violation));
        }
        if (violations.isEmpty()) {
            lines.add("No guarantee is broken.");
        }
        return new Story(lines, !violations.isEmpty());
    }

    private static List<String> world(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Runs under %s, with %d partition%s"
                .formatted(plan.processing(), plan.partitions(), plan.partitions() == 1 ? "" : "s"));
        lines.add("Capture of the ERP %s; of the CRM %s%s"
                .formatted(
                        plan.erp().words(),
                        plan.crm().words(),
                        plan.automations().stream()
                                .sorted()
                                .map(automation -> "; " + automation.words())
                                .collect(Collectors.joining())));
        for (Mapping mapping : plan.mappings()) {
            lines.add("Mapping %s: creates in %s, delete %s, account edits %s"
                    .formatted(
                            mapping.name(),
                            mapping.policies().createsIn().isEmpty()
                                    ? "neither"
                                    : mapping.policies().createsIn().stream()
                                            .map(side -> side.word())
                                            .sorted()
                                            .collect(Collectors.joining(" and ")),
                            mapping.policies().delete().words(),
                            word(mapping.policies().accountEdits())));
            mapping.rules().forEach(rule -> lines.add("  " + words(rule)));
        }
        return lines;
    }

    private static String words(Rule rule) {
        return rule.name() + " " + word(rule.direction()) + ", "
                + rule.conflict().word() + ", one-way "
                + word(rule.oneWay()) + (rule.required() ? ", required" : "")
                + (rule.group() == null ? "" : ", group " + rule.group());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
