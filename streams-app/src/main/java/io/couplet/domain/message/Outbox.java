package io.couplet.domain.message;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Version;
import java.util.ArrayList;
import java.util.List;

/** Collects what one step says. Used by one step at a time. */
public final class Outbox {
    private final List<Output> outputs = new ArrayList<>();

    /** Adds an output. */
    public void add(Output output) {
        outputs.add(output);
    }

    /** Tells a coupling. */
    public void toPair(String coupling, String mapping, PairMessage message) {
        add(new Output.ToPair(coupling, mapping, message));
    }

    /** Tells a record's Directory entry. */
    public void toRecord(RecordRef ref, String mapping, DirectoryMessage.ToRecord message) {
        add(new Output.ToDirectory(ref.text(), mapping, message));
    }

    /** Tells an alias's entry. */
    public void toAlias(String alias, String mapping, DirectoryMessage.ToAlias message) {
        add(new Output.ToDirectory(alias, mapping, message));
    }

    /** Tells a match key's entry. */
    public void toMatchKey(String matchKey, String mapping, DirectoryMessage.ToMatchKey message) {
        add(new Output.ToDirectory(matchKey, mapping, message));
    }

    /** Counts a transition of a captured version. */
    public void count(String mapping, RecordRef ref, Version version, ChangeOutcome outcome) {
        add(new Output.Counted(mapping, ref, version, outcome));
    }

    /** What was said so far, in order. */
    public List<Output> outputs() {
        return List.copyOf(outputs);
    }
}
