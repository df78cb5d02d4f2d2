package io.couplet.topology;

import io.couplet.contract.AliasGone;
import io.couplet.contract.Answer;
import io.couplet.contract.Change;
import io.couplet.contract.ChangeOp;
import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.DirectoryInput;
import io.couplet.contract.PairInput;
import io.couplet.contract.Share;
import io.couplet.contract.SumInput;
import io.couplet.contract.TopicSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The topology is stopped and started again, from what is left of it: the states, and the inputs that are read again after them. */
final class Restart {
    private static final String MAPPING = "salesperson-user";

    private final Pipes before;
    private final Pipes after;
    private final Commit commit;
    private final Random random;
    private final Map<String, Deque<Consumer<Pipes>>> readAgain = new TreeMap<>();

    /**
     * A restart.
     *
     * @param before what ran; to be closed by the caller
     * @param after what is to run, which knows nothing yet
     * @param commit what is left
     */
    Restart(Pipes before, Pipes after, Commit commit, Random random) {
        this.before = before;
        this.after = after;
        this.commit = commit;
        this.random = random;
    }

    /** Everything before what is read again. What is said meanwhile is of no interest. */
    void catchUp() {
        skip(Pipes.TOPICS.sumInputs(), () -> after.sumInput("erp/CRONUS/itemavailability/0", unposted()));
        Pipes.TOPICS.changes().forEach((entity, topic) -> {
            skip(topic, () -> after.change(entity, nobody(entity)));
            if (!Pipes.isShown(entity)) {
                after.pretend(topic.name(), before.inputs(topic.name()).subList(0, commit.inputs(topic)));
            }
        });
        TopicSpec control = Pipes.TOPICS.control();
        skip(control, () -> after.control(nothing()));
        after.pretend(control.name(), before.inputs(control.name()).subList(0, commit.inputs(control)));
        PairInput unasked = new PairInput(MAPPING, new Answer("nobody", null, null, 0L, 0));
        skip(Pipes.TOPICS.pairInputs(), () -> after.pairInput("nobody", unasked));
        DirectoryInput unheard = new DirectoryInput(MAPPING, new AliasGone("nobody", 0L));
        skip(Pipes.TOPICS.directoryInputs(), () -> after.directoryInput("erp/CRONUS/salesperson/code=", unheard));
        commit.restore(after);
    }

    /** Offsets go on where they were. */
    private void skip(TopicSpec topic, Runnable instead) {
        while (after.end(topic.name()) < commit.end(topic)) {
            instead.run();
        }
        List<Consumer<Pipes>> inputs = before.inputs(topic.name());
        readAgain.put(topic.name(), new ArrayDeque<>(inputs.subList(commit.inputs(topic), inputs.size())));
    }

    /** Reads the last inputs again. */
    void readAgain() {
        while (!readAgain.isEmpty()) {
            List<String> topics = new ArrayList<>(readAgain.keySet());
            String topic = topics.get(random.nextInt(topics.size()));
            Deque<Consumer<Pipes>> left = readAgain.get(topic);
            if (left == null || left.isEmpty()) {
                readAgain.remove(topic);
            } else {
                after.arrive(topic, left.remove());
            }
        }
    }

    private static Change nobody(String entity) {
        String kind = entity.substring(4);
        String ref = entity.startsWith("erp") ? "erp/NOBODY/" + kind + "/0" : "crm/" + kind + "/0";
        return new Change(ChangeOp.DELETED, ref, 0, 0, null, null, null, null, Pipes.START, Pipes.START, null);
    }

    private static SumInput unposted() {
        String group = "erp/CRONUS/itemavailability/0";
        return new SumInput(
                "item-inventory",
                new Share(group, "erp/CRONUS/itemledgerentry/0", 0L, false, Pipes.START, List.of(), List.of()));
    }

    private static Control nothing() {
        return Control.newBuilder()
                .setId("nothing")
                .setMapping(MAPPING)
                .setAction(ControlAction.RELEASE)
                .setTarget("erp/CRONUS/salesperson/0")
                .setBy("nobody")
                .setAt(Pipes.START)
                .build();
    }
}
