package io.couplet.domain.directory;

import io.couplet.domain.directory.RecordState.Registration;
import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Register;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.DirectoryMessage.Unregister;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.Refusal;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One record under one mapping, at work: the moves that its entry in the Directory can make. {@link RecordRules} says when it makes them.
 */
final class RecordEntry {
    final Mapping mapping;
    final RecordRef ref;
    final Outbox out;
    private final String account;

    @Nullable
    Image image;

    @Nullable
    String owner;

    boolean lead;

    @Nullable
    Intent intent;

    @Nullable
    RecordRef partner;

    int incarnation;
    boolean detached;
    final SortedSet<String> dissolved;
    Wait awaits;
    private @Nullable Registration registered;
    private final SortedSet<String> retracted;

    @Nullable
    RecordRef pendingPartner;

    final SortedSet<Integer> subscribers;
    private @Nullable Info info;
    private ChangeOutcome outcome;
    final SortedMap<String, Long> last;

    RecordEntry(Mapping mapping, RecordRef ref, String account, RecordState state, Outbox out) {
        this.mapping = mapping;
        this.ref = ref;
        this.account = account;
        this.out = out;
        image = state.image();
        owner = state.owner();
        lead = state.lead();
        intent = state.intent();
        partner = state.partner();
        incarnation = state.incarnation();
        detached = state.detached();
        dissolved = new TreeSet<>(state.dissolved());
        awaits = state.awaits();
        registered = state.registered();
        retracted = new TreeSet<>(state.retracted());
        pendingPartner = state.pendingPartner();
        subscribers = new TreeSet<>(state.subscribers());
        info = state.info();
        outcome = state.outcome();
        last = new TreeMap<>(state.last());
    }

    RecordState state() {
        return new RecordState(
                image,
                owner,
                lead,
                intent,
                partner,
                incarnation,
                detached,
                dissolved,
                awaits,
                registered,
                retracted,
                pendingPartner,
                subscribers,
                info,
                outcome,
                last);
    }

    // ---- what is so ------------------------------------------------------------------------------------------------

    boolean alive() {
        return image != null && !image.deleted();
    }

    boolean createdByUs(Image version) {
        return account.equals(version.createdBy());
    }

    boolean registeredAs(String matchKey) {
        return registered != null && registered.matchKey().equals(matchKey);
    }

    /** The id of the coupling that this record founds in its present incarnation. */
    String ownCoupling() {
        return NameUuid.of(mapping.name(), ref.text(), Integer.toString(incarnation));
    }

    // ---- moves -----------------------------------------------------------------------------------------------------

    /** Finds the way of an uncoupled record. */
    void route() {
        Image now = image;
        if (now == null) {
            return;
        }
        if (now.deleted() || !now.inScope() || detached) {
            awaits = Wait.NONE;
            become(now.deleted() || detached ? ChangeOutcome.POOLED : ChangeOutcome.FILTERED);
        } else if (incarnation == 0 && createdByUs(now)) {
            awaits = Wait.HELD;
            become(ChangeOutcome.HELD);
        } else if (mapping.matchKey(ref.side(), now.fields()).isPresent()) {
            awaits = awaits == Wait.AMBIGUOUS ? awaits : Wait.MATCH;
            become(awaits == Wait.AMBIGUOUS ? ChangeOutcome.SET_ASIDE : ChangeOutcome.PARKED);
        } else if (mapping.createsCounterpartOf(ref.side())) {
            claim(Intent.CREATE, null);
            return;
        } else {
            awaits = Wait.NONE;
            become(ChangeOutcome.POOLED);
        }
        register();
    }

    /** Founds a coupling. */
    void claim(Intent why, @Nullable RecordRef wanted) {
        lead = true;
        intent = why;
        partner = wanted;
        belongTo(ownCoupling());
        sayOwn();
        sayClaim();
    }

    /** Joins a coupling; saying so to it is the caller's part. */
    void belongTo(String coupling) {
        owner = coupling;
        awaits = Wait.NONE;
        detached = false;
        pendingPartner = null;
        info = null;
        outcome = ChangeOutcome.PENDING;
        register();
    }

