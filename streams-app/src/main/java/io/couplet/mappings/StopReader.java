package io.couplet.mappings;

import io.couplet.domain.mapping.Policies.Breakers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code stop}: when Couplet is to stop and ask instead of going on. What the file leaves out is as in {@link Breakers#DEFAULT}. */
final class StopReader {
    static final List<String> WORDS = List.of("pingPong", "massDelete");
    private static final List<String> PING_PONG = List.of("commands", "within");
    private static final List<String> MASS_DELETE = List.of("share", "atLeast", "within");

    /** Below this, a new record with a number from its target and a late reference would be stopped. */
    private static final int FEWEST_COMMANDS = 5;

    private static final int MOST_COMMANDS = 1_000;
    private static final int MOST_DELETES = 1_000_000;
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.001");

    private final Faults faults;

    StopReader(Faults faults) {
        this.faults = faults;
    }

    Breakers read(Block mapping) {
        Optional<Block> stop = mapping.block("stop", WORDS);
        Optional<Block> pingPong = stop.flatMap(block -> block.block("pingPong", PING_PONG));
        Optional<Block> massDelete = stop.flatMap(block -> block.block("massDelete", MASS_DELETE));
        Breakers otherwise = Breakers.DEFAULT;
        return new Breakers(
                whole(pingPong, "commands", FEWEST_COMMANDS, MOST_COMMANDS).orElse(otherwise.commands()),
                duration(pingPong, Duration.ofSeconds(1), Duration.ofHours(1)).orElse(otherwise.within()),
                share(massDelete).orElse(otherwise.deletedShare()),
                whole(massDelete, "atLeast", 1, MOST_DELETES).orElse(otherwise.deletedAtLeast()),
                duration(massDelete, Duration.ofMinutes(1), Duration.ofDays(1)).orElse(otherwise.deletedWithin()));
    }

    private Optional<Integer> whole(Optional<Block> block, String key, int least, int most) {
        return quantity(
                block,
                key,
                Quantities::whole,
                number -> number >= least && number <= most,
                "a whole number from " + least + " to " + most);
    }

    private Optional<Duration> duration(Optional<Block> block, Duration least, Duration most) {
        return quantity(
                block,
                "within",
                Quantities::duration,
                duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0,
                "a time from " + Quantities.words(least) + " to " + Quantities.words(most)
                        + ", such as 90s, 10m or 2h");
    }

    private Optional<Double> share(Optional<Block> block) {
        return quantity(
                        block,
                        "share",
                        Quantities::share,
                        share -> share.compareTo(LEAST_SHARE) >= 0 && share.compareTo(BigDecimal.ONE) <= 0,
                        "a share from 0.1% to 100%, such as 10%")
                .map(BigDecimal::doubleValue);
    }

    private <T> Optional<T> quantity(
            Optional<Block> block,
            String key,
            Function<String, Optional<T>> read,
            Function<T, Boolean> sensible,
            String remedy) {
        Optional<Word> word = block.flatMap(each -> each.word(key));
        Optional<T> quantity = word.flatMap(given -> read.apply(given.text())).filter(sensible::apply);
        if (word.isPresent() && quantity.isEmpty()) {
            faults.add(
                    word.get().place(), "'" + word.get().text() + "' is no value of '" + key + "'", "give " + remedy);
        }
        return quantity;
    }
}
