package io.couplet.guarantee;

import io.couplet.domain.mapping.Policies.Breakers;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.Command.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether what lost has lost by the rule that is named for it. */
final class Verdicts {
    private static final String LATEST_WINS = "latest-wins";

    /** What the partitions of a mapping may let go beyond what it allows, since each judges by itself. */
    private static final int ROUNDING = 8;

    private final Evidence evidence;
    private final Findings findings;

    Verdicts(Evidence evidence, Findings findings) {
        this.evidence = evidence;
        this.findings = findings;
    }

    void check() {
        if (!evidence.recording.crashed()) {
            evidence.effects.forEach(this::checkLatest);
        }
        checkGroups();
        for (Rules rules : evidence.rules()) {
            checkDeletes(rules);
        }
    }

    /**
     * The value that was typed later wins. After a crash a coupling may have missed when a value was first shown, and goes by when it saw it; so
     * it does where it had agreed on nothing before, or had not seen each version.
     */
    private void checkLatest(Effect effect) {
        Rules rules = evidence.rules(effect.command.mapping());
        Row source = effect.source;
        if (rules == null || source == null || effect.seen() < 0 || effect.place < 1) {
            return;
        }
        for (Loser loser : effect.command.losers()) {
            Rule rule = rules.mapping.rule(loser.rule());
            if (rule != null
                    && rule.group() == null
                    && loser.policy().equals(LATEST_WINS)
                    && loser.side() == effect.row.side) {
                Member here = effect.row.member(rules);
                Edit lost = new Edit(here, rule, here.column(rule).since(effect.place - 1));
                Member there = source.member(rules);
                int won = there.column(rule).since(effect.seen());
                boolean cameBack = lost.place > 0 && effect.row.deleted(lost.place - 1);
                boolean earlier = !cameBack && typedAt(source, won).isBefore(typedAt(effect.row, lost.place));
                if (earlier && lost.agreedBefore(effect) && knownBefore(there, rule, won, effect)) {
                    findings.add(
                            loser.losing(),
                            " for ",
                            loser.rule(),
                            " was typed later than ",
                            loser.winning(),
                            " and lost as ",
                            LATEST_WINS,
                            " by ",
                            effect);
                }
            }
        }
    }

    /** Whether the coupling had carried from a record before a version, and so saw each one that followed. */
    private static boolean knownBefore(Member source, Rule rule, int place, Effect effect) {
        for (Written each = source.carried(rule); each != null; each = each.carriedBefore()) {
            if (each.effect().seen() < place && each.effect().sharesCoupling(effect)) {
                return true;
            }
        }
        return false;
    }

    private static Instant typedAt(Row row, int place) {
        return row.row(place).modifiedAt();
    }

    /** One decision takes all fields of a group from one side. */
    private void checkGroups() {
        Map<String, Effect> decided = new HashMap<>();
        for (Effect effect : evidence.effects) {
            Rules rules = evidence.rules(effect.command.mapping());
            if (rules != null && effect.is(Operation.UPDATE)) {
                effect.command.fields().stream()
                        .map(write -> rules.mapping.rule(write.rule()))
                        .filter(rule -> rule != null && rule.group() != null)
                        .forEach(rule -> checkGroup(String.valueOf(rule.group()), effect, decided));
            }
        }
    }

    private void checkGroup(String group, Effect effect, Map<String, Effect> decided) {
        Command command = effect.command;
        Effect other = decided.put(command.coupling() + " " + command.decidedAt() + " " + group, effect);
        if (other != null && other.row.side != effect.row.side) {
            findings.add("group ", group, " is taken from both sides by ", other, " and ", effect);
        }
    }

    /** No more records of a mapping are deleted at a time than it allows without asking. */
    private void checkDeletes(Rules rules) {
        Breakers allowed = rules.mapping.policies().breakers();
        List<Instant> deletes = new ArrayList<>();
        for (Effect effect : evidence.effects) {
            boolean ours = effect.command.mapping().equals(rules.mapping.name());
            if (ours && effect.is(Operation.DELETE) && !evidence.requests.letGoOn(effect.command.coupling())) {
                deletes.add(effect.command.decidedAt());
            }
        }
        long couplings = evidence.recording.couplings().stream()
                .filter(coupling -> coupling.mapping().equals(rules.mapping.name()))
                .count();
        int always = allowed.deletedAtLeast() == 0 ? 0 : allowed.deletedAtLeast() + ROUNDING;
        double most = always + allowed.deletedShare() * couplings;
        deletes.sort(null);
        for (int i = 0; i < deletes.size(); i++) {
            int first = i - (int) most;
            if (first >= 0 && !deletes.get(first).plus(allowed.deletedWithin()).isBefore(deletes.get(i))) {
                findings.add(
                        "more than ", (int) most, " records of ", rules.mapping.name(), " were deleted without asking");
                return;
            }
        }
    }
}