    /** Leaves its coupling. */
    void leave(ReleaseReason why) {
        Info known = info;
        owner = null;
        lead = false;
        intent = null;
        partner = null;
        incarnation++;
        detached = why != ReleaseReason.REFUSED || image == null || createdByUs(image);
        if (known != null) {
            info = new Info(known.coupling(), null, null, null, known.version() + 1);
            answerAll();
        }
        route();
    }

    /** Keeps a version that its coupling knows and capture has not shown. */
    void learn(@Nullable Image version) {
        if (version != null && (image == null || version.version().after(image.version()))) {
            image = version;
        }
    }

    void keep(Info news) {
        if (info == null || !info.coupling().equals(news.coupling()) || news.version() >= info.version()) {
            info = news;
        }
        answerAll();
    }

    /** Counts what became of the newest version, once. */
    void become(ChangeOutcome now) {
        if (outcome != now) {
            outcome = now;
            out.count(mapping.name(), ref.side(), now);
        }
    }

    /** Forgets what became of the former version, because a newer one is here. */
    void startOver() {
        if (outcome == ChangeOutcome.PARKED || outcome == ChangeOutcome.SET_ASIDE || outcome == ChangeOutcome.HELD) {
            out.count(mapping.name(), ref.side(), ChangeOutcome.SUPERSEDED);
        }
        outcome = ChangeOutcome.PENDING;
    }

    /** States at its match key's entry what is so now, if it has not done so yet, and takes back what it stated at another. */
    void register() {
        Registration wanted = registration().orElse(null);
        Registration before = registered;
        if (before != null && (wanted == null || !wanted.matchKey().equals(before.matchKey()))) {
            out.toMatchKey(before.matchKey(), mapping.name(), new Unregister(ref));
            retracted.add(before.matchKey());
        }
        if (wanted != null && !wanted.equals(before)) {
            say(wanted);
            retracted.remove(wanted.matchKey());
        }
        registered = wanted;
    }

    private Optional<Registration> registration() {
        Image now = image;
        if (now == null || now.deleted() || !now.inScope() || detached || awaits == Wait.HELD) {
            return Optional.empty();
        }
        return mapping.matchKey(ref.side(), now.fields()).map(key -> new Registration(key, owner != null, partner));
    }

    // ---- what it says ----------------------------------------------------------------------------------------------

    /** Says everything again that may have been lost. */
    void announce() {
        if (owner != null) {
            sayOwn();
            sayClaim();
        }
        if (registered != null) {
            say(registered);
        }
        for (String matchKey : retracted) {
            out.toMatchKey(matchKey, mapping.name(), new Unregister(ref));
        }
        answerAll();
        out.add(new Output.Publish());
    }

    void sayOwn() {
        if (owner != null && image != null) {
            RecordRef wanted = lead ? partner : null;
            tell(owner, new PairMessage.Own(ref, image, lead, intent, wanted, lead ? ref : partner));
        }
    }

    void sayClaim() {
        if (owner != null && lead && intent == Intent.COUPLE && partner != null) {
            out.toRecord(partner, mapping.name(), new ClaimFor(owner, ref));
        }
    }

    void refuse(String coupling, Refusal why) {
        tell(coupling, new PairMessage.NoPartner(ref, why));
    }

    void refuseOperator(String decision) {
        out.add(new Output.Audited(ref.text(), mapping.name(), null, null, null, List.of(), decision));
    }

    void forward(Image version) {
        if (owner != null) {
            tell(owner, new PairMessage.Changed(ref, version));
        }
    }

    void tell(String coupling, PairMessage message) {
        out.toPair(coupling, mapping.name(), message);
    }

    void answer(int partition) {
        if (info != null) {
            out.add(new Output.ToCache(
                    partition,
                    new Answer(mapping.name(), ref.text(), info.partner(), info.businessKey(), info.version())));
        }
    }

    private void answerAll() {
        subscribers.forEach(this::answer);
    }

    private void say(Registration statement) {
        out.toMatchKey(statement.matchKey(), mapping.name(), new Register(ref, statement.owned(), statement.partner()));
    }
}
