package io.couplet.cli;

import io.couplet.contract.Audit;
import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a request about a coupling: it is noted, commands follow or none, and the coupling is in step, still open, or gone. */
final class CouplingEffect implements Effect {

    private final String coupling;
    private final long appliedBefore;
    private final boolean toEnd;
    private final Set<String> commands = new HashSet<>();

    private boolean noted;
    private @Nullable String refusal;
    private @Nullable Coupling now;
    private @Nullable SetAside open;

    /**
     * Expects the outcome of a request about this coupling.
     *
     * @param before as it was before the request
     * @param toEnd whether the coupling is to be dissolved
     */
    CouplingEffect(Coupling before, boolean toEnd) {
        this.coupling = before.getId();
        this.appliedBefore = applied(before);
        this.toEnd = toEnd;
    }

    @Override
    public boolean see(News news) {
        if (!news.about().equals(coupling)) {
            return false;
        }
        if (news instanceof News.Decided decided) {
            note(decided.decision());
        } else if (news instanceof News.Coupled coupled) {
            now = coupled.coupling();
        } else if (news instanceof News.Opened opened) {
            open = opened.entry();
        } else if (news instanceof News.Closed) {
            open = null;
        } else if (news instanceof News.Commanded commanded) {
            commands.add(commanded.command().getId());
        }
        return true;
    }

    private void note(Audit decision) {
        if (decision.getCommand() == null) {
            noted = true;
            refusal = refused(decision) ? decision.getDecision() : refusal;
        }
    }

    /** How requests are refused, in the words of those who refuse. */
    static boolean refused(Audit decision) {
        return decision.getDecision().startsWith("not ");
    }

    @Override
    public boolean ended() {
        if (refusal != null || dissolved()) {
            return true;
        }
        return noted && !toEnd && (commands.isEmpty() || applied() > 0 || rejected());
    }

    private boolean dissolved() {
        return now != null && now.getState() == CouplingState.DISSOLVED;
    }

    private boolean rejected() {
        return open != null && open.getKind() == SetAsideKind.REJECTED;
    }

    private long applied() {
        return now == null ? 0 : applied(now) - appliedBefore;
    }

    private static long applied(Coupling coupling) {
        return coupling.getCommandsToErp() + coupling.getCommandsToCrm();
    }

    @Override
    public String words() {
        if (refusal != null) {
            return refusal;
        } else if (now != null && dissolved()) {
            return "dissolved (" + now.getReason() + ")";
        } else if (!noted) {
            return "asked, and not answered yet";
        } else if (!ended()) {
            return toEnd ? "noted; it waits for the answer to a command" : "noted; a command is on its way";
        }
        String done = applied() > 0 ? "written" : "nothing had to be written";
        return open == null ? done : done + "; open: " + word(open.getKind()) + ": " + open.getReason();
    }

    /** A constant of the contracts as people write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int exit() {
        if (!ended()) {
            return Outcomes.GAVE_UP;
        }
        return refusal != null || (rejected() && !dissolved()) ? Outcomes.REFUSED : Outcomes.DONE;
    }
}
