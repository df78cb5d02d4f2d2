package io.couplet.api;

/**
 * How many commands were applied since the couplings began, by target. They come from the couplings themselves, so that a
 * restart does not reset them.
 *
 * @param toErp commands applied in the ERP
 * @param toCrm commands applied in the CRM
 */
public record CommandCounts(long toErp, long toCrm) {

    /** None. */
    public static final CommandCounts NONE = new CommandCounts(0, 0);

    /** Both together. */
    public CommandCounts plus(CommandCounts other) {
        return new CommandCounts(toErp + other.toErp, toCrm + other.toCrm);
    }
}
