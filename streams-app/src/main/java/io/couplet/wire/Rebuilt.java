package io.couplet.wire;

import io.couplet.contract.CoupledSide;
import io.couplet.contract.Coupling;
import io.couplet.contract.Ownership;
import io.couplet.contract.OwnershipEntry;
import io.couplet.contract.RecordImage;
import io.couplet.contract.RuleSide;
import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Name;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.PerRule;
import io.couplet.domain.pair.Question;
import io.couplet.domain.pair.SideState;
import io.couplet.domain.pair.Volley;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * States made from what was published of them and from the newest versions of records: the way back from {@link CouplingRecords} and {@link
 * RecordRecords}. Nothing is decided again. What is of one run only (commands in flight, waits, offsets) is not there.
 */
public final class Rebuilt {
    private Rebuilt() {}

    // ---- couplings -------------------------------------------------------------------------------------------------

    /**
     * A coupling.
     *
     * @param newest the newest version of a record as far as the Directory knows, null where it knows none
     */
    public static PairState pair(Mapping mapping, Coupling published, Function<RecordRef, @Nullable Image> newest) {
        boolean ended = published.getDead() != null;
        SideState erp = side(mapping, Side.ERP, published.getErp(), ended, newest);
        SideState crm = side(mapping, Side.CRM, published.getCrm(), ended, newest);
        SortedSet<String> alias = alias(mapping, erp);
        PairState untimed = pair(published, erp, crm, alias);
        return pair(
                published,
                erp.since(times(mapping, Side.ERP, published.getErp(), untimed)),
                crm.since(times(mapping, Side.CRM, published.getCrm(), untimed)),
                alias);
    }

    /** Former aliases are retracted long since; the present one must be when the coupling ends. */
    private static SortedSet<String> alias(Mapping mapping, SideState erp) {
        @Nullable Image image = erp.image();
        @Nullable RecordRef ref = erp.ref();
        Optional<String> alias = ref == null || image == null ? Optional.empty() : mapping.alias(ref, image.fields());
        return new TreeSet<>(alias.stream().toList());
    }

    private static PerRule<Instant> times(Mapping mapping, Side which, CoupledSide side, PairState state) {
        return CoupledSides.changedAt(mapping, which, side, state);
    }

    private static SideState side(
            Mapping mapping,
            Side which,
            CoupledSide published,
            boolean ended,
            Function<RecordRef, @Nullable Image> newest) {
        @Nullable RecordRef ref = Images.ref(published.getRef());
        return CoupledSides.state(mapping, which, published, ref == null || ended ? null : newest.apply(ref));
    }

    private static PairState pair(Coupling published, SideState erp, SideState crm, SortedSet<String> aliases) {
        SortedSet<Name> needs = published.getWaitsFor().stream()
                .map(name -> new Name(name.getMapping(), name.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        return new PairState(
                published.getId(),
                erp,
                crm,
                Images.ref(published.getLead()),
                Images.ref(published.getWanted()),
                published.getCreate(),
                published.getLives(),
                refs(published.getRefused()),
                unversioned(published.getLetGo().stream().map(RecordRef::new)),
                needs,
                published.getParked(),
                needs,
                question(published.getQuestion()),
                sides(published.getChosen()),
                published.getAgreedToDelete(),
                aliases,
                sides(published.getDrift()),
                new Volley(published.getCommandsSinceEdit(), published.getSentSince()),
                published.getOpenSince(),
                Words.sameOrNull(published.getDying(), ReleaseReason.class),
                Words.sameOrNull(published.getDead(), ReleaseReason.class),
                published.getEndedAt(),
                published.getCommandsToErp(),
                published.getCommandsToCrm(),
                -1);
    }

    private static SortedSet<RecordRef> refs(Collection<String> texts) {
        return texts.stream().map(RecordRef::new).collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable Question question(io.couplet.contract.@Nullable Question question) {
        return question == null
                ? null
                : new Question(
                        Words.same(question.getKind(), Question.Kind.class),
                        question.getWords(),
                        new TreeSet<>(question.getRules()));
    }

    private static SortedMap<String, Side> sides(Collection<RuleSide> published) {
        SortedMap<String, Side> sides = new TreeMap<>();
        published.forEach(each -> sides.put(each.getRule(), Words.same(each.getSide(), Side.class)));
        return sides;
    }

    // ---- records ---------------------------------------------------------------------------------------------------

    /**
     * What the Directory knows of a record.
     *
     * @param captured the newest version on its change topic, null where there is none
     */
    public static RecordState record(Mapping mapping, Ownership published, @Nullable Image captured) {
        OwnershipEntry entry = published.getEntry();
        RecordRef ref = new RecordRef(published.getRef());
        @Nullable Image handedOver = handedOver(mapping, ref, entry);
        boolean ahead = isAhead(handedOver, captured);
        // Of rows of another company no version is looked at.
        @Nullable Image seen = entry.getOutcome().equals(RecordRecords.UNSEEN) ? null : captured;
        return new RecordState(
                ahead ? handedOver : seen,
                ahead,
                entry.getOwner(),
                entry.getLead(),
                Words.sameOrNull(entry.getIntent(), Intent.class),
                Images.ref(entry.getPartner()),
                entry.getIncarnation(),
                entry.getDetached(),
                unversioned(entry.getDissolved().stream()),
                entry.getFormer(),
                Words.same(entry.getAwaits(), RecordState.Wait.class),
                List.of(),
                new TreeMap<>(),
                new TreeSet<>(),
                entry.getFreed(),
                Images.ref(entry.getPendingPartner()),
                new TreeSet<>(),
                null,
                null,
                outcome(entry.getOutcome()),
                new TreeMap<>());
    }

    /** Who let go whom is durable; which version that was about is of one run only. */
    private static <T> SortedMap<T, Version> unversioned(Stream<T> things) {
        SortedMap<T, Version> unversioned = new TreeMap<>();
        things.forEach(thing -> unversioned.put(thing, Version.NONE));
        return unversioned;
    }

    /**
     * The newest version of a record as far as the Directory knows.
     *
     * @param captured the newest version on its change topic, null where there is none
     * @param published what the Directory published of the record, null where nothing
     */
    public static @Nullable Image newest(
            Mapping mapping, RecordRef ref, @Nullable Image captured, @Nullable Ownership published) {
        @Nullable Image handedOver = published == null ? null : handedOver(mapping, ref, published.getEntry());
        return isAhead(handedOver, captured) ? handedOver : captured;
    }

    private static @Nullable Image handedOver(Mapping mapping, RecordRef ref, OwnershipEntry entry) {
        RecordImage image = entry.getImage();
        return image == null ? null : Images.fromAvro(image, mapping.fieldNames(ref.side()));
    }

    private static boolean isAhead(@Nullable Image handedOver, @Nullable Image captured) {
        return handedOver != null && (captured == null || handedOver.version().after(captured.version()));
    }

    private static ChangeOutcome outcome(String word) {
        return switch (word) {
            case "held" -> ChangeOutcome.HELD;
            case "matching" -> ChangeOutcome.PARKED;
            case "ambiguous" -> ChangeOutcome.SET_ASIDE;
            case "filtered" -> ChangeOutcome.FILTERED;
            case "pooled" -> ChangeOutcome.POOLED;
            default -> ChangeOutcome.PENDING;
        };
    }
}
