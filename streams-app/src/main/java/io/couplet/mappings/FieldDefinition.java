package io.couplet.mappings;

import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.model.Side;
import java.util.List;
import java.util.Optional;

/** One entry of {@code fields} as the file says it. */
sealed interface FieldDefinition {

    /** Whether it is on. */
    Switch enabled();

    /** Whether values go to that side's records from those of the other one. */
    default boolean goesTo(Side side) {
        return (this instanceof Tie tie && tie.direction().allows(side))
                || (this instanceof Derived derived && derived.target() == side);
    }

    /** The same without anything that is written to the CRM, if there is anything else. */
    Optional<FieldDefinition> following();

    /**
     * Two fields that are kept in step.
     *
     * @param enabled whether it is on
     * @param place where the entry begins
     * @param group the name of the fields that it moves with
     * @param lossy the word that accepts losses of a field that goes both ways
     * @param options names the table that says which values mean the same
     * @param blank names the mapping under which the record's company is coupled with what a blank of the ERP stands for
     * @param references names the mappings of the record that the value refers to; several where the ERP's value says of what kind that is
     * @param required whether an unknown record that the value refers to holds up the whole record
     */
    record Tie(
            Switch enabled,
            Place place,
            Word erp,
            Word crm,
            Direction direction,
            Policies.Conflict conflict,
            Policies.OneWay oneWay,
            Optional<Word> group,
            Optional<Word> lossy,
            boolean required,
            List<Word> references,
            Optional<Word> blank,
            Optional<ExpressionText> toErp,
            Optional<ExpressionText> toCrm,
            Optional<Word> options)
            implements FieldDefinition {

        /** Copies the list. */
        public Tie {
            references = List.copyOf(references);
        }

        Word field(Side side) {
            return side == Side.ERP ? erp : crm;
        }

        @Override
        public Optional<FieldDefinition> following() {
            return direction.allows(Side.ERP) ? Optional.of(towardsErp()) : Optional.empty();
        }

        private Tie towardsErp() {
            return new Tie(
                    enabled,
                    place,
                    erp,
                    crm,
                    Direction.TO_ERP,
                    conflict,
                    oneWay,
                    group,
                    lossy,
                    required,
                    references,
                    blank,
                    toErp,
                    Optional.empty(),
                    options);
        }

        Optional<ExpressionText> convert(Side target) {
            return target == Side.ERP ? toErp : toCrm;
        }
    }

    /**
     * A field that follows from all fields of the other side's record.
     *
     * @param enabled whether it is on
     * @param place where the entry begins
     * @param target the side that gets the value
     * @param field which field there
     * @param expression makes the value
     */
    record Derived(
            Switch enabled, Place place, Side target, Word field, Policies.OneWay oneWay, ExpressionText expression)
            implements FieldDefinition {

        /** The name by which the rule reads the value, which is that of no field. */
        String source() {
            return "(" + field.text() + ")";
        }

        @Override
        public Optional<FieldDefinition> following() {
            return target == Side.ERP ? Optional.of(this) : Optional.empty();
        }
    }

    /**
     * A value that each record gets which we create on one side.
     *
     * @param enabled whether it is on
     * @param side on which
     * @param field where
     * @param value what
     */
    record Constant(Switch enabled, Side side, Word field, Word value) implements FieldDefinition {
        @Override
        public Optional<FieldDefinition> following() {
            return side == Side.ERP ? Optional.of(this) : Optional.empty();
        }
    }
}
