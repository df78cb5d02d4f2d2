package io.couplet.domain.pair;

import org.jspecify.annotations.Nullable;

/** Why a coupling is shown to people. */
public enum Open {
    /** It waits for another record. */
    PARKED,
    /** One side refused what was written. */
    REJECTED,
    /** See {@link Question.Kind#CONFLICT}. */
    CONFLICT,
    /** See {@link Question.Kind#DELETE}. */
    DELETE,
    /** See {@link Question.Kind#MASS_DELETE}. */
    MASS_DELETE,
    /** See {@link Question.Kind#PING_PONG}. */
    PING_PONG,
    /** It is in step, but for a difference that is known and on purpose not synchronized. */
    DRIFT;

    /** Why a coupling is shown, by what it knows; null where there is nothing to see. */
    public static @Nullable Open of(PairState state) {
        boolean refused = state.erp().rejected() != null || state.crm().rejected() != null;
        return state.dead() != null
                ? null
                : of(
                        refused,
                        state.question(),
                        !state.needs().isEmpty(),
                        !state.drift().isEmpty());
    }

    /** The most pressing reason comes first. */
    static @Nullable Open of(boolean refused, @Nullable Question question, boolean needs, boolean drifts) {
        if (refused) {
            return REJECTED;
        } else if (question != null) {
            return of(question.kind());
        } else if (needs) {
            return PARKED;
        }
        return drifts ? DRIFT : null;
    }

    private static Open of(Question.Kind kind) {
        return switch (kind) {
            case CONFLICT -> CONFLICT;
            case DELETE -> DELETE;
            case MASS_DELETE -> MASS_DELETE;
            case PING_PONG -> PING_PONG;
        };
    }

    /** Whether a person may decide something about it. */
    public boolean forPeople() {
        return this != PARKED;
    }
}
