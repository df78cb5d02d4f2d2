package io.couplet.domain.pair;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.pair.Question.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides the fields of two records that both are there. */
final class Merge {
    private final Coupling coupling;
    private final Mapping mapping;
    private final Lookups references;
    private final PairSide erp;
    private final PairSide crm;
    private final Sender sender;

    Merge(Coupling coupling, Shared shared) {
        this.coupling = coupling;
        this.mapping = coupling.mapping;
        this.references = new Lookups(shared.references());
        this.erp = coupling.side(Side.ERP);
        this.crm = coupling.side(Side.CRM);
        this.sender = new Sender(coupling);
    }

    void merge() {
        FieldDecision[] decisions = decisions();
        SortedSet<Name> needs = new TreeSet<>();
        boolean parked = false;
        for (FieldDecision decision : decisions) {
            if (decision instanceof FieldDecision.Wait wait) {
                needs.addAll(wait.names());
                parked |= wait.required();
            }
        }
        coupling.needNow(needs, parked);
        if (parked) {
            settle(ChangeOutcome.PARKED, null, null);
            return;
        }
        carryOut(decisions);
    }

    /** By rule; fields that differ are decided with the others of their group. */
    private FieldDecision[] decisions() {
        List<Rule> rules = mapping.rules();
        FieldDecision[] decisions = new FieldDecision[rules.size()];
        Map<String, List<FieldMerge>> groups = new TreeMap<>();
        for (Rule rule : rules) {
            boolean moved = coupling.chosen.containsKey(rule.name())
                    || coupling.changed(rule, erp)
                    || coupling.changed(rule, crm);
            if (!moved) {
                decisions[rule.index()] = FieldDecision.NOTHING;
                continue;
            }
            FieldMerge field = field(rule);
            String group = group(rule);
            if (agrees(field)) {
                decisions[rule.index()] = FieldDecision.AGREE;
            } else if (group == null) {
                decide(List.of(field), decisions);
            } else {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(field);
            }
        }
        groups.forEach((name, fields) -> decide(withOthers(name, fields, decisions), decisions));
        return decisions;
    }

    private boolean agrees(FieldMerge field) {
        boolean both = field.erp().changed() && field.crm().changed();
        boolean nothing = field.sourceSaysNothing()
                && !coupling.drift.containsKey(field.rule().name());
        return nothing || ((both || coupling.holds(Guard.COMPARE_BEFORE_WRITE)) && field.agrees());
    }

    /** The group that a field moves with, null where it moves alone. */
    private @Nullable String group(Rule rule) {
        return coupling.holds(Guard.GROUPS_TOGETHER) ? rule.group() : null;
    }

    /** Fields of the group that neither side changed, but that differ, are taken along. */
    private List<FieldMerge> withOthers(String group, List<FieldMerge> moved, FieldDecision[] decisions) {
        List<FieldMerge> fields = new ArrayList<>(moved);
        for (Rule rule : mapping.rules()) {
            if (group.equals(rule.group()) && decisions[rule.index()] instanceof FieldDecision.Nothing) {
                FieldMerge field = field(rule);
                if (!field.agrees()) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private void decide(List<FieldMerge> fields, FieldDecision[] decisions) {
        Side chosen = null;
        for (FieldMerge field : fields) {
            Side choice = coupling.chosen.get(field.rule().name());
            chosen = choice == null ? chosen : choice;
        }
        List<FieldDecision> made =
                new FieldGroup(fields, mapping.policies().preferred(), chosen, coupling.guards).decide();
        for (int i = 0; i < fields.size(); i++) {
            decisions[fields.get(i).rule().index()] = made.get(i);
        }
    }

    private FieldMerge field(Rule rule) {
        return new FieldMerge(rule, part(rule, erp), part(rule, crm), references);
    }

    private FieldMerge.Part part(Rule rule, PairSide side) {
        Image image = side.image;
        Value now = image == null ? Value.BLANK : image.fields().get(rule.field(side.side));
        Instant since = side.changedAt.get(rule.index());
        if (image != null && !coupling.holds(Guard.TIME_PER_FIELD)) {
            since = image.modifiedAt();
        }
        return new FieldMerge.Part(now, side.base.get(rule.index()), since == null ? Instant.EPOCH : since);
    }

    private void carryOut(FieldDecision[] decisions) {
        List<FieldDecision.Write> toErp = new ArrayList<>();
        List<FieldDecision.Write> toCrm = new ArrayList<>();
        SortedSet<String> questions = new TreeSet<>();
        for (Rule rule : mapping.rules()) {
            FieldDecision decision = decisions[rule.index()];
            if (decision instanceof FieldDecision.Write write) {
                (write.target() == Side.ERP ? toErp : toCrm).add(write);
            } else if (decision instanceof FieldDecision.Question) {
                questions.add(rule.name());
            } else if (decision instanceof FieldDecision.Agree || decision instanceof FieldDecision.Leave) {
                coupling.agree(rule, part(rule, erp).now(), part(rule, crm).now());
                if (decision instanceof FieldDecision.Leave leave) {
                    coupling.drift.put(rule.name(), leave.astray());
                }
            }
        }
        boolean agreed = toErp.isEmpty() && toCrm.isEmpty() && questions.isEmpty() && coupling.needs.isEmpty();
        if (agreed) {
            erp.baseVersion = erp.baseVersion.max(erp.version());
            crm.baseVersion = crm.baseVersion.max(crm.version());
        }
        if (!questions.isEmpty()) {
            coupling.question =
                    new Question(Kind.CONFLICT, "both sides changed " + String.join(", ", questions), questions);
        }
        Command erpCommand = update(erp, toErp);
        Command crmCommand = update(crm, toCrm);
        boolean refused = (!toErp.isEmpty() && erpCommand == null) || (!toCrm.isEmpty() && crmCommand == null);
        ChangeOutcome rest = coupling.question != null || refused
                ? ChangeOutcome.SET_ASIDE
                : coupling.needs.isEmpty() ? ChangeOutcome.AGREED : ChangeOutcome.PARKED;
        settle(rest, erpCommand, crmCommand);
    }

    /** Says what became of both versions, unless a command is on its way: then its answer decides. */
    private void settle(ChangeOutcome rest, @Nullable Command toErp, @Nullable Command toCrm) {
        if (toErp == null && toCrm == null) {
            coupling.outcomes.settle(rest);
        }
    }

    /** What went its own way on the target, if that is overwritten now: nobody else may ever have seen it. */
    private @Nullable Loser astray(FieldDecision.Write write, PairSide target) {
        Rule rule = write.rule();
        boolean astray = coupling.drift.get(rule.name()) == target.side;
        return astray
                ? new Loser(rule.name(), target.side, part(rule, target).now(), write.sourceValue(), FieldMerge.DRIFT)
                : null;
    }

    private @Nullable Command update(PairSide target, List<FieldDecision.Write> writes) {
        if (writes.isEmpty()) {
            return null;
        }
        List<FieldWrite> fields = new ArrayList<>();
        List<Loser> losers = new ArrayList<>();
        for (FieldDecision.Write write : writes) {
            fields.add(new FieldWrite(
                    write.rule().name(), write.rule().field(target.side), write.value(), write.sourceValue()));
            Loser loser = write.loser() == null ? astray(write, target) : write.loser();
            if (loser != null) {
                losers.add(loser);
            }
        }
        return sender.trySend(target, Operation.UPDATE, fields, losers, references);
    }
}
