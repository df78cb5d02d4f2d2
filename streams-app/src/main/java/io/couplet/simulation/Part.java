package io.couplet.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something that reads logs, keeps states and writes to logs, and may crash at any time. Without transactions a crash makes each state fall
 * back to any value since the last commit and loses the end of what was written to each log, all independently; with them everything since
 * the last commit is lost together. What was read since the last commit is read again in both cases.
 */
abstract class Part {
    final String name;
    private final Input[] inputs;
    private final boolean transactional;
    private final Medium medium;
    private final List<Cell<?>> touched = new ArrayList<>();
    private final Outgoing[] outgoing;
    private final List<Outgoing> pending = new ArrayList<>();
    private boolean atOnce;
    private boolean again;

    /**
     * A part that has done nothing yet.
     *
     * @param inputs what it reads, each from the beginning
     * @param transactional whether states, outputs and positions are committed together
     */
    Part(String name, List<Log> inputs, boolean transactional, Medium medium) {
        this.name = name;
        this.inputs = inputs.stream().map(Input::new).toArray(Input[]::new);
        this.transactional = transactional;
        this.medium = medium;
        this.outgoing = new Outgoing[medium.topics.logs()];
    }

    /** Makes anew what is kept in memory alone. */
    void restart() {}

    /** Uses one record. */
    abstract void process(Log input, int offset, Object record);

    /** Reads and uses one record, if there is one. */
    boolean work(Chance chance) {
        int first = chance.below(inputs.length);
        atOnce = !transactional && !chance.oneIn(4);
        for (int i = 0; i < inputs.length; i++) {
            if (read(inputs[(first + i) % inputs.length])) {
                return true;
            }
        }
        return false;
    }

    /** Reads and uses one record of one of its inputs, if there is one; what it writes is not taken yet. */
    boolean workOn(int input) {
        atOnce = false;
        return read(inputs[input]);
    }

    /** Reads and uses one record of one log, if there is one; what it writes is not taken yet. */
    boolean workOn(Log log) {
        atOnce = false;
        return read(input(log));
    }

    /** The records of one log that it has not read. */
    List<Object> unread(Log log) {
        List<Object> unread = new ArrayList<>();
        for (int offset = input(log).position; offset < log.size(); offset++) {
            unread.add(log.record(offset));
        }
        return unread;
    }

    /** The logs it reads. */
    List<Log> logs() {
        return Arrays.stream(inputs).map(input -> input.log).toList();
    }

    private Input input(Log log) {
        return Arrays.stream(inputs)
                .filter(input -> input.log == log)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " does not read " + log));
    }

    private boolean read(Input input) {
        if (input.position == input.log.size()) {
            return false;
        }
        int offset = input.position++;
        Object record = input.log.record(offset);
        again = offset < input.written;
        medium.witness.reads(this, input.log, offset, record);
        process(input.log, offset, record);
        return true;
    }

    /** Whether the record in use may have been used in an earlier life. */
    final boolean again() {
        return again;
    }

    /** How many logs it reads. */
    int inputs() {
        return inputs.length;
    }

    boolean hasWork(int input) {
        return inputs[input].position < inputs[input].log.size();
    }

    /** Whether it has written anything that is not taken yet. */
    boolean hasPending() {
        return !pending.isEmpty();
    }

    /** Whether it has states that a crash may take back. */
    boolean hasUncommittedStates() {
        return !touched.isEmpty();
    }

    /** Whether it would read anything again after a crash. */
    boolean wouldReadAgain() {
        for (Input input : inputs) {
            if (input.position != input.committed) {
                return true;
            }
        }
        return false;
    }

    /**
     * States by key, which a crash may take back.
     *
     * @param kind what they are about, such as {@code record}
     */
    <S> Store<S> store(String kind) {
        return new Store<>(kind, touched);
    }

    void send(Log to, Object record) {
        medium.witness.sends(this, to, record);
        Outgoing out = outgoing[to.id];
        if (out == null) {
            out = new Outgoing(to);
            outgoing[to.id] = out;
        }
        if (out.isEmpty() && atOnce) {
            to.add(record, medium.now());
            return;
        }
        if (out.isEmpty()) {
            pending.add(out);
        }
        out.add(record, medium.now());
        if (atOnce) {
            out.flush(out.size());
            pending.remove(out);
        }
    }

    /** Some of what was written is taken by the broker. */
    void flushSome(Chance chance) {
        if (!transactional) {
            for (Outgoing out : pending) {
                out.flush(chance.below(out.size() + 1));
            }
            pending.removeIf(Outgoing::isEmpty);
        }
    }

    /** Everything it has written is taken. */
    void flush() {
        flush(log -> true);
    }

    /** What it has written to some logs is taken, the rest is not yet. */
    void flush(Predicate<String> logs) {
        for (Outgoing out : pending) {
            if (logs.test(out.log())) {
                out.flush(out.size());
            }
        }
        pending.removeIf(Outgoing::isEmpty);
    }

    void commit() {
        flush();
        for (Cell<?> cell : touched) {
            cell.commit();
        }
        touched.clear();
        for (Input input : inputs) {
            input.committed = input.position;
        }
    }

    /** Crashes and starts again: what it wrote is taken up to anywhere, each state falls back to any value. */
    void crash(Chance chance) {
        int lost = 0;
        for (Cell<?> cell : touched) {
            if (transactional) {
                cell.fallBack();
            } else if (cell.fallBack(chance) > 0) {
                lost++;
            }
        }
        flushSome(chance);
        startAgain(transactional ? touched.size() : lost);
    }

    /** Crashes and starts again; all states fall back to the last commit, or none. What was not taken of what it wrote is lost. */
    void crash(boolean statesLost) {
        crash(name -> statesLost);
    }

    /** Crashes and starts again; some states, by name, fall back to the last commit. What was not taken of what it wrote is lost. */
    void crash(Predicate<String> lost) {
        int fallen = 0;
        for (Cell<?> cell : touched) {
            if (lost.test(cell.name())) {
                cell.fallBack();
                fallen++;
            } else {
                cell.commit();
            }
        }
        startAgain(fallen);
    }

    private void startAgain(int lostStates) {
        touched.clear();
        int lostOutputs = 0;
        for (Outgoing out : pending) {
            lostOutputs += out.size();
            out.clear();
        }
        pending.clear();
        int readAgain = 0;
        for (Input input : inputs) {
            readAgain += input.position - input.committed;
            input.position = input.committed;
            input.written = input.log.size();
        }
        medium.witness.crashes(this, lostStates, lostOutputs, readAgain);
        restart();
    }

    /** Its positions were set back by somebody: it reads from there again, with the states it has. */
    void rewind(Chance chance) {
        int readAgain = 0;
        for (Input input : inputs) {
            int back = input.position == 0 ? 0 : chance.below(Math.min(input.position, 8) + 1);
            input.position -= back;
            input.committed = Math.min(input.committed, input.position);
            input.written = input.log.size();
            readAgain += back;
        }
        medium.witness.rewinds(this, readAgain);
    }

    /** Where it reads one log. */
    private static final class Input {
        final Log log;
        int position;
        int committed;
        /** How much of the log was there before the part started: an earlier life of it may have used that. */
        int written;

        Input(Log log) {
            this.log = log;
        }
    }
}
