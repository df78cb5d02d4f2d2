package io.couplet.cli;

import org.jspecify.annotations.Nullable;

/** What the Directory answers to a request about a record. */
final class RecordEffect implements Effect {

    private final String ref;
    private @Nullable String answer;
    private boolean refused;

    RecordEffect(String ref) {
        this.ref = ref;
    }

    @Override
    public boolean see(News news) {
        if (!(news instanceof News.Decided decided) || !decided.about().equals(ref)) {
            return false;
        }
        answer = decided.decision().getDecision();
        refused = CouplingEffect.refused(decided.decision());
        return true;
    }

    @Override
    public boolean ended() {
        return answer != null;
    }

    @Override
    public String words() {
        return answer == null ? "asked, and not answered yet" : answer;
    }

    @Override
    public int exit() {
        if (answer == null) {
            return Outcomes.GAVE_UP;
        }
        return refused ? Outcomes.REFUSED : Outcomes.DONE;
    }
}
