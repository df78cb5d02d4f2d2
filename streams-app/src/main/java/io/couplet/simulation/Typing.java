package io.couplet.simulation;

import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What users type into fields: mostly something new, now and then something odd. */
final class Typing {
    private static final int MAILS = 4;

    private final World world;

    Typing(World world) {
        this.world = world;
    }

    Value into(Column column, Chance chance) {
        return switch (column.kind()) {
            case NUMBER -> Value.text("R" + chance.word());
            case TEXT, CAPITALS, TRIMMED -> text(chance, true);
            case STRICT -> text(chance, false);
            case MAIL -> mail(chance);
            case AMOUNT -> Value.number(BigDecimal.valueOf(chance.below(1_000_000), 3));
            case CENTS -> Value.number(BigDecimal.valueOf(chance.below(100_000), 2));
            case CODE -> chance.oneIn(10) ? chance.of(Value.BLANK, Value.text("GHOST")) : code(chance);
            case OWNER -> chance.oneIn(12) ? Value.BLANK : owner(chance);
            case TERM_CODE -> chance.oneIn(5) ? Value.BLANK : chance.of(Terms.CODES);
            case TERM_OPTION -> chance.oneIn(5) ? Value.BLANK : chance.of(Terms.OPTIONS);
            case BLOCKED -> chance.half() ? Value.BLANK : Value.text("all");
            case RELATION -> relation(chance);
        };
    }

    Value mail(Chance chance) {
        int which = chance.below(8);
        if (which == 0) {
            return Value.BLANK;
        } else if (which < 5) {
            return Value.text("m" + chance.word());
        }
        return sharedMail(chance);
    }

    /** One of a few addresses, so that others have it too. */
    Value sharedMail(Chance chance) {
        String mail = "mail" + chance.below(MAILS);
        return Value.text(chance.half() ? mail : mail.toUpperCase(Locale.ROOT));
    }

    Value relation(Chance chance) {
        int which = chance.below(8);
        return which == 0 ? Value.BLANK : which < 3 ? Table.VENDORS : Table.CUSTOMERS;
    }

    /** A salesperson's code, blank where there is nobody. */
    Value code(Chance chance) {
        List<RecordRef> people = world.system(Side.ERP).present(Table.SALESPERSON);
        StoredRow row = people.isEmpty() ? null : world.system(Side.ERP).row(chance.pick(people));
        return row == null ? Value.BLANK : row.get("code");
    }

    /** A user's id, blank where there is nobody. */
    Value owner(Chance chance) {
        List<RecordRef> people = world.system(Side.CRM).present(Table.USER);
        return people.isEmpty() ? Value.BLANK : Value.text(chance.pick(people).id());
    }

    private Value text(Chance chance, boolean anything) {
        return switch (chance.below(24)) {
            case 0 -> Value.BLANK;
            case 1, 2 -> Value.text("same" + chance.below(3));
            case 3 -> Value.text("v" + chance.word() + " ");
            case 4 -> Value.text("v" + chance.word() + (anything ? "!" : ""));
            case 5 -> Value.text("v" + chance.word() + (anything ? " and much more of that" : ""));
            default -> Value.text("v" + chance.word());
        };
    }
}
