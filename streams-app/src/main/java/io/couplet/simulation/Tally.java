package io.couplet.simulation;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage;
import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Refusal;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.Loser;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Request;
import io.couplet.guarantee.Recording.Standing;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How often everything was exercised in a number of histories. For one thread; {@link #add} joins those of several. */
final class Tally {
    private final Map<Kind, Map<Object, Long>> counts = new EnumMap<>(Kind.class);

    /** What is counted together. */
    enum Kind {
        STYLE("histories by style", constants(Style.values())),
        PROCESSING("histories by processing guarantee", List.of("at_least_once", "exactly_once_v2")),
        REPLAY(
                "mappings rebuilt from topics",
                List.of(WorldMappings.SALESPEOPLE, WorldMappings.CUSTOMERS, WorldMappings.VENDORS)),
        MAPPING(
                "histories by mapping",
                List.of(WorldMappings.SALESPEOPLE, WorldMappings.CUSTOMERS, WorldMappings.VENDORS)),
        OUTCOME("what became of captured versions", constants(ChangeOutcome.values())),
        ANSWER(
                "answers to commands",
                List.of(
                        "create applied",
                        "create rejected",
                        "update applied",
                        "update stale",
                        "update not-found",
                        "update rejected",
                        "delete applied",
                        "delete stale",
                        "delete not-found",
                        "delete rejected")),
        JUDGEMENT("verdicts of match keys", constants(Judgement.values())),
        TOLD_RECORD("what the Directory was told", types(DirectoryMessage.class)),
        TOLD_PAIR("what couplings were told", types(PairMessage.class)),
        RELEASE("why records were released", constants(ReleaseReason.values())),
        REFUSAL("why records were refused", constants(Refusal.values())),
        POLICY("rules by which values lost", List.of("latest-wins", "erp-wins", "crm-wins", "one-way", "drift")),
        REQUEST("what operators asked for", List.of("couple", "create", "uncouple", "release", "retry", "resolve")),
        STANDING("how couplings stood at the end", constants(Standing.values())),
        GUARD("how often each guard mattered", constants(Guard.values()));

        final String title;

        @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
        private final List<String> expected;

        Kind(String title, List<String> expected) {
            this.title = title;
            this.expected = List.copyOf(expected);
        }

        private static List<String> constants(Enum<?>[] constants) {
            return Stream.of(constants).map(Tally::word).toList();
        }

        private static List<String> types(Class<?> type) {
            return type.isSealed()
                    ? Stream.of(type.getPermittedSubclasses())
                            .flatMap(each -> types(each).stream())
                            .distinct()
                            .toList()
                    : List.of(word(type));
        }
    }

    void take(History history, Ending ending) {
        World world = ending.world();
        count(Kind.STYLE, history.plan().style().word());
        count(Kind.PROCESSING, history.plan().processing());
        ending.digests().keySet().forEach(mapping -> count(Kind.REPLAY, mapping));
        history.plan().mappings().forEach(mapping -> count(Kind.MAPPING, mapping.name()));
        world.ledger.counted().forEach(counted -> count(Kind.OUTCOME, counted.outcome()));
        for (Request request : world.ledger.requests()) {
            count(Kind.REQUEST, request.action());
        }
        world.medium.topics.control.forEach(this::directory);
        world.medium.topics.directoryInputs.forEach(this::directory);
        world.medium.topics.pairInputs.forEach(this::pair);
        world.medium.topics.audit.forEach(this::audit);
        for (CouplingFact coupling : ending.couplings()) {
            count(Kind.STANDING, coupling.standing());
        }
    }

    /** Takes in how often guards were asked for in all histories that they counted. */
    void take(Guards guards) {
        for (Guard guard : Guard.values()) {
            count(Kind.GUARD, guard, guards.uses(guard));
        }
    }

    private void directory(Object record) {
        if (record instanceof Output.ToDirectory told) {
            DirectoryMessage message = told.message();
            count(Kind.TOLD_RECORD, message.getClass());
            if (message instanceof DirectoryMessage.Verdict verdict) {
                count(Kind.JUDGEMENT, verdict.judgement());
            } else if (message instanceof DirectoryMessage.Release release) {
                count(Kind.RELEASE, release.why());
            }
        }
    }

    private void pair(Object record) {
        if (record instanceof Output.ToPair told) {
            PairMessage message = told.message();
            count(Kind.TOLD_PAIR, message.getClass());
            if (message instanceof PairMessage.Result result) {
                Command command = result.command();
                count(Kind.ANSWER, word(command.op()) + " " + word(result.outcome()));
            } else if (message instanceof PairMessage.NoPartner refusal) {
                count(Kind.REFUSAL, refusal.why());
            }
        }
    }

    private void audit(Object record) {
        for (Loser loser : ((Output.Audited) record).losers()) {
            count(Kind.POLICY, loser.policy());
        }
    }

    private void count(Kind kind, Object what) {
        count(kind, what, 1);
    }

    private void count(Kind kind, Object what, long times) {
        counts.computeIfAbsent(kind, none -> new HashMap<>()).merge(what, times, Long::sum);
    }

    void add(Tally other) {
        other.counts.forEach((kind, added) -> added.forEach((what, times) -> count(kind, what, times)));
    }

    /** How often, by title and word; what never happened stands there with a zero. */
    Map<String, Map<String, Long>> words() {
        Map<String, Map<String, Long>> words = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Map<String, Long> byWord = new TreeMap<>();
            kind.expected.forEach(word -> byWord.put(word, 0L));
            counts.getOrDefault(kind, Map.of()).forEach((what, times) -> byWord.merge(word(what), times, Long::sum));
            words.put(kind.title, byWord);
        }
        return words;
    }

    private static String word(Object what) {
        if (what instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return what instanceof Class<?> type ? type.getSimpleName() : what.toString();
    }
}
