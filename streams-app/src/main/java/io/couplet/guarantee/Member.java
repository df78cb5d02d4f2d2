package io.couplet.guarantee;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Value;
import io.couplet.guarantee.Recording.CouplingFact;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row under one mapping: what was written to it and from it, what was said of it, and where it belongs at the end. */
final class Member {
    final Row row;
    final Rules rules;

    /** The coupling that has it in its place at the end, null where none has. */
    @Nullable
    CouplingFact coupling;

    /** Whether any coupling, dissolved ones included, has it in its place at the end. */
    boolean named;

    /** The place of its newest version that was captured, -1 where none was. */
    int newest = -1;

    private final BitSet captured = new BitSet(0);
    private final BitSet reopened = new BitSet();
    private final @Nullable Column[] columns;
    private final @Nullable Written[] written;
    private final @Nullable Written[] carried;
    private @Nullable ChangeOutcome @Nullable [] outcomes;
    private @Nullable ChangeOutcome current;
    private int told = -1;

    Member(Row row, Rules rules) {
        this.row = row;
        this.rules = rules;
        columns = new @Nullable Column[rules.count()];
        written = new @Nullable Written[rules.count()];
        carried = new @Nullable Written[rules.count()];
    }

    /** The field of a rule through all versions. */
    Column column(Rule rule) {
        Column column = columns[rule.index()];
        if (column == null) {
            column = new Column(row, rule.field(row.side), place -> value(place, rule));
            columns[rule.index()] = column;
        }
        return column;
    }

    /** The value that the field of a rule has at the end. */
    Value now(Rule rule) {
        return value(row.last(), rule);
    }

    /** Of a removed row nothing is worked out. */
    private Value value(int place, Rule rule) {
        String field = rule.field(row.side);
        return row.deleted(place)
                ? row.get(place, field)
                : rules.mapping.end(row.side).value(field, row.row(place)::get);
    }

    /** What was last written into it under a rule, null where nothing was. */
    @Nullable
    Written written(Rule rule) {
        return written[rule.index()];
    }

    void written(Written last) {
        written[last.rule().index()] = last;
    }

    /** What was last written elsewhere from its values under a rule, null where nothing was. */
    @Nullable
    Written carried(Rule rule) {
        return carried[rule.index()];
    }

    void carried(Written last) {
        carried[last.rule().index()] = last;
    }

    void capture(int place) {
        captured.set(place);
        newest = Math.max(newest, place);
    }

    /** Whether the version at a place was captured. */
    boolean captured(int place) {
        return captured.get(place);
    }

    /** What was last said of the version at a place, null where nothing was. */
    @Nullable
    ChangeOutcome said(int place) {
        return outcomes == null ? null : outcomes[place];
    }

    /**
     * What was said of the newest version of which anything was said, null where nothing was. That the very last one is superseded is said
     * of a repetition, and does not count.
     */
    @Nullable
    ChangeOutcome said() {
        return current;
    }

    void say(int place, ChangeOutcome outcome) {
        if (outcomes == null) {
            outcomes = new @Nullable ChangeOutcome[row.size()];
        }
        outcomes[place] = outcome;
        reopened.clear(place);
        boolean repetition = outcome == ChangeOutcome.SUPERSEDED && place == row.last();
        if (place >= told && !repetition) {
            told = place;
            current = outcome;
        }
    }

    /** It is on its way again: what was said before stands until something else is said, which may be the same. */
    void reopen(int place) {
        reopened.set(place);
    }

    /** Whether the version at a place is said to have become what it was said to be already. */
    boolean repeats(int place, ChangeOutcome outcome) {
        return said(place) == outcome && !reopened.get(place);
    }

    /** Whether it takes part at the end: there, inside its filter, and the mapping is on. */
    boolean inScope() {
        return rules.mapping.isOn() && row.alive() && inScope(row.last());
    }

    private boolean inScope(int place) {
        return !row.deleted(place) && rules.mapping.end(row.side).filter().accepts(row.row(place)::get);
    }

    /** The keys under which it looks for its counterpart at a place; none where it takes no part there. */
    List<String> matchKeys(int place) {
        Mapping mapping = rules.mapping;
        return inScope(place)
                ? mapping.matchKeys(row.side, Fields.of(mapping.fieldNames(row.side), row.row(place)::get))
                : List.of();
    }

    /** Whether it should have a counterpart at the end, and nothing was ever said that explains why it has none. */
    boolean forgotten() {
        if (coupling != null || named || !inScope() || !rules.mapping.createsCounterpartOf(row.side)) {
            return false;
        }
        ChangeOutcome said = said();
        return said != ChangeOutcome.SET_ASIDE
                && said != ChangeOutcome.HELD
                && said != ChangeOutcome.POOLED
                && said != ChangeOutcome.PARKED;
    }

    @Override
    public String toString() {
        return row.toString();
    }
}
