package io.couplet.simulation;

import io.couplet.domain.message.Output.Counted;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.RecordRef;
import io.couplet.guarantee.Recording.Answer;
import io.couplet.guarantee.Recording.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was asked, answered and counted in a world, in order. */
final class Ledger {
    private final Set<RecordRef> before = new HashSet<>();
    private final List<Command> sent = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();
    private boolean crashed;

    /** The record was there before the first capture. */
    void finds(RecordRef ref) {
        before.add(ref);
    }

    void hands(Command command) {
        sent.add(command);
    }

    void answers(Result result) {
        answers.add(new Answer(result.command(), result.outcome()));
    }

    void requests(Request request) {
        requests.add(request);
    }

    void counts(Counted outcome) {
        counted.add(outcome);
    }

    /** Something crashed, was read again or was delivered twice. */
    void crashes() {
        crashed = true;
    }

    Set<RecordRef> before() {
        return before;
    }

    List<Command> sent() {
        return sent;
    }

    List<Answer> answers() {
        return answers;
    }

    List<Request> requests() {
        return requests;
    }

    List<Counted> counted() {
        return counted;
    }

    boolean crashed() {
        return crashed;
    }
}
