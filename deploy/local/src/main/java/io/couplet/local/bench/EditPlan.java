package io.couplet.local.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which edits are made: records and fields by chance from a fixed seed, so that both competitors get the same ones. */
final class EditPlan {
    private final List<Pair> pairs;
    private final Tokens tokens;

    EditPlan(List<Pair> pairs, Tokens tokens) {
        this.pairs = List.copyOf(pairs);
        this.tokens = tokens;
    }

    /**
     * Edits of random pairs.
     *
     * @param fields the fields to choose from
     */
    List<Edit> scattered(int count, List<Integer> fields, long seed) {
        Random chance = new Random(seed);
        List<Edit> edits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Pair pair = pairs.get(chance.nextInt(pairs.size()));
            edits.add(new Edit(pair, fields.get(chance.nextInt(fields.size())), tokens.next()));
        }
        return edits;
    }

    /**
     * Edits in batches, each a transaction to be; no batch edits a record twice. Each lane has pairs of its own, so that
     * lanes that are worked off at the same time never wait for each other's rows.
     *
     * @return the batches of each lane, in order
     */
    List<List<List<Edit>>> batches(int count, int lanes, int batch, List<Integer> fields) {
        List<Pair> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, new Random(count));
        int used = Math.min(lanes, shuffled.size());
        List<List<List<Edit>>> all = new ArrayList<>();
        for (int lane = 0; lane < used; lane++) {
            int first = shuffled.size() * lane / used;
            List<Pair> own = shuffled.subList(first, shuffled.size() * (lane + 1) / used);
            int edits = (int) ((long) count * (lane + 1) / used - (long) count * lane / used);
            all.add(lane(edits, own, batch, fields));
        }
        return all;
    }

    private List<List<Edit>> lane(int count, List<Pair> own, int batch, List<Integer> fields) {
        List<List<Edit>> batches = new ArrayList<>();
        List<Edit> current = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int round = i / own.size();
            current.add(new Edit(own.get(i % own.size()), fields.get(round % fields.size()), tokens.next()));
            if (current.size() == Math.min(batch, own.size())) {
                batches.add(current);
                current = new ArrayList<>();
            }
        }
        if (!current.isEmpty()) {
            batches.add(current);
        }
        return batches;
    }
}
