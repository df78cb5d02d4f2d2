package io.couplet.simulation;

import static java.util.Objects.requireNonNull;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.pair.PairState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Two model systems, the topics between them, and the parts that work on them. For one thread. */
final class World {
    final Plan plan;
    final Rulebook rules;
    final Medium medium;
    final Ledger ledger = new Ledger();
    final Users users;
    final Operator operator;
    private final ModelSystem erp;
    private final ModelSystem crm;
    private final Map<Side, Capture> captures = new EnumMap<>(Side.class);
    private final Map<Side, Applier> appliers = new EnumMap<>(Side.class);
    private final List<DirectoryTask> directories = new ArrayList<>();
    private final List<PairTask> pairs = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    World(Plan plan, Guards guards, Witness witness) {
        this.plan = plan;
        rules = new Rulebook(plan.mappings(), guards);
        medium = new Medium(new Topics(plan.partitions(), rules.tables()), witness);
        erp = new ModelSystem(Side.ERP, medium, plan.automations());
        crm = new ModelSystem(Side.CRM, medium, plan.automations());
        for (Side side : Side.values()) {
            CaptureMode mode = side == Side.ERP ? plan.erp() : plan.crm();
            captures.put(side, new Capture(system(side), mode, medium, rules));
            appliers.put(side, new Applier(system(side), medium, rules, ledger));
        }
        for (int p = 0; p < plan.partitions(); p++) {
            directories.add(new DirectoryTask(p, plan.transactional(), medium, rules, ledger));
            pairs.add(new PairTask(p, plan.transactional(), medium, rules, ledger));
        }
        for (Side side : Side.values()) {
            parts.add(capture(side));
            parts.add(applier(side));
        }
        parts.addAll(directories);
        parts.addAll(pairs);
        users = new Users(this);
        operator = new Operator(this);
    }

    ModelSystem system(Side side) {
        return side == Side.ERP ? erp : crm;
    }

    Capture capture(Side side) {
        return requireNonNull(captures.get(side));
    }

    Applier applier(Side side) {
        return requireNonNull(appliers.get(side));
    }

    DirectoryTask directory(int partition) {
        return directories.get(partition);
    }

    PairTask pair(int partition) {
        return pairs.get(partition);
    }

    // ---- what can happen to the parts -------------------------------------------------------------------------------

    /** One of the parts that has something to do reads one record. */
    void work(Chance chance) {
        int first = chance.below(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get((first + i) % parts.size()).work(chance)) {
                return;
            }
        }
    }

    /** The broker takes some of what a part has written. */
    void flush(Chance chance) {
        chance.of(parts).flushSome(chance);
    }

    void commit(Chance chance) {
        chance.of(parts).commit();
    }

    void crash(Chance chance) {
        ledger.crashes();
        chance.of(parts).crash(chance);
    }

    /** Somebody sets a part's positions back. */
    void rewind(Chance chance) {
        ledger.crashes();
        chance.of(parts).rewind(chance);
    }

    /** An applier that was believed dead goes on. */
    void carryOutLate(Side side, Chance chance) {
        ledger.crashes();
        applier(side).carryOutLate(chance);
    }

    /** A snapshot reads a row again. */
    void read(RecordRef ref) {
        ledger.crashes();
        capture(ref.side()).read(ref);
    }

    // ---- how it begins and ends -------------------------------------------------------------------------------------

    /** The rows that stand in both systems now were there before Couplet came. */
    void drawSnapshotLines() {
        for (Side side : Side.values()) {
            system(side).history().forEach(stored -> ledger.finds(stored.row().ref()));
            capture(side).drawSnapshotLine();
        }
    }

    /** Lets everything run without further trouble; whether it comes to rest within so many rounds. */
    boolean settle(int rounds) {
        Chance chance = new Chance(1);
        parts.forEach(Part::commit);
        for (int round = 0; round < rounds; round++) {
            boolean silent = true;
            medium.pass(1);
            for (Part part : parts) {
                for (int i = 0; i < 8 && part.work(chance); i++) {
                    silent = false;
                }
                part.commit();
            }
            if (silent) {
                return true;
            }
        }
        return false;
    }

    /** Shows every coupling with the number of its mapping. */
    void forEachPair(BiConsumer<PairState, Integer> reader) {
        for (PairTask task : pairs) {
            task.forEachPair(reader);
        }
    }

    /** Shows what the Directory knows of each record under a mapping. */
    void forEachRecord(int mapping, BiConsumer<String, RecordState> reader) {
        for (DirectoryTask task : directories) {
            task.forEachRecord(mapping, reader);
        }
    }
}
