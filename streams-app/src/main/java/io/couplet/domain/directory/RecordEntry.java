package io.couplet.domain.directory;

import io.couplet.domain.directory.RecordState.Registration;
import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies.OnTaken;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ClaimFor;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.Register;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.DirectoryMessage.Unregister;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.Refusal;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One record under one mapping, at work: the moves that its entry in the Directory can make. {@link RecordRules} says when it makes them.
 */
final class RecordEntry {
    final Mapping mapping;
    final RecordRef ref;
    final Outbox out;
    private final String account;
    private final Guards guards;

    @Nullable
    Image image;

    private boolean handedOver;

    @Nullable
    String owner;

    boolean lead;

    @Nullable
    Intent intent;

    @Nullable
    RecordRef partner;

    int incarnation;
    boolean detached;
    final SortedMap<String, Version> dissolved;
    Wait awaits;
    private List<Registration> registered;
    private final SortedMap<String, Verdict> verdicts;
    private final SortedSet<String> retracted;

    boolean freed;

    @Nullable
    RecordRef pendingPartner;

    final SortedSet<Integer> subscribers;
    private @Nullable Info info;
    private @Nullable Version handed;
    private ChangeOutcome outcome;
    final SortedMap<String, Long> last;

    RecordEntry(Mapping mapping, RecordRef ref, String account, Guards guards, RecordState state, Outbox out) {
        this.guards = guards;
        this.mapping = mapping;
        this.ref = ref;
        this.account = account;
        this.out = out;
        image = state.image();
        handedOver = state.handedOver();
        owner = state.owner();
        lead = state.lead();
        intent = state.intent();
        partner = state.partner();
        incarnation = state.incarnation();
        detached = state.detached();
        dissolved = new TreeMap<>(state.dissolved());
        awaits = state.awaits();
        registered = state.registered();
        verdicts = new TreeMap<>(state.verdicts());
        freed = state.freed();
        retracted = new TreeSet<>(state.retracted());
        pendingPartner = state.pendingPartner();
        subscribers = new TreeSet<>(state.subscribers());
        info = state.info();
        handed = state.handed();
        outcome = state.outcome();
        last = new TreeMap<>(state.last());
    }

    RecordState state() {
        return new RecordState(
                image,
                handedOver,
                owner,
                lead,
                intent,
                partner,
                incarnation,
                detached,
                dissolved,
                awaits,
                registered,
                verdicts,
                retracted,
                freed,
                pendingPartner,
                subscribers,
                info,
                handed,
                outcome,
                last);
    }

    // ---- what is so ------------------------------------------------------------------------------------------------

    boolean alive() {
        return image != null && !image.deleted();
    }

    boolean createdByUs(Image version) {
        return account.equals(version.createdBy()) && !freed;
    }

    boolean holds(Guard guard) {
        return guards.hold(guard);
    }

    boolean held() {
        return awaits == Wait.HELD;
    }

    /** Whether its own coupling is under way, so that nobody else may have it. */
    boolean busy() {
        return held() && holds(Guard.HELD_IS_BUSY);
    }

    /** The id of the coupling that this record founds in one of its incarnations. */
    private String ownCoupling(int which) {
        return NameUuid.of(mapping.name(), ref.text(), Integer.toString(which));
    }

