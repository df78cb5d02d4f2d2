package io.couplet.simulation;

import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Side;
import io.couplet.guarantee.Recording.Request;
import io.couplet.guarantee.Recording.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes down what happens in a world, in numbered sentences. Where everything comes to rest it is told in less detail. */
final class Teller implements Witness {
    private final Words words = new Words();
    private final List<String> sentences = new ArrayList<>();
    private final List<String> clauses = new ArrayList<>();
    private boolean settling;
    private boolean first;

    /** What was told so far. */
    List<String> sentences() {
        finish();
        return List.copyOf(sentences);
    }

    /** Shortens ids in a text in the same way as in the story. */
    String shorten(String text) {
        return words.shorten(text);
    }

    @Override
    public void begins() {
        finish();
        settling = false;
    }

    @Override
    public void settles() {
        finish();
        settling = true;
        first = true;
    }

    private void finish() {
        if (!clauses.isEmpty()) {
            sentences.add(words.shorten(String.join("; ", clauses)) + ".");
            clauses.clear();
        }
    }

    @Override
    public void stores(Side side, String by, Stored stored) {
        say(words.stored(by, stored));
    }

    @Override
    public void answers(Side side, Result result, boolean late) {
        String outcome = result.outcome().name().toLowerCase(Locale.ROOT);
        String who = late ? "an applier that was believed dead" : "the " + side.word() + " applier";
        say(who + " answers '" + words.record(result.command()) + "': " + outcome);
    }

    @Override
    public void reads(Part part, Log from, int offset, Object record) {
        if (!settling && !(part instanceof Applier)) {
            say(part.name + " reads " + words.record(record) + " (" + from + "@" + offset + ")");
        }
    }

    @Override
    public void sends(Part part, Log to, Object record) {
        if (!settling && part instanceof Task) {
            say("says to " + to + ": " + words.record(record));
        }
    }

    @Override
    public void becomes(Output.Counted version) {
        if (!settling) {
            say(version.ref() + " " + version.version() + " is "
                    + version.outcome().word() + " under " + version.mapping());
        }
    }

    @Override
    public void crashes(Part part, int lostStates, int lostOutputs, int readAgain) {
        say(part.name + " crashes, loses the newest of " + lostStates + " states and " + lostOutputs
                + " records it wrote, and goes back by " + readAgain);
    }

    @Override
    public void rewinds(Part part, int readAgain) {
        say(part.name + " is made to read again the last " + readAgain);
    }

    @Override
    public void asks(Request request) {
        say("the operator asks to " + request.action() + " " + request.about()
                + (request.partner() == null ? "" : " with " + request.partner()));
    }

    private void say(String clause) {
        if (settling && first) {
            sentences.add("Then everything runs until it comes to rest:");
            first = false;
        }
        clauses.add(clause);
        if (settling) {
            finish();
        }
    }
}
