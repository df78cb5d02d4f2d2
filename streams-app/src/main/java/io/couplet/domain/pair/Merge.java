package io.couplet.domain.pair;

import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies.Delete;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Command.Cause;
import io.couplet.domain.model.Command.FieldWrite;
import io.couplet.domain.model.Command.Loser;
import io.couplet.domain.model.Command.Operation;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides what each side must become, from what both look like now and what they agreed on last. */
final class Merge {
    private final Coupling coupling;
    private final Mapping mapping;
    private final References references;
    private final PairSide erp;
    private final PairSide crm;

    Merge(Coupling coupling, References references) {
        this.coupling = coupling;
        this.mapping = coupling.mapping;
        this.references = references;
        this.erp = coupling.side(Side.ERP);
        this.crm = coupling.side(Side.CRM);
    }

    void decide() {
        if (coupling.dead != null) {
            return;
        }
        if (coupling.dying != null) {
            coupling.die(coupling.dying);
            return;
        }
        if (coupling.unsettled()) {
            return;
        }
        coupling.question = null;
        if (erp.deleted() || crm.deleted()) {
            deleted(erp.deleted() ? erp : crm);
        } else if (erp.image == null || crm.image == null) {
            create(erp.image == null ? crm : erp);
        } else if (erp.image.inScope() && crm.image.inScope()) {
            merge();
        } else {
            suspend();
        }
    }

    // ---- a record is gone ------------------------------------------------------------------------------------------

    private void deleted(PairSide gone) {
        PairSide other = coupling.side(gone.side.other());
        Delete policy = mapping.policies().delete();
        if (!other.alive() || policy == Delete.UNCOUPLE) {
            coupling.die(ReleaseReason.DELETED);
        } else if (policy == Delete.PROPAGATE && !coupling.differsFromBase(other) && other.rejected == null) {
            send(other, Operation.DELETE, List.of(), List.of());
        } else {
            String conflict = policy == Delete.PROPAGATE
                    ? "deleted in the " + gone.side + ", but changed in the " + other.side + " meanwhile"
                    : "deleted in the " + gone.side + "; the mapping says to "
                            + policy.name().toLowerCase(Locale.ROOT);
            coupling.question = conflict;
            coupling.become(gone, ChangeOutcome.SET_ASIDE);
        }
    }

    // ---- a place is empty ------------------------------------------------------------------------------------------

    private void create(PairSide source) {
        PairSide target = coupling.side(source.side.other());
        Image image = source.image;
        if (image == null || !coupling.create || coupling.wanted != null) {
            return;
        }
        if (!image.inScope()) {
            coupling.needNow(new TreeMap<>(), false);
            coupling.become(source, ChangeOutcome.FILTERED);
            return;
        }
        if (target.rejected != null) {
            coupling.become(source, ChangeOutcome.SET_ASIDE);
            return;
        }
        List<FieldWrite> writes = new ArrayList<>();
        SortedMap<String, String> needs = new TreeMap<>();
        boolean parked = false;
        for (Rule rule : mapping.rules()) {
            if (rule.direction().allows(target.side)) {
                Value value = image.fields().get(rule.field(source.side));
                Converted converted = rule.to(target.side).convert(value, references);
                if (converted instanceof Converted.To to) {
                    writes.add(new FieldWrite(rule.name(), rule.field(target.side), to.value(), value));
                } else if (converted instanceof Converted.Unresolved missing) {
                    needs.put(missing.about(), missing.mapping());
                    parked |= rule.required();
                }
            }
        }
        coupling.needNow(needs, parked);
        if (parked) {
            coupling.become(source, ChangeOutcome.PARKED);
            return;
        }
        mapping.end(target.side)
                .constants()
                .forEach((field, value) -> writes.add(new FieldWrite("=" + field, field, value, Value.BLANK)));
        target.ref = newRef(target.side);
        send(target, Operation.CREATE, writes, List.of());
    }

    private RecordRef newRef(Side side) {
        String entity = mapping.end(side).entity().substring(4);
        String id = NameUuid.of(coupling.id);
        return side == Side.CRM
                ? RecordRef.crm(entity, id)
                : RecordRef.erp(mapping.companies().iterator().next(), entity, id);
    }

    // ---- both are there --------------------------------------------------------------------------------------------

    private void suspend() {
        coupling.needNow(new TreeMap<>(), false);
        for (PairSide side : List.of(erp, crm)) {
            if (side.open()) {
                coupling.become(side, ChangeOutcome.FILTERED);
            }
        }
    }

