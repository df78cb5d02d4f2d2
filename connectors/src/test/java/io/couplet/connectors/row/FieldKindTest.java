package io.couplet.connectors.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldKindTest {

    private static final Instant MOMENT = Instant.parse("2026-11-20T10:15:30.123456Z");
    private static final long MICROS = 1_795_169_730_123_456L;

    @ParameterizedTest
    @EnumSource
    void nullIsBlankInEveryKind(FieldKind kind) {
        assertThat(kind.canonical(null)).isNull();
    }

    @Test
    void anEmptyTextIsBlankAndAUuidIsText() {
        assertThat(FieldKind.TEXT.canonical("")).isNull();
        assertThat(FieldKind.TEXT.canonical(" ")).isEqualTo(" ");
        assertThat(FieldKind.TEXT.canonical(UUID.fromString("11111111-1111-4111-8111-111111111111")))
                .isEqualTo("11111111-1111-4111-8111-111111111111");
    }

    @Test
    void aMomentIsTheSameWhereverItComesFrom() {
        assertThat(FieldKind.TIME.canonical("2026-11-20T10:15:30.123456Z")).isEqualTo(MICROS);
        assertThat(FieldKind.TIME.canonical("2026-11-20T11:15:30.123456+01:00")).isEqualTo(MICROS);
        assertThat(FieldKind.TIME.canonical("2026-11-20T10:15:30.123456")).isEqualTo(MICROS);
        assertThat(FieldKind.TIME.canonical(OffsetDateTime.parse("2026-11-20T11:15:30.123456+01:00")))
                .isEqualTo(MICROS);
        assertThat(FieldKind.TIME.canonical(Timestamp.from(MOMENT))).isEqualTo(MICROS);
        assertThat(FieldKind.instant(MICROS)).isEqualTo(MOMENT);
    }

    @Test
    void numbersAndDaysAreTheSameWhereverTheyComeFrom() {
        assertThat(FieldKind.INT.canonical((short) 7)).isEqualTo(7);
        assertThat(FieldKind.INT.canonical(new BigDecimal("7"))).isEqualTo(7);
        assertThat(FieldKind.LONG.canonical(7)).isEqualTo(7L);
        assertThat(FieldKind.DECIMAL.canonical("1.5")).isEqualTo(new BigDecimal("1.5"));
        assertThat(FieldKind.DECIMAL.canonical(new BigDecimal("0.12345678905")))
                .as("more digits than the contracts carry")
                .isEqualTo(new BigDecimal("0.1234567890"));
        assertThat(FieldKind.DATE.canonical(LocalDate.of(1970, 1, 2))).isEqualTo(1);
        assertThat(FieldKind.DATE.canonical("1970-01-02")).isEqualTo(1);
        assertThat(FieldKind.BOOLEAN.canonical("t")).isEqualTo(true);
    }

    @Test
    void aValueThatDoesNotFitIsRefusedWithoutBeingQuoted() {
        assertThatThrownBy(() -> FieldKind.DECIMAL.canonical("secret"))
                .isInstanceOf(BadValueException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> FieldKind.INT.canonical(1L << 40)).isInstanceOf(BadValueException.class);
        assertThatThrownBy(() -> FieldKind.TIME.canonical("secret")).isInstanceOf(BadValueException.class);
        assertThatThrownBy(() -> FieldKind.BOOLEAN.canonical("secret")).isInstanceOf(BadValueException.class);
    }
}
