package io.couplet.topology;

import io.couplet.contract.EntityField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What people type into fields: mostly something new, sometimes what others type as well, now and then nothing or nonsense. */
final class Typing {
    private static final int MAILS = 8;
    private static final int WORDS = 5;
    private static final int LONG = 120;
    private static final List<String> STEPS = List.of("1", "0.1", "0.05", "0.01", "0.001");

    private final Random random;
    private int unique;

    Typing(Random random) {
        this.random = random;
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** A value for a field, an empty text for none. */
    Object into(EntityField field, FakeSystem system) {
        if (!field.references().isEmpty()) {
            List<Object> keys = system.named(field);
            return keys.isEmpty() || oneIn(8) ? "" : keys.get(random.nextInt(keys.size()));
        }
        Object value = switch (field.type()) {
            case BOOLEAN -> !oneIn(4);
            case INT -> number(field.name());
            case LONG -> (long) random.nextInt(4);
            case DECIMAL ->
                field.name().equals("amountRoundingPrecision")
                        ? new BigDecimal(STEPS.get(random.nextInt(STEPS.size())))
                        : BigDecimal.valueOf(random.nextInt(400) + 1, 2);
            case STRING -> text(field);
            case TIMESTAMP, DATE -> "";
        };
        return value;
    }

    /** Something that nobody else types. */
    String word() {
        return "v" + ++unique;
    }

    private Object number(String field) {
        return switch (field) {
            case "customertypecode" -> oneIn(3) ? 10 : 3;
            case "type" -> oneIn(3) ? 0 : 1;
            case "blocked", "statecode" -> oneIn(2) ? 1 : 0;
            default -> random.nextInt(5);
        };
    }

    private String text(EntityField field) {
        String text = field.name().toLowerCase(Locale.ROOT).contains("mail") ? mail() : words();
        int most = field.maxLength().orElse(LONG);
        return text.length() > most ? text.substring(0, most) : text;
    }

    private String mail() {
        if (oneIn(3)) {
            return "";
        }
        String mail = (oneIn(2) ? "mail" + random.nextInt(MAILS) : word()) + "@x.test";
        return oneIn(3) ? mail.toUpperCase(Locale.ROOT) : mail;
    }

    private String words() {
        if (oneIn(8)) {
            return "";
        } else if (oneIn(6)) {
            return "w" + random.nextInt(WORDS);
        } else if (oneIn(40)) {
            return FieldRules.FORBIDDEN;
        }
        return oneIn(40) ? word() + "x".repeat(LONG) : word();
    }
}
