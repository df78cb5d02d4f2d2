package io.couplet.benchmarks;

import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Wake;
import io.couplet.domain.pair.PairState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a coupling is told, and when. */
enum Moment {
    /** A user changed two of twenty fields: a command is sent. */
    EDIT,
    /** The command was carried out: both sides agree. */
    RESULT,
    /** What it wrote comes back: nothing is to be done. */
    ECHO,
    /** A record that it refers to has said something: nothing is to be done. */
    WAKE;

    /** Those of a list of words with {@code +} between them. */
    static List<Moment> named(String words) {
        return Arrays.stream(words.split("\\+", -1))
                .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    PairState before(CoupledPair pair) {
        return switch (this) {
            case EDIT -> pair.inStep;
            case RESULT -> pair.waiting;
            case ECHO, WAKE -> pair.done;
        };
    }

    PairMessage message(CoupledPair pair) {
        return switch (this) {
            case EDIT -> pair.edit;
            case RESULT -> pair.result;
            case ECHO -> pair.echo;
            case WAKE -> new Wake("erp/CRONUS/salesperson/code=JO");
        };
    }
}
