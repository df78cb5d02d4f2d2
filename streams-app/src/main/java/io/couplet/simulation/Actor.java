package io.couplet.simulation;

import io.couplet.domain.message.Output;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.RecordRef;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A part of a {@link Scene}, doing what the script says. What it writes is taken at once, but for topics that are held back. */
final class Actor {
    private final Scene scene;
    private final Part part;
    private final Set<String> heldBack = new HashSet<>();

    Actor(Scene scene, Part part) {
        this.scene = scene;
        this.part = part;
    }

    boolean is(Part other) {
        return part == other;
    }

    // ---- it reads --------------------------------------------------------------------------------------------------

    /** Reads one record of the first of its inputs that has one. */
    void reads() {
        if (!readsSomething()) {
            scene.inVain(part.name + " has nothing to read");
        }
    }

    /** Reads so many records. */
    void reads(int count) {
        for (int i = 0; i < count; i++) {
            reads();
        }
    }

    /** Reads the next change of a table. */
    void reads(Table table) {
        readsUpTo(
                record -> record instanceof Captured captured && captured.table() == table,
                "change of " + table.entity());
    }

    /** Reads the changes of a record, up to the next one. */
    void reads(RecordRef ref) {
        readsUpTo(
                record -> record instanceof Captured captured
                        && captured.row().ref().equals(ref),
                "change of " + ref);
    }

    /** Reads on, up to the next message of a kind, in the input where that is. */
    void reads(Class<?> kind) {
        readsUpTo(record -> kind.isInstance(message(record)), kind.getSimpleName());
    }

    /** The same, to the next one that is addressed to a key or is about a record. */
    void reads(Class<?> kind, Object about) {
        readsUpTo(
                record -> kind.isInstance(message(record)) && isAbout(record, about.toString()),
                kind.getSimpleName() + " about " + about);
    }

    /** Reads all that there is. */
    void readsAll() {
        scene.run(this);
    }

    boolean readsSomething() {
        for (Log log : part.logs()) {
            if (!part.unread(log).isEmpty()) {
                read(log);
                return true;
            }
        }
        return false;
    }

    private void readsUpTo(Predicate<Object> wanted, String words) {
        for (Log log : part.logs()) {
            List<Object> unread = part.unread(log);
            for (int i = 0; i < unread.size(); i++) {
                if (wanted.test(unread.get(i))) {
                    for (int read = 0; read <= i; read++) {
                        read(log);
                    }
                    return;
                }
            }
        }
        scene.inVain(part.name + " has no " + words + " to read");
    }

    private void read(Log log) {
        scene.next();
        part.workOn(log);
        letOut();
    }

    private static Object message(Object record) {
        if (record instanceof Output.ToPair told) {
            return told.message();
        } else if (record instanceof Output.ToDirectory told) {
            return told.message();
        }
        return record instanceof Output.ToCache known ? known.answer() : record;
    }

    private static boolean isAbout(Object record, String about) {
        if (record instanceof Output.ToPair told) {
            return told.coupling().equals(about) || told.message().toString().contains(about);
        } else if (record instanceof Output.ToDirectory told) {
            return told.key().equals(about);
        } else if (record instanceof Output.ToCache known) {
            return known.answer().about().equals(about);
        }
        return record instanceof Command command && command.target().text().equals(about);
    }

    // ---- its outputs -----------------------------------------------------------------------------------------------

    /** From now on what it writes to these topics, or logs, is not taken: it comes late, or is lost in a crash. */
    void holdsBack(String... logs) {
        heldBack.addAll(Arrays.asList(logs));
    }

    /** What it held back is taken. */
    void letsGo() {
        heldBack.clear();
        letOut();
    }

    private void letOut() {
        part.flush(log -> heldBack.stream().noneMatch(log::startsWith));
    }

    // ---- it fails --------------------------------------------------------------------------------------------------

    void commits() {
        part.commit();
        heldBack.clear();
    }

    /** Crashes with its states as they are now, and starts again from its last commit. What it held back is lost. */
    void crashes() {
        crash(name -> false);
    }

    /** Crashes, and the states of some keys fall back to its last commit; the others stay as they are now. */
    void crashesAndForgets(Object... keys) {
        List<String> forgotten = Arrays.stream(keys).map(Object::toString).toList();
        crash(name -> forgotten.stream().anyMatch(key -> name.equals(key) || name.endsWith(" " + key)));
    }

    private void crash(Predicate<String> forgotten) {
        scene.next();
        scene.world.ledger.crashes();
        heldBack.clear();
        part.crash(forgotten);
    }

    /** Of an applier: an instance that was believed dead carries out the newest command of a kind that was ever sent to it. */
    void carriesOutLate(Command.Operation op, boolean answers) {
        Command newest = newest(op);
        if (!(part instanceof Applier applier) || newest == null) {
            scene.inVain(part.name + " knows of no " + op);
            return;
        }
        scene.next();
        scene.world.ledger.crashes();
        applier.carryOutLate(newest, answers);
        letOut();
    }

    private @Nullable Command newest(Command.Operation op) {
        Command newest = null;
        for (Log log : part.logs()) {
            for (int offset = 0; offset < log.size(); offset++) {
                if (log.record(offset) instanceof Command command && command.op() == op) {
                    newest = command;
                }
            }
        }
        return newest;
    }
}
