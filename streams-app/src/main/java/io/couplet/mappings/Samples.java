package io.couplet.mappings;

import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Values that stand for all that a field may hold: those that a conversion's expressions mention and their neighbours, those at the limits
 * of its schema, and some of each kind that conversions are known to change (case, white space, fractions). Decimals have at most 15 digits:
 * what an expression's floating-point numbers carry exactly, and more than amounts have.
 */
final class Samples {
    private static final int LONGEST = 4_000;
    private static final int DIGITS = 15;
    private static final List<String> TEXTS = List.of(
            "AB",
            "ab",
            "Ab cd",
            " ab ",
            "a",
            "007",
            "12.50",
            "x/y%z+'\"",
            "\u00dc\u00f1\u0131\u00df",
            "2026-01-31",
            "true");
    private static final List<Long> WHOLES = List.of(
            0L,
            1L,
            2L,
            3L,
            4L,
            5L,
            6L,
            7L,
            8L,
            9L,
            10L,
            99L,
            1_000L,
            100_000_000L,
            -1L,
            2_000_000_000L,
            3_000_000_000L);
    private static final List<String> DECIMALS = List.of(
            "0",
            "1",
            "2",
            "0.5",
            "0.1",
            "0.01",
            "0.05",
            "0.005",
            "12.5",
            "99.99",
            "0.3333333333",
            "-1",
            "-0.25",
            "1234567.89");
    private static final List<String> TIMES =
            List.of("2026-01-31T08:15:30.123456Z", "2024-02-29T00:00:00Z", "1999-12-31T23:59:59Z");
    private static final List<String> DAYS = List.of("2026-01-31", "2024-02-29", "1999-12-31");

    private final MappableField field;
    private final Set<Value> values = new LinkedHashSet<>();

    private Samples(MappableField field) {
        this.field = field;
    }

    /** The values, each as the field's system stores it, those that expressions mention first; none is blank. */
    static List<Value> of(MappableField field, Set<Object> literals) {
        Samples samples = new Samples(field);
        List<Object> ordered = new ArrayList<>(literals);
        ordered.sort((one, other) -> one.toString().compareTo(other.toString()));
        ordered.forEach(samples::mentioned);
        samples.ofItsKind();
        return List.copyOf(samples.values);
    }

    private void mentioned(Object literal) {
        if (literal instanceof String text) {
            parse(text);
        } else if (literal instanceof Long number) {
            around(BigDecimal.valueOf(number));
            textAsLongAs(number);
        } else if (literal instanceof Double number && !number.isInfinite() && !number.isNaN()) {
            around(BigDecimal.valueOf(number));
        }
    }

    private void parse(String text) {
        if (field.kind() == FieldKind.WHOLE || field.kind() == FieldKind.DECIMAL) {
            return;
        }
        try {
            add(field.kind().parse(text));
        } catch (RuntimeException e) {
            // Mentioned for some other purpose: it is no value of this field.
            return;
        }
    }

    /** Comparisons turn at the number itself or right beside it. */
    private void around(BigDecimal number) {
        if (field.kind() == FieldKind.WHOLE) {
            long near = number.longValue();
            LongStream.of(near, near - 1, near + 1).forEach(each -> add(Value.whole(each)));
        } else if (field.kind() == FieldKind.DECIMAL) {
            BigDecimal step =
                    BigDecimal.ONE.movePointLeft(Math.min(field.limits().scale(), 4));
            List.of(number, number.subtract(step), number.add(step)).forEach(this::decimal);
        }
    }

    private void textAsLongAs(long length) {
        if (field.kind() == FieldKind.TEXT && length > 0 && length < LONGEST) {
            add(Value.text(letters((int) length)));
            add(Value.text(letters((int) length + 1)));
        }
    }

    private void ofItsKind() {
        switch (field.kind()) {
            case TEXT -> {
                TEXTS.forEach(text -> add(Value.text(text)));
                add(Value.text(letters(field.limits().maxLength().orElse(LONGEST))));
            }
            case WHOLE -> {
                field.limits().options().forEach(option -> add(Value.whole(option)));
                WHOLES.forEach(number -> add(Value.whole(number)));
            }
            case DECIMAL -> DECIMALS.forEach(number -> decimal(new BigDecimal(number)));
            case TRUTH -> List.of(true, false).forEach(truth -> add(Value.truth(truth)));
            case TIME -> TIMES.forEach(time -> add(FieldKind.TIME.parse(time)));
            case DAY -> DAYS.forEach(day -> add(FieldKind.DAY.parse(day)));
        }
    }

    private void decimal(BigDecimal number) {
        add(Value.number(number.round(new MathContext(DIGITS))));
    }

    private void add(Value value) {
        FieldLimits limits = field.limits();
        Value stored = limits.stored(value);
        if (!stored.isBlank()
                && limits.knows(stored)
                && limits.exceededBy(stored).isEmpty()) {
            values.add(stored);
        }
    }

    /** All letters differ from their neighbours, so that a cut or a turn shows. */
    private static String letters(int length) {
        return IntStream.range(0, length)
                .map(i -> 'a' + i % 26)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
