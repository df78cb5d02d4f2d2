package io.couplet.guarantee;

import io.couplet.domain.mapping.Policies.AccountEdits;
import io.couplet.domain.mapping.Policies.OneWay;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Command.Operation;
import io.couplet.guarantee.Recording.CouplingFact;
import io.couplet.guarantee.Recording.Standing;
import io.couplet.guarantee.Recording.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A user's edit reaches the other side, or was superseded by a later edit of the same field, or stands in the audit as the loser of a named
 * rule, or is listed at the end; or its record has no counterpart by rule.
 *
 * <p>Only what is still there at the end can be listed. What a command of ours replaced must have been on the other side before, or stand in
 * the audit; with two exceptions by rule: a blank gives way to a value when two records first meet, and a value that the other side cannot
 * have never was to go there. Drift lists what an automation leaves and what cannot flow; it excuses an edit that was to flow only where an
 * operator decided so. What an operator decided holds for the versions that the operator saw, not for what was typed afterwards.
 *
 * <p>Says nothing of a recording that did not fall silent: edits may be on their way.
 */
public final class NoLostEdit extends Guarantee {

    /** The promise. */
    public NoLostEdit() {
        super("G2 no lost edit");
    }

    @Override
    void check(Evidence evidence, Findings findings) {
        if (!evidence.recording.silent()) {
            return;
        }
        new Verdicts(evidence, findings).check();
        Losers losers = new Losers(evidence);
        for (Row row : evidence.rows()) {
            for (int place = 0; place < row.size(); place++) {
                if (!row.at(place).typed().isEmpty()) {
                    checkEdits(row, place, losers, evidence, findings);
                }
            }
        }
    }

    private static void checkEdits(Row row, int place, Losers losers, Evidence evidence, Findings findings) {
        Stored stored = row.at(place);
        for (Member member : row.members()) {
            if (ignored(member, stored, evidence)) {
                continue;
            }
            for (String field : stored.typed()) {
                for (Rule rule : member.rules.about(row.side, field)) {
                    Edit edit = new Edit(member, rule, place);
                    String lost = lost(edit, losers, evidence);
                    if (lost != null) {
                        findings.add(edit, " typed by ", stored.row().modifiedBy(), " is lost: ", lost);
                    }
                }
            }
        }
    }

    /** Whether the documented rule keeps the edit from flowing because of who made it. */
    private static boolean ignored(Member member, Stored stored, Evidence evidence) {
        String account = evidence.recording.accounts().get(member.row.side);
        return account != null
                && account.equals(stored.row().modifiedBy())
                && member.rules.mapping.policies().accountEdits() == AccountEdits.IGNORE;
    }

    private static @Nullable String lost(Edit edit, Losers losers, Evidence evidence) {
        if (edit.changesNothing()) {
            return null;
        }
        return edit.flows() ? undelivered(edit, losers, evidence) : overruled(edit, losers, evidence);
    }

    /** How an edit that was to flow was lost, null where it was not. */
    private static @Nullable String undelivered(Edit edit, Losers losers, Evidence evidence) {
        int until = edit.until();
        if (until == edit.member.row.size()) {
            return lostStanding(edit, evidence);
        }
        Effect by = edit.member.row.effect(until);
        if (by == null || !ends(edit, by) || losers.holds(edit.member, edit.rule, edit.place)) {
            return null; // somebody else edited the field, or deleted the row; or the audit tells
        }
        boolean excused = by.is(Operation.DELETE)
                ? yields(edit, by) || decided(edit, by, evidence) || staysByRule(edit, evidence)
                : excusedByRule(edit, by, evidence);
        return excused || edit.shown(by.source, evidence) ? null : "replaced by " + by;
    }

    private static boolean ends(Edit edit, Effect by) {
        return by.is(Operation.DELETE)
                ? by.command.mapping().equals(edit.member.rules.mapping.name())
                : edit.bringsIt(by);
    }

    /** Whether an operator who saw the edit let the row be deleted. */
    private static boolean decided(Edit edit, Effect by, Evidence evidence) {
        Row row = edit.member.row;
        return evidence.requests.resolvedSeeing(by.command.coupling(), row.side, row.version(edit.place));
    }

    private static boolean excusedByRule(Edit edit, Effect by, Evidence evidence) {
        return yields(edit, by) || staysByRule(edit, evidence) || returns(edit, evidence);
    }

    /** Whether an empty field met a filled one when the two records first met: it yields. */
    private static boolean yields(Edit edit, Effect by) {
        return edit.rule.saysNothing(edit.member.row.side, edit.value()) && !edit.agreedBefore(by);
    }

    /** Whether the user went back to a value that the integration account typed before and that is on purpose not synchronized. */
    private static boolean returns(Edit edit, Evidence evidence) {
        Row row = edit.member.row;
        String field = edit.rule.field(row.side);
        for (int place = 0; place < edit.place; place++) {
            boolean typed =
                    row.at(place).command() == null && row.at(place).typed().contains(field);
            if (typed
                    && ignored(edit.member, row.at(place), evidence)
                    && row.get(place, field).equals(edit.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean staysByRule(Edit edit, Evidence evidence) {
        return evidence.conversions().stays(edit.member, edit.rule, edit.place);
    }

    /** How an edit was lost that is still there at the end, null where it was not. */
    private static @Nullable String lostStanding(Edit edit, Evidence evidence) {
        CouplingFact coupling = edit.member.coupling;
        if (coupling == null) {
            return edit.member.forgotten() ? "its record has no counterpart and is listed nowhere" : null;
        }
        if (coupling.standing() != Standing.IN_STEP) {
            return null; // listed
        }
        Member counterpart = evidence.member(coupling, edit.member.row.side.other());
        boolean drift = coupling.drift().contains(edit.rule.name());
        return (drift && leaves(edit, coupling, evidence))
                        || waits(edit.member, edit.rule, coupling, evidence)
                        || (counterpart != null && waits(counterpart, edit.rule, coupling, evidence))
                        || edit.shown(counterpart == null ? null : counterpart.row, evidence)
                ? null
                : "coupling " + coupling.id() + " is in step, but " + counterpart + " never showed it"
                        + (drift ? "; it became drift" : "");
    }

    /** How an edit in the target of a one-way rule was lost, null where it was not. */
    private static @Nullable String overruled(Edit edit, Losers losers, Evidence evidence) {
        int until = edit.until();
        Effect by = until == edit.member.row.size() ? null : edit.member.row.effect(until);
        boolean enforced = by != null
                && edit.rule.oneWay() == OneWay.ENFORCE
                && !by.is(Operation.DELETE)
                && edit.bringsIt(by)
                && edit.agreedBefore(by);
        return !enforced
                        || by == null
                        || losers.holds(edit.member, edit.rule, edit.place)
                        || edit.shown(by.source, evidence)
                ? null
                : "overruled by " + by + ", which the audit does not tell";
    }

    /** Whether the field cannot be decided on for one side's value, which refers to a record that is not known. */
    private static boolean waits(Member member, Rule rule, CouplingFact coupling, Evidence evidence) {
        return evidence.conversions().waits(member, rule, member.row.last(), coupling.waitsFor());
    }

    /** Whether an edit that was to flow may be listed as drift. */
    private static boolean leaves(Edit edit, CouplingFact coupling, Evidence evidence) {
        return edit.rule.saysNothing(edit.member.row.side, edit.value())
                || returns(edit, evidence)
                || evidence.requests.resolved(coupling.id())
                || evidence.conversions().stays(edit.member, edit.rule, edit.place);
    }
}