    private void merge() {
        List<FieldDecision> decisions = new ArrayList<>();
        SortedMap<String, String> needs = new TreeMap<>();
        boolean parked = false;
        for (Rule rule : mapping.rules()) {
            FieldDecision decision = merge(rule);
            decisions.add(decision);
            if (decision instanceof FieldDecision.Wait wait) {
                needs.put(wait.about(), wait.mapping());
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

    private FieldDecision merge(Rule rule) {
        return new FieldMerge(
                        rule,
                        part(rule, erp),
                        part(rule, crm),
                        mapping.policies().preferred(),
                        references)
                .decide();
    }

    private static FieldMerge.Part part(Rule rule, PairSide side) {
        Image image = side.image;
        Value now = image == null ? Value.BLANK : image.fields().get(rule.field(side.side));
        Instant since = side.changedAt.get(rule.index());
        return new FieldMerge.Part(now, side.base.get(rule.index()), since == null ? Instant.EPOCH : since);
    }

    private void carryOut(List<FieldDecision> decisions) {
        List<FieldDecision.Write> toErp = new ArrayList<>();
        List<FieldDecision.Write> toCrm = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            FieldDecision decision = decisions.get(i);
            Rule rule = mapping.rules().get(i);
            if (decision instanceof FieldDecision.Write write) {
                (write.target() == Side.ERP ? toErp : toCrm).add(write);
            } else if (decision instanceof FieldDecision.Question) {
                questions.add(rule.name());
            } else if (decision instanceof FieldDecision.Agree || decision instanceof FieldDecision.Leave) {
                coupling.agree(rule, part(rule, erp).now(), part(rule, crm).now());
                if (decision instanceof FieldDecision.Leave) {
                    coupling.drift.add(rule.name());
                }
            }
        }
        boolean agreed = toErp.isEmpty() && toCrm.isEmpty() && questions.isEmpty() && coupling.needs.isEmpty();
        if (agreed) {
            erp.baseVersion = erp.baseVersion.max(erp.version());
            crm.baseVersion = crm.baseVersion.max(crm.version());
        }
        coupling.question = questions.isEmpty() ? null : "both sides changed " + String.join(", ", questions);
        Command erpCommand = update(erp, toErp);
        Command crmCommand = update(crm, toCrm);
        boolean refused = (!toErp.isEmpty() && erpCommand == null) || (!toCrm.isEmpty() && crmCommand == null);
        ChangeOutcome rest = coupling.question != null || refused
                ? ChangeOutcome.SET_ASIDE
                : coupling.needs.isEmpty() ? ChangeOutcome.AGREED : ChangeOutcome.PARKED;
        settle(rest, erpCommand, crmCommand);
    }

    /** Says what became of each version that is not on its way in a command now. */
    private void settle(ChangeOutcome rest, @Nullable Command toErp, @Nullable Command toCrm) {
        if (toCrm == null && erp.open()) {
            coupling.become(erp, toErp == null ? rest : ChangeOutcome.SUPERSEDED);
        }
        if (toErp == null && crm.open()) {
            coupling.become(crm, toCrm == null ? rest : ChangeOutcome.SUPERSEDED);
        }
    }

    private @Nullable Command update(PairSide target, List<FieldDecision.Write> writes) {
        if (writes.isEmpty() || target.rejected != null) {
            return null;
        }
        List<FieldWrite> fields = new ArrayList<>();
        List<Loser> losers = new ArrayList<>();
        for (FieldDecision.Write write : writes) {
            fields.add(new FieldWrite(
                    write.rule().name(), write.rule().field(target.side), write.value(), write.sourceValue()));
            if (write.loser() != null) {
                losers.add(write.loser());
            }
        }
        return send(target, Operation.UPDATE, fields, losers);
    }

    private Command send(PairSide target, Operation op, List<FieldWrite> fields, List<Loser> losers) {
        PairSide source = coupling.side(target.side.other());
        Version expected = op == Operation.CREATE ? null : target.version();
        Command command = new Command(
                id(target.side, op, expected, fields),
                coupling.id,
                mapping.name(),
                op,
                Objects.requireNonNull(target.ref),
                expected,
                source.ref,
                source.version(),
                fields,
                losers,
                cause(source),
                coupling.origin.at());
        target.inFlight = command;
        coupling.out.add(new Output.Send(command));
        return command;
    }

    /** An update's id follows from its content, so that a repeated decision is the same command; a create's from its coupling (H21). */
    private String id(Side target, Operation op, @Nullable Version expected, List<FieldWrite> fields) {
        return op == Operation.CREATE
                ? coupling.id + "/create"
                : NameUuid.of(coupling.id, target.word(), op.name(), String.valueOf(expected), fields.toString());
    }

    private static @Nullable Cause cause(PairSide source) {
        Image image = source.image;
        return image == null || source.ref == null
                ? null
                : new Cause(source.ref, image.version(), image.modifiedBy(), image.committedAt());
    }
}
