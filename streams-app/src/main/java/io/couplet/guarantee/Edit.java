package io.couplet.guarantee;

import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Value;
import org.jspecify.annotations.Nullable;

/** A value that a user typed, as one rule sees it. */
final class Edit {
    final Member member;
    final Rule rule;

    /** The place of the version in which it was typed. */
    final int place;

    private final Row row;
    private final Column column;

    Edit(Member member, Rule rule, int place) {
        this.member = member;
        this.rule = rule;
        this.place = place;
        row = member.row;
        column = member.column(rule);
    }

    Value value() {
        return column.value(place);
    }

    /** The place of the version that shows the value no more; the number of versions where it is still there. */
    int until() {
        return column.until(place);
    }

    /** Whether values may go from here to the other side. */
    boolean flows() {
        return rule.direction().allows(row.side.other());
    }

    /**
     * Whether it changed nothing, as far as anybody can tell: the value stood there, or it stood in the row before that was deleted and came
     * back so fast that nobody noticed.
     */
    boolean changesNothing() {
        boolean unnoticed = place > 1 && row.deleted(place - 1) && member.said(place - 1) == ChangeOutcome.SUPERSEDED;
        return column.since(place) < place
                || (unnoticed && column.value(place - 2).equals(value()));
    }

    /** Whether a command carried it to the other side. */
    boolean carried() {
        for (Written written = member.carried(rule); written != null; written = written.carriedBefore()) {
            if (written.shownSince() == place) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the other side showed it after it was typed, as far as the order of the two can be told; or showed a value that cannot come
     * here, so that both stayed as they were, listed as drift.
     */
    boolean shown(@Nullable Row other, Evidence evidence) {
        if (other == null) {
            return false;
        }
        Column there = other.member(member.rules).column(rule);
        Conversions conversions = evidence.conversions();
        for (int i = Math.max(0, earliest(other)); i < other.size(); i++) {
            boolean news = i == 0 || there.since(i) == i || i == earliest(other);
            if (news && !other.deleted(i) && answers(there.value(i), conversions)) {
                return true;
            }
        }
        return false;
    }

    private boolean answers(Value there, Conversions conversions) {
        return made(there)
                || conversions.agreedOnce(rule, row.side, value(), there)
                || (rule.direction().allows(row.side) && conversions.stays(rule, row.side.other(), there));
    }

    /** Whether the value was once made of the other one by a command, or the other one of it, whatever the target made of it. */
    private boolean made(Value there) {
        for (Written written = member.carried(rule); written != null; written = written.carriedBefore()) {
            if (written.write().sourceValue().equals(value())
                    && written.stored().equals(there)) {
                return true;
            }
        }
        for (Written written = member.written(rule); written != null; written = written.earlier()) {
            if (written.write().sourceValue().equals(there) && written.stored().equals(value())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a command wrote the field, here or there, for the same two records before the edit: it had been agreed on. */
    boolean agreedBefore(Effect by) {
        for (Written written = member.carried(rule); written != null; written = written.carriedBefore()) {
            Effect effect = written.effect();
            if (effect.seen() < place && effect.sharesCoupling(by) && effect.row == by.source) {
                return true;
            }
        }
        for (int i = place; i >= 0; i--) {
            Effect effect = row.effect(i);
            if (effect != null && bringsIt(effect) && effect.sharesCoupling(by) && effect.source == by.source) {
                return true;
            }
        }
        return false;
    }

    /** Whether an effect wrote the field under this mapping. */
    boolean bringsIt(@Nullable Effect effect) {
        return effect != null
                && effect.command.mapping().equals(member.rules.mapping.name())
                && effect.carries(rule.field(row.side));
    }

    /**
     * The place of the other side's version from which on it may have shown the edit. What we last brought here from there, and what we last
     * brought there from older edits of this field, was there before. An edit that goes back to the value which was agreed on then is
     * therefore shown: for a three-way merge it is none.
     */
    private int earliest(Row other) {
        int earliest = 0;
        for (int i = place; i >= 0; i--) {
            Effect effect = row.effect(i);
            if (effect != null && effect.source == other && bringsIt(effect)) {
                earliest = effect.seen();
                break;
            }
        }
        for (Written written = member.carried(rule); written != null; written = written.carriedBefore()) {
            if (written.target().row == other && written.effect().seen() < column.since(place)) {
                earliest = Math.max(earliest, written.effect().place);
            }
        }
        return earliest;
    }

    @Override
    public String toString() {
        return row + " " + row.version(place) + " " + rule.name() + "=" + value();
    }
}
