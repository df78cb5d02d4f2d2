package io.couplet.domain.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Policies.Breakers;
import io.couplet.domain.message.DirectoryMessage.ReleaseReason;
import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.Question.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final PairState LIVE = new Shape(false, null, null, null, false).state();

    /** Five may always go, and a fifth of all. */
    private static final Breakers BREAKERS = new Breakers(30, Duration.ofMinutes(1), 0.2, 5, WINDOW);

    private final List<PairState> couplings = new ArrayList<>();
    private final Losses losses = new Losses(BREAKERS, 1);

    /** What of a coupling's state matters here. */
    private record Shape(
            boolean gone,
            @Nullable Kind asked,
            @Nullable ReleaseReason dead,
            @Nullable Instant endedAt,
            boolean agreed) {
        PairState state() {
            PairState unknown = PairState.unknown("c");
            return new PairState(
                    "c",
                    side(RecordRef.erp("CRONUS", "customer", "1"), gone),
                    side(RecordRef.crm("account", "1"), false),
                    null,
                    null,
                    false,
                    0,
                    unknown.refused(),
                    unknown.letGo(),
                    unknown.needs(),
                    false,
                    unknown.waits(),
                    asked == null ? null : new Question(asked, "", new TreeSet<>()),
                    new TreeMap<>(),
                    agreed,
                    Collections.emptySortedSet(),
                    new TreeMap<>(),
                    Volley.NONE,
                    null,
                    null,
                    dead,
                    endedAt,
                    0,
                    0,
                    1);
        }

        private static SideState side(RecordRef ref, boolean gone) {
            Image image = new Image(
                    new Version(1, gone),
                    null,
                    null,
                    null,
                    NOON,
                    NOON,
                    true,
                    Fields.of(new FieldNames(List.of()), name -> Value.BLANK));
            SideState none = SideState.EMPTY;
            return new SideState(
                    ref,
                    image,
                    true,
                    null,
                    none.base(),
                    Version.NONE,
                    none.changedAt(),
                    null,
                    null,
                    null,
                    null,
                    none.outcome());
        }
    }

    private static PairState lost(Instant at) {
        return new Shape(true, null, ReleaseReason.DELETED, at, false).state();
    }

    private static PairState heldBack() {
        return new Shape(true, Kind.MASS_DELETE, null, null, false).state();
    }

    private void live(int count) {
        for (int i = 0; i < count; i++) {
            couplings.add(LIVE);
            losses.moved(PairState.unknown("c"), LIVE);
        }
    }

    private void become(int coupling, PairState state) {
        losses.moved(couplings.set(coupling, state), state);
    }

    /** Deletes one coupling after the other as the rules do; how many were lost before the first was held back. */
    private int deleteAll(Instant at) {
        for (int i = 0; i < couplings.size(); i++) {
            if (losses.tooMany(couplings.get(i), at)) {
                return i;
            }
            become(i, lost(at));
        }
        return couplings.size();
    }

    @Test
    void ofFewCouplingsTheNumberThatMayAlwaysGoIsLost() {
        live(10);

        assertThat(deleteAll(NOON)).isEqualTo(5);
    }

    @Test
    void ofManyTheShareIsLost() {
        live(100);

        assertThat(deleteAll(NOON)).isEqualTo(20);
    }

    @Test
    void deletesThatAreFarEnoughApartAllPass() {
        live(10);

        for (int i = 0; i < 10; i++) {
            Instant at = NOON.plus(Duration.ofMinutes(3L * i));
            assertThat(losses.tooMany(couplings.get(i), at)).isFalse();
            become(i, lost(at));
        }
    }

    @Test
    void onceTheTimeHasPassedTheNextMayGo() {
        live(100);
        deleteAll(NOON);

        assertThat(losses.tooMany(couplings.get(50), NOON.plus(WINDOW))).isTrue();
        assertThat(losses.tooMany(couplings.get(50), NOON.plus(WINDOW).plusMillis(1)))
                .isFalse();
    }

    @Test
    void whatIsHeldBackCountsUntilSomebodyDecides() {
        live(10);
        for (int i = 0; i < 6; i++) {
            become(i, heldBack());
        }
        Instant later = NOON.plus(Duration.ofDays(3));

        assertThat(losses.tooMany(couplings.get(9), later)).isTrue();

        for (int i = 0; i < 6; i++) {
            become(i, new Shape(true, null, ReleaseReason.DELETED, later, true).state());
        }
        assertThat(losses.tooMany(couplings.get(9), later))
                .as("a person agreed to those")
                .isFalse();
    }

    @Test
    void aCouplingDoesNotCountItselfTwice() {
        live(10);
        for (int i = 0; i < 5; i++) {
            become(i, new Shape(true, null, null, null, false).state());
        }

        assertThat(losses.tooMany(couplings.get(4), NOON)).isFalse();
        assertThat(losses.tooMany(couplings.get(5), NOON)).isTrue();
    }

    @Test
    void whatAPersonUncouplesOrIsAskedAboutIsNoLoss() {
        live(20);
        for (int i = 0; i < 10; i++) {
            become(i, new Shape(false, null, ReleaseReason.UNCOUPLED, NOON, false).state());
        }
        for (int i = 10; i < 19; i++) {
            become(i, new Shape(true, Kind.DELETE, null, null, false).state());
        }

        assertThat(losses.tooMany(couplings.get(19), NOON)).isFalse();
    }

    @Test
    void eachPartitionHasItsPartOfWhatMayAlwaysGo() {
        Losses third = new Losses(BREAKERS, 3);
        third.moved(PairState.unknown("c"), lost(NOON));
        assertThat(third.tooMany(LIVE, NOON)).isFalse();

        third.moved(PairState.unknown("c"), lost(NOON));
        assertThat(third.tooMany(LIVE, NOON)).isTrue();
    }

    /** State that is derived must not depend on how it came about: what a restart finds says the same as what was seen step by step. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRestartKnowsTheSame(long seed) {
        Random random = new Random(seed);
        live(40);
        Instant now = NOON;
        for (int step = 0; step < 400; step++) {
            now = now.plusSeconds(random.nextInt(60));
            int which = random.nextInt(couplings.size());
            if (couplings.get(which).dead() == null) {
                become(which, any(random).apply(now));
            }
            Losses restarted = new Losses(BREAKERS, 1);
            List<PairState> found = new ArrayList<>(couplings);
            Collections.shuffle(found, random);
            found.forEach(state -> restarted.found(Standing.of(state)));
            PairState one = couplings.get(random.nextInt(couplings.size()));
            assertThat(restarted.tooMany(one, now)).as("seed " + seed).isEqualTo(losses.tooMany(one, now));
        }
    }

    private static Moment any(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> at -> new Shape(true, Kind.DELETE, null, null, false).state();
            case 1 -> at -> heldBack();
            case 2 -> LossesTest::lost;
            case 3 -> at -> new Shape(true, null, null, null, random.nextBoolean()).state();
            default -> at -> LIVE;
        };
    }

    private interface Moment {
        PairState apply(Instant at);
    }
}
