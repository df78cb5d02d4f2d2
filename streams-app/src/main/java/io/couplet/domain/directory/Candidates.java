package io.couplet.domain.directory;

import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.Register;
import io.couplet.domain.message.DirectoryMessage.ToMatchKey;
import io.couplet.domain.message.DirectoryMessage.Unregister;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The records that carry one match key, with what each last stated of itself. It judges statelessly, at every statement: what was judged
 * before does not matter (H19).
 *
 * @param records the last statement of each record
 * @param last the last offset processed
 */
public record Candidates(SortedMap<RecordRef, Register> records, long last) {

    /** An entry that nobody has registered at. */
    public static final Candidates NONE = new Candidates(new TreeMap<>(), -1);

    /** Copies the map. */
    public Candidates {
        records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    }

    /** Takes a statement. Whether to judge is the caller's decision, by the gate. A statement read before changes nothing. */
    public Candidates receive(ToMatchKey statement, long offset) {
        if (offset <= last) {
            return this;
        }
        SortedMap<RecordRef, Register> now = new TreeMap<>(records);
        if (statement instanceof Register register) {
            now.put(register.ref(), register);
        } else if (statement instanceof Unregister unregister) {
            now.remove(unregister.ref());
        }
        return new Candidates(now, offset);
    }

    /** Tells each free record what to do. */
    public void judge(String mapping, String matchKey, Outbox out) {
        if (records.isEmpty()) {
            return;
        }
        List<Register> erp = of(Side.ERP);
        List<Register> crm = of(Side.CRM);
        if (erp.size() == 1
                && crm.size() == 1
                && !erp.get(0).owned()
                && !crm.get(0).owned()) {
            RecordRef here = erp.get(0).ref();
            RecordRef there = crm.get(0).ref();
            out.toRecord(here, mapping, new Verdict(matchKey, Judgement.COUPLE, there));
            out.toRecord(there, mapping, new Verdict(matchKey, Judgement.COUPLE, here));
            return;
        }
        judgeFree(erp, crm, mapping, matchKey, out);
        judgeFree(crm, erp, mapping, matchKey, out);
    }

    private static void judgeFree(
            List<Register> side, List<Register> others, String mapping, String matchKey, Outbox out) {
        Judgement judgement = others.isEmpty()
                ? Judgement.CREATE
                : others.stream().allMatch(Register::owned) ? Judgement.TAKEN : Judgement.AMBIGUOUS;
        boolean someWait = false;
        for (Register candidate : side) {
            boolean wanted = others.stream().anyMatch(other -> candidate.ref().equals(other.partner()));
            if (!candidate.owned() && !wanted) {
                out.toRecord(candidate.ref(), mapping, new Verdict(matchKey, judgement, null));
            }
            someWait |= !candidate.owned();
        }
        if (someWait) {
            tellOwned(others, mapping, matchKey, out);
        }
    }

    /** Those for whom others wait are told, too: one that is not there any more takes its statement back. */
    private static void tellOwned(List<Register> others, String mapping, String matchKey, Outbox out) {
        for (Register other : others) {
            if (other.owned()) {
                out.toRecord(other.ref(), mapping, new Verdict(matchKey, Judgement.TAKEN, null));
            }
        }
    }

    private List<Register> of(Side side) {
        return records.entrySet().stream()
                .filter(entry -> entry.getKey().side() == side)
                .map(Map.Entry::getValue)
                .toList();
    }
}
