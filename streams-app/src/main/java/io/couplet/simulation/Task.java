package io.couplet.simulation;

import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.Command;
import java.time.Instant;
import java.util.List;

/** A stateful step in one partition: reads state, asks the rules, writes state, sends what they say. */
abstract class Task extends Part {
    final Medium medium;
    final Rulebook rules;
    final Ledger ledger;

    Task(String name, List<Log> inputs, boolean transactional, Medium medium, Rulebook rules, Ledger ledger) {
        super(name, inputs, transactional, medium);
        this.medium = medium;
        this.rules = rules;
        this.ledger = ledger;
    }

    final Origin origin(Log input, int offset) {
        return new Origin(input.topic, offset, Instant.ofEpochMilli(input.time(offset)), again());
    }

    final void sendAll(Outbox out) {
        for (Output output : out.outputs()) {
            emit(output);
        }
    }

    /** Sends an output; those that only one step has are that step's part. */
    void emit(Output output) {
        if (output instanceof Output.ToPair told) {
            send(medium.topics.pairInputs.of(told.coupling()), told);
        } else if (output instanceof Output.ToDirectory told) {
            send(medium.topics.directoryInputs.of(told.key()), told);
        } else if (output instanceof Output.ToCache cached) {
            send(medium.topics.pairInputs.partition(cached.partition()), cached);
        } else if (output instanceof Output.Send sent) {
            Command command = sent.command();
            send(medium.topics.commands(command.target().side()).of(command.coupling()), command);
        } else if (output instanceof Output.Audited audited) {
            send(medium.topics.audit.of(audited.coupling()), audited);
        } else if (output instanceof Output.Counted counted) {
            ledger.counts(counted);
            medium.witness.becomes(counted);
        }
    }
}