    /** Whether this record founds, or once founded, a coupling. */
    boolean founded(String coupling) {
        return IntStream.rangeClosed(0, incarnation)
                .anyMatch(which -> ownCoupling(which).equals(coupling));
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
            register();
        } else if (incarnation == 0 && createdByUs(now) && holds(Guard.HELD)) {
            awaits = Wait.HELD;
            become(ChangeOutcome.HELD);
            register();
        } else {
            awaits = awaits == Wait.AMBIGUOUS ? awaits : Wait.MATCH;
            register();
            goByVerdicts();
        }
    }

    private boolean registeredAt(String matchKey) {
        return registered.stream().anyMatch(each -> each.matchKey().equals(matchKey));
    }

    /** Takes back what it once stated at a match key and, by a crash, may not know of any more. */
    void retractStray(String matchKey) {
        if (!registeredAt(matchKey) && holds(Guard.STRAYS_RETRACTED)) {
            out.toMatchKey(matchKey, mapping.name(), new Unregister(ref));
        }
    }

    /** Keeps what a match key's entry decided, if the record still carries that key. */
    boolean hear(Verdict verdict) {
        boolean mine = registeredAt(verdict.matchKey());
        if (mine) {
            verdicts.put(verdict.matchKey(), verdict);
        }
        return mine;
    }

    /** Follows the first match key, by priority, whose entry found somebody; none of them may be left out. */
    void goByVerdicts() {
        for (Registration each : registered) {
            Verdict verdict = verdicts.get(each.matchKey());
            if (verdict == null) {
                waitForMatch();
                return;
            }
            boolean passed = verdict.judgement() == Judgement.CREATE
                    || (verdict.judgement() == Judgement.TAKEN
                            && mapping.policies().onTaken() == OnTaken.CREATE);
            if (!passed) {
                follow(verdict);
                return;
            }
        }
        if (mapping.createsCounterpartOf(ref.side())) {
            claim(Intent.CREATE, null);
        } else {
            awaits = registered.isEmpty() ? Wait.NONE : Wait.MATCH;
            become(ChangeOutcome.POOLED);
        }
    }

    private void follow(Verdict verdict) {
        if (verdict.judgement() != Judgement.COUPLE) {
            awaits = Wait.AMBIGUOUS;
            become(ChangeOutcome.SET_ASIDE);
        } else if (ref.side() == Side.ERP) {
            claim(Intent.COUPLE, verdict.partner());
        } else {
            waitForMatch();
        }
    }

    private void waitForMatch() {
        become(awaits == Wait.AMBIGUOUS ? ChangeOutcome.SET_ASIDE : ChangeOutcome.PARKED);
    }

    /** Founds a coupling. */
    void claim(Intent why, @Nullable RecordRef wanted) {
        lead = true;
        intent = why;
        partner = wanted;
        belongTo(ownCoupling(incarnation));
        handOver();
        sayClaim();
    }

    /** Joins a coupling; saying so to it is the caller's part. */
    void belongTo(String coupling) {
        owner = coupling;
        awaits = Wait.NONE;
        pendingPartner = null;
        info = null;
        become(ChangeOutcome.PENDING);
        handed = image == null ? null : image.version();
        register();
    }

    /**
     * Leaves its coupling.
     *
     * @param end what the coupling saw of it last; one that was deleted there and has come back since begins a new life
     */
    void leave(ReleaseReason why, @Nullable Image end) {
        boolean revived = end != null
                && end.deleted()
                && image != null
                && !image.deleted()
                && image.version().after(end.version());
        Info known = info;
        owner = null;
        lead = false;
        intent = null;
        partner = null;
        incarnation++;
        boolean ours = image == null || (createdByUs(image) && holds(Guard.DETACHED_WHEN_OURS));
        detached |= (why != ReleaseReason.REFUSED && !revived && holds(Guard.DETACHED)) || ours;
        if (known != null) {
            info = new Info(known.coupling(), null, null, null, 0);
            answerAll();
        }
        route();
    }

    /** A coupling that is not its own had a counterpart for it: once it is free it stays so until a person couples it. */
    void keepOut() {
        detached = true;
        if (owner == null) {
            awaits = Wait.NONE;
            route();
        }
    }

    /** Keeps a version that a coupling knows and capture has not shown; whether it is news. */
    boolean learn(@Nullable Image version) {
        boolean news = version != null && (image == null || version.version().after(image.version()));
        if (news) {
            image = version;
            handedOver = true;
        }
        return news;
    }

    /** A former coupling brought a newer version; the present one may have asked for it in vain. */
    void goOn() {
        if (owner == null) {
            startOver();
            route();
        } else if (image != null) {
            forward(image);
            register();
        }
    }

    void keep(Info news) {
        if (info == null || !info.coupling().equals(news.coupling()) || news.version() >= info.version()) {
            info = news;
            register();
        }
        answerAll();
    }

    /** Whom it is coupled with, or about to be: as its coupling said last, else as it was claimed. Null where nobody is known. */
    private @Nullable RecordRef counterpart() {
        Info said = holds(Guard.PARTNER_FOLLOWED) ? info : null;
        return said == null ? partner : said.partner() == null ? said.wanted() : said.partner();
    }

    /** Counts what became of the newest version, once. */
    void become(ChangeOutcome now) {
        if (outcome != now && image != null) {
            outcome = now;
            count(image.version(), now);
        }
    }

    /** A coupling that let it go has forgotten that and said other things meanwhile: what holds is said once more. */
    void sayOutcomeAgain() {
        if (owner != null) {
            handOver();
        } else if (image != null && outcome != ChangeOutcome.PENDING) {
            count(image.version(), ChangeOutcome.PENDING);
            count(image.version(), outcome);
        }
    }

    /** A coupling leaves a version of which it has said nothing. Of the one that was newest when it let go this entry speaks itself. */
    void sayLeft(String coupling, @Nullable Version version) {
        Version since = dissolved.get(coupling);
        if (version != null && since != null && since.after(version)) {
            count(version, ChangeOutcome.SUPERSEDED);
        }
    }

    void count(Version version, ChangeOutcome now) {
        out.count(mapping.name(), ref, version, now);
    }

    /** Takes a newer version in; what became of the former one is settled. */
    void see(Image newer) {
        boolean open =
                outcome == ChangeOutcome.PARKED || outcome == ChangeOutcome.SET_ASIDE || outcome == ChangeOutcome.HELD;
        if (image != null && owner == null && open) {
            count(image.version(), ChangeOutcome.SUPERSEDED);
        }
        image = newer;
        handedOver = false;
        startOver();
    }

    void startOver() {
        outcome = ChangeOutcome.PENDING;
    }

    /**
     * States at the entries of its match keys what is so now, if it has not done so yet, and takes back what it stated at others. Each
     * statement is judged anew, so that former verdicts do not count any more.
     */
    void register() {
        List<Registration> wanted = registrations();
        for (Registration before : registered) {
            if (wanted.stream().noneMatch(now -> now.matchKey().equals(before.matchKey()))) {
                out.toMatchKey(before.matchKey(), mapping.name(), new Unregister(ref));
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

    private List<Registration> registrations() {
        Image now = image;
        boolean free = owner == null;
        if (now == null || now.deleted() || !now.inScope() || (free && detached) || awaits == Wait.HELD) {
            return List.of();
        }
        if (!free && !holds(Guard.OWNED_STAY_REGISTERED)) {
            return List.of();
        }
        RecordRef whom = !free && holds(Guard.PARTNER_NOT_AMBIGUOUS) ? counterpart() : null;
        return mapping.matchKeys(ref.side(), now.fields()).stream()
                .map(key -> new Registration(key, !free, whom))
                .toList();
    }

    // ---- what it says ----------------------------------------------------------------------------------------------

    /** Says everything again that may have been lost. */
    void announce() {
        if (owner != null) {
            handOver();
            sayClaim();
            sayHanded();
        }
        registered.forEach(this::say);
        if (holds(Guard.RETRACTED_KEPT)) {
            retracted.forEach(matchKey -> out.toMatchKey(matchKey, mapping.name(), new Unregister(ref)));
        }
        answerAll();
        out.add(new Output.Publish());
    }

    /** What was handed over may have been lost on its way, and only the newest version is handed over again. */
    private void sayHanded() {
        if (handed != null && image != null && image.version().after(handed)) {
            count(handed, ChangeOutcome.SUPERSEDED);
        }
    }

    /** A version is read again: it goes on to the coupling; the one that it went on to before may never have got it, and is left by now. */
    void sayWhereabouts(Image version) {
        if (owner != null) {
            forward(version);
        } else if (image != null && image.version().after(version.version())) {
            count(version.version(), ChangeOutcome.SUPERSEDED);
        }
    }

    /** Tells its coupling that it belongs there, and hands its newest version over. */
    void handOver() {
        sayOwn(true);
    }

    /** Tells its coupling once more that it belongs there, and what it looks like. */
    void sayOwn() {
        sayOwn(false);
    }

    private void sayOwn(boolean handsOver) {
        if (owner != null && image != null) {
            RecordRef wanted = lead ? partner : null;
            tell(owner, new PairMessage.Own(ref, image, lead, intent, wanted, lead ? ref : partner, handsOver));
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
                    new Answer(mapping.name(), ref.text(), info.partner(), info.businessKey(), answerVersion(info))));
        }
    }

    /** What a later coupling says is newer than whatever an earlier one said. */
    private long answerVersion(Info said) {
        return ((long) incarnation << Info.VERSION_BITS) + said.version();
    }

    private void answerAll() {
        subscribers.forEach(this::answer);
    }

    private void say(Registration statement) {
        out.toMatchKey(statement.matchKey(), mapping.name(), new Register(ref, statement.owned(), statement.partner()));
    }
}
