package io.couplet.simulation;

import io.couplet.domain.guard.Guards;
import io.couplet.guarantee.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All stories that have a name. */
final class NamedStories {
    static final List<NamedStory> ALL = Stream.of(
                    EchoStories.all(),
                    ClaimStories.all(),
                    RequestStories.all(),
                    CreateStories.all(),
                    MatchStories.all(),
                    ReferenceStories.all(),
                    AnswerStories.all(),
                    MemoryStories.all(),
                    LifeStories.all(),
                    AgainStories.all(),
                    BrakeStories.all())
            .flatMap(List::stream)
            .toList();

    private NamedStories() {}

    /** The first story that breaks a promise, or else does not end as people want it; nothing where each ends well. */
    static Optional<NamedStory> firstBroken(Guards guards) {
        NamedStory otherwise = null;
        for (NamedStory story : ALL) {
            List<Violation> violations = new Judged(story, guards).violations();
            if (violations.stream().anyMatch(violation -> !violation.guarantee().equals(Judged.OTHERWISE))) {
                return Optional.of(story);
            }
            otherwise = otherwise == null && !violations.isEmpty() ? story : otherwise;
        }
        return Optional.ofNullable(otherwise);
    }

    /** The story of that name, in capitals or not; throws {@link IllegalArgumentException} listing all names for any other. */
    static NamedStory of(String name) {
        return ALL.stream()
                .filter(story -> story.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + name + "' is neither a seed nor a story; there are "
                                + ALL.stream().map(NamedStory::name).collect(Collectors.joining(", "))));
    }
}
