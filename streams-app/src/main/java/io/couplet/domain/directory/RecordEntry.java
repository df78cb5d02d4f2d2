package io.couplet.domain.directory;

import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.NameUuid;
import io.couplet.domain.model.RecordRef;
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
    final List<String> sharing;
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

    /** The dissolved coupling whose base still holds for it. */
    @Nullable
    String former;

    Wait awaits;
    final MatchStatements statements;
    final RecordSpeech speech = new RecordSpeech(this);
    final Way way = new Way(this);

    boolean freed;

    @Nullable
    RecordRef pendingPartner;

    final SortedSet<Integer> subscribers;

    @Nullable
    Info info;

    @Nullable
    Version handed;

    private ChangeOutcome outcome;
    final SortedMap<String, Long> last;

    RecordEntry(
            Mapping mapping,
            List<String> sharing,
            RecordRef ref,
            String account,
            Guards guards,
            RecordState state,
            Outbox out) {
        this.sharing = sharing;
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
        former = state.former();
        awaits = state.awaits();
        statements = new MatchStatements(this, state);
        freed = state.freed();
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
                former,
                awaits,
                statements.registered(),
                statements.verdicts(),
                statements.retracted(),
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

    /** Whether the integration account created it, as one of the mapping's couplings may have asked: none does where nothing is written (decision 0035). */
    boolean createdByUs(Image version) {
        return account.equals(version.createdBy()) && !freed && !madeForAnother() && mapping.writesTo(ref.side());
    }

    /** Whether some coupling may have made it: also where a user has brought it back, who is its creator then. */
    boolean madeByUs(Image version) {
        return createdByUs(version) || (NameUuid.mayBeMadeFor(mapping.name(), ref.id()) && !freed);
    }

    /** Whether its id tells that none of the mapping's couplings made it. */
    private boolean madeForAnother() {
        return NameUuid.isMadeForAnother(mapping.name(), ref.id()) && holds(Guard.MADE_FOR_ANOTHER);
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

    /** Founds a coupling. */
    void claim(Intent why, @Nullable RecordRef wanted) {
        lead = true;
        intent = why;
        partner = wanted;
        belongTo(ownCoupling(incarnation));
        speech.handOver();
        speech.claim();
    }

    /** Joins a coupling; saying so to it is the caller's part. */
    void belongTo(String coupling) {
        owner = coupling;
        awaits = Wait.NONE;
        pendingPartner = null;
        info = null;
        become(ChangeOutcome.PENDING);
        handed = image == null ? null : image.version();
        statements.state();
        speech.explain();
    }

    /** Notes that a coupling has let it go, whether or not it belonged there; whether that is news. No id is used twice. */
    boolean dissolves(String coupling) {
        if (ownCoupling(incarnation).equals(coupling)) {
            incarnation++;
        }
        return dissolved.putIfAbsent(coupling, image == null ? Version.NONE : image.version()) == null;
    }

    /**
     * Leaves its coupling.
     *
     * @param end what the coupling saw of it last, null where it let a deleted record go before; one that was deleted there and has come back
     *     since begins a new life
     */
    void leave(ReleaseReason why, @Nullable Image end) {
        boolean gone = why == ReleaseReason.DELETED && (end == null || end.deleted());
        boolean revived = gone && alive();
        Info known = info;
        former = why == ReleaseReason.UNCOUPLED && alive() ? owner : null;
        owner = null;
        lead = false;
        intent = null;
        partner = null;
        boolean ours = image == null || createdByUs(image);
        detached |= (why != ReleaseReason.REFUSED && !revived && holds(Guard.DETACHED)) || ours;
        if (known != null) {
            info = new Info(known.coupling(), null, null, null, 0);
            speech.answerAll();
        }
        way.find();
    }

    /** A coupling that is not its own had a counterpart for it: once it is free it stays so until a person couples it. */
    void keepOut() {
        detached = true;
        if (owner == null) {
            awaits = Wait.NONE;
            way.find();
        }
    }

    /** Keeps a version that a coupling knows and capture has not shown; whether it is news. */
    boolean learn(@Nullable Image version) {
        boolean news = version != null && (image == null || version.version().after(image.version()));
        if (news) {
            boolean first = image == null;
            image = version;
            handedOver = true;
            explain(first);
        }
        return news;
    }

    /** Whether capture shows only now what a former coupling told, and what its present one was given as if captured when it joined that. */
    boolean showsGiven(Image version) {
        boolean given = handedOver
                && version.version().equals(handed)
                && image != null
                && image.version().equals(handed);
        handedOver &= !given;
        return given;
    }

    /** A former coupling brought a newer version; the present one may have asked for it in vain. */
    void goOn() {
        if (owner == null) {
            startOver();
            way.find();
        } else if (image != null) {
            speech.forward(image);
            statements.state();
        }
    }

    void keep(Info news) {
        if (info == null || !info.coupling().equals(news.coupling()) || news.version() >= info.version()) {
            info = news;
            statements.state();
        }
        speech.answerAll();
    }

    /** Counts what became of the newest version, once. */
    void become(ChangeOutcome now) {
        if (outcome != now && image != null) {
            outcome = now;
            count(image.version(), now);
        }
    }

    /** Counts the newest version once more under what became of it, as far as that was decided here. */
    void recount() {
        if (image != null && outcome != ChangeOutcome.PENDING) {
            count(image.version(), ChangeOutcome.PENDING);
            count(image.version(), outcome);
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
        boolean first = image == null;
        image = newer;
        explain(first);
        former = newer.deleted() ? null : former;
        handedOver = false;
        startOver();
    }

    /** Only an image tells who made it. */
    private void explain(boolean first) {
        if (first) {
            speech.explain();
        }
    }

    void startOver() {
        outcome = ChangeOutcome.PENDING;
    }
}
