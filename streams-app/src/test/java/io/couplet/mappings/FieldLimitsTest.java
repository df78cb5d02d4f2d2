package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.contract.FieldType;
import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldLimitsTest {
    private static final FieldLimits CODE = text(true, 3);
    private static final FieldLimits CENTS = decimal(5, 2);

    @Test
    void aCodeIsTrimmedAndUpperCased() {
        assertThat(CODE.stored(Value.text(" de "))).isEqualTo(Value.text("DE"));
        assertThat(CODE.stored(Value.text("  "))).isEqualTo(Value.BLANK);
        assertThat(text(false, 3).stored(Value.text(" de "))).isEqualTo(Value.text(" de "));
    }

    @Test
    void aDecimalIsRoundedToItsScale() {
        assertThat(CENTS.stored(Converting.decimal("12.345"))).isEqualTo(Converting.decimal("12.35"));
        assertThat(CENTS.stored(Converting.decimal("-12.345"))).isEqualTo(Converting.decimal("-12.35"));
    }

    @Test
    void aMomentHasMicroseconds() {
        FieldLimits moment = new FieldLimits(FieldType.TIMESTAMP, false, OptionalInt.empty(), 0, 0, List.of());

        assertThat(moment.stored(new Value.Time(Instant.parse("2026-01-31T08:00:00.123456789Z"))))
                .isEqualTo(new Value.Time(Instant.parse("2026-01-31T08:00:00.123456Z")));
    }

    @Test
    void lengthCountsCharactersAsPeopleDo() {
        assertThat(CODE.exceededBy(Value.text("ABC"))).isEmpty();
        assertThat(CODE.exceededBy(Value.text("\ud83d\ude00BC"))).isEmpty();
        assertThat(CODE.exceededBy(Value.text("ABCD"))).contains("3 characters");
    }

    @Test
    void numbersThatAreTooLarge() {
        assertThat(CENTS.exceededBy(Converting.decimal("999.99"))).isEmpty();
        assertThat(CENTS.exceededBy(Converting.decimal("0.001"))).isEmpty();
        assertThat(CENTS.exceededBy(Converting.decimal("1000"))).contains("3 digits before the point");
        assertThat(whole(List.of()).exceededBy(Value.whole(3_000_000_000L))).contains("up to 2147483647");
    }

    @Test
    void onlyAClosedListLimitsOptions() {
        assertThat(whole(List.of(0, 1)).knows(Value.whole(2))).isFalse();
        assertThat(whole(List.of(0, 1)).knows(Value.whole(1))).isTrue();
        assertThat(whole(List.of(0, 1)).knows(Value.BLANK)).isTrue();
        assertThat(whole(List.of()).knows(Value.whole(2))).isTrue();
    }

    @Test
    void whatTheTargetRoundsSettlesAndIsNoLoss() {
        MappableField precise = amount(decimal(38, 10));
        MappableField cents = amount(CENTS);
        RoundTrip trip = new RoundTrip(Side.ERP, Way.asTheyAre(precise, cents), Way.asTheyAre(cents, precise));

        assertThat(trip.loss(Converting.decimal("0.3333333333"))).isEmpty();
        assertThat(Converting.plainly(trip.there().conversion(), Converting.decimal("0.3333333333")))
                .isEqualTo(Converting.decimal("0.33"));
    }

    @Test
    void whatThePlainValueLosesIsNoStorage() {
        MappableField precise = amount(decimal(38, 10));
        MappableField whole = new MappableField(
                "count", FieldKind.WHOLE, whole(List.of()), Optional.empty(), List.of(), Optional.empty());
        Way down =
                new Way(precise, whole, (value, references) -> new Conversion.Converted.To(Value.whole(0)), Set.of());
        Way up = ImpliedConversion.of(whole, precise).orElseThrow();

        assertThat(new RoundTrip(Side.ERP, down, up).loss(Converting.decimal("0.5")))
                .hasValueSatisfying(example -> assertThat(example.loss()).isEqualTo(Loss.ALTERED));
    }

    private static FieldLimits text(boolean code, int maxLength) {
        return new FieldLimits(FieldType.STRING, code, OptionalInt.of(maxLength), 0, 0, List.of());
    }

    private static FieldLimits decimal(int precision, int scale) {
        return new FieldLimits(FieldType.DECIMAL, false, OptionalInt.empty(), precision, scale, List.of());
    }

    private static FieldLimits whole(List<Integer> options) {
        return new FieldLimits(FieldType.INT, false, OptionalInt.empty(), 0, 0, options);
    }

    private static MappableField amount(FieldLimits limits) {
        return new MappableField("amount", FieldKind.DECIMAL, limits, Optional.empty(), List.of(), Optional.empty());
    }
}
