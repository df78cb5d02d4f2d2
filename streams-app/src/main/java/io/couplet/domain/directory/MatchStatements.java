package io.couplet.domain.directory;

import io.couplet.domain.directory.RecordState.Registration;
import io.couplet.domain.guard.Guard;
import io.couplet.domain.mapping.Policies.OnTaken;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.Register;
import io.couplet.domain.message.DirectoryMessage.Unregister;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a record at work states at the entries of its match keys, and what those decide. */
final class MatchStatements {
    private final RecordEntry entry;
    private List<Registration> registered;
    private final SortedMap<String, Verdict> verdicts;
    private final SortedSet<String> retracted;

    MatchStatements(RecordEntry entry, RecordState state) {
        this.entry = entry;
        registered = state.registered();
        verdicts = new TreeMap<>(state.verdicts());
        retracted = new TreeSet<>(state.retracted());
    }

    List<Registration> registered() {
        return registered;
    }

    SortedMap<String, Verdict> verdicts() {
        return verdicts;
    }

    SortedSet<String> retracted() {
        return retracted;
    }

    /**
     * States what is so now, if it has not done so yet, and takes back what it stated at other keys. Each statement is judged anew, so that
     * former verdicts do not count any more.
     */
    void state() {
        List<Registration> wanted = wanted();
        for (Registration before : registered) {
            if (wanted.stream().noneMatch(now -> now.matchKey().equals(before.matchKey()))) {
                retract(before.matchKey());
                retracted.add(before.matchKey());
                verdicts.remove(before.matchKey());
            }
        }
        for (Registration now : wanted) {
            if (!registered.contains(now)) {
                say(now);
                verdicts.remove(now.matchKey());
                retracted.remove(now.matchKey());
            }
        }
        registered = wanted;
    }

    /** Keeps what a match key's entry decided, if the record still carries that key; whether it does. */
    boolean hear(Verdict verdict) {
        boolean mine = registeredAt(verdict.matchKey());
        if (mine) {
            verdicts.put(verdict.matchKey(), verdict);
        }
        return mine;
    }

    /** Takes back what it once stated at a match key and, by a crash, may not know of any more. */
    void retractStray(String matchKey) {
        if (!registeredAt(matchKey) && entry.holds(Guard.STRAYS_RETRACTED)) {
            retract(matchKey);
        }
    }

    /** The first match key, by priority, that is not known to have found nobody; empty where all of them found nobody. */
    Optional<String> decisive() {
        return registered.stream()
                .map(Registration::matchKey)
                .filter(matchKey -> !passes(verdicts.get(matchKey)))
                .findFirst();
    }

    /** What the entry of a match key decided, null where that is not known yet. */
    @Nullable
    Verdict verdict(String matchKey) {
        return verdicts.get(matchKey);
    }

    private boolean passes(@Nullable Verdict verdict) {
        if (verdict == null) {
            return false;
        }
        boolean mayBeTaken = entry.mapping.policies().onTaken() == OnTaken.CREATE;
        return verdict.judgement() == Judgement.CREATE || (verdict.judgement() == Judgement.TAKEN && mayBeTaken);
    }

    /** What is to be stated, by priority of the keys; nothing where nobody is to find the record. */
    private List<Registration> wanted() {
        Image now = entry.image;
        boolean free = entry.owner == null;
        if (now == null || now.deleted() || !now.inScope() || (free && entry.detached) || entry.held()) {
            return List.of();
        }
        if (!free && !entry.holds(Guard.OWNED_STAY_REGISTERED)) {
            return List.of();
        }
        RecordRef whom = !free && entry.holds(Guard.PARTNER_NOT_AMBIGUOUS) ? counterpart() : null;
        return entry.mapping.matchKeys(entry.ref.side(), now.fields()).stream()
                .map(key -> new Registration(key, !free, whom))
                .toList();
    }

    /** Whom it is coupled with, or about to be: as its coupling said last, else as it was claimed. Null where nobody is known. */
    private @Nullable RecordRef counterpart() {
        Info said = entry.holds(Guard.PARTNER_FOLLOWED) ? entry.info : null;
        return said == null ? entry.partner : said.partner() == null ? said.wanted() : said.partner();
    }

    /** Says everything again that may have been lost. */
    void sayAgain() {
        registered.forEach(this::say);
        if (entry.holds(Guard.RETRACTED_KEPT)) {
            retracted.forEach(this::retract);
        }
    }

    private boolean registeredAt(String matchKey) {
        return registered.stream().anyMatch(each -> each.matchKey().equals(matchKey));
    }

    private void say(Registration statement) {
        Register register = new Register(entry.ref, statement.owned(), statement.partner());
        entry.out.toMatchKey(statement.matchKey(), entry.mapping.name(), register);
    }

    private void retract(String matchKey) {
        entry.out.toMatchKey(matchKey, entry.mapping.name(), new Unregister(entry.ref));
    }
}
