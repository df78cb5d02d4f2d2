package io.couplet.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How often each deed happens in histories of one style. */
final class Habits {
    private static final Map<Style, Habits> BY_STYLE = new EnumMap<>(Style.class);

    static {
        for (Style style : Style.values()) {
            BY_STYLE.put(style, new Habits(style));
        }
    }

    private final Deed[] deeds = new Deed[1 << 12];

    private Habits(Style style) {
        Map<Deed, Integer> often = usual();
        switch (style) {
            case CALM -> often.remove(Deed.READ);
            case CRASH_HEAVY -> {
                crashes(often, 4);
                often.put(Deed.EDIT, 200);
            }
            case OPERATOR_HEAVY -> {
                crashes(often, 1);
                often.put(Deed.COUPLE, 70);
                often.put(Deed.UNCOUPLE, 50);
                often.put(Deed.RETRY, 25);
                often.put(Deed.RESOLVE, 60);
                often.put(Deed.RELEASE_HELD, 15);
                often.put(Deed.CREATE, 30);
                often.put(Deed.SWITCH_LENIENCE, 12);
            }
            case DELETE_HEAVY -> {
                crashes(often, 1);
                often.put(Deed.DELETE, 70);
                often.put(Deed.REVIVE, 40);
                often.put(Deed.INSERT, 60);
                often.put(Deed.BLOCK, 30);
            }
            case COALESCING -> {
                crashes(often, 1);
                often.put(Deed.READ, 80);
                often.put(Deed.AUTOMATE, 50);
                often.put(Deed.EDIT, 350);
            }
        }
        fill(often);
    }

    static Deed draw(Style style, Chance chance) {
        Deed[] deeds = Objects.requireNonNull(BY_STYLE.get(style)).deeds;
        return deeds[chance.below(deeds.length)];
    }

    private static Map<Deed, Integer> usual() {
        Map<Deed, Integer> often = new EnumMap<>(Deed.class);
        often.put(Deed.FLUSH, 150);
        often.put(Deed.COMMIT, 400);
        often.put(Deed.EDIT, 280);
        often.put(Deed.INSERT, 20);
        often.put(Deed.INSERT_PERSON, 8);
        often.put(Deed.EDIT_PERSON, 12);
        often.put(Deed.RENUMBER, 8);
        often.put(Deed.DELETE, 10);
        often.put(Deed.REVIVE, 4);
        often.put(Deed.BLOCK, 10);
        often.put(Deed.AUTOMATE, 20);
        often.put(Deed.READ, 15);
        often.put(Deed.PAUSE, 5);
        often.put(Deed.SWITCH_LENIENCE, 3);
        often.put(Deed.COUPLE, 10);
        often.put(Deed.UNCOUPLE, 6);
        often.put(Deed.RETRY, 5);
        often.put(Deed.RESOLVE, 8);
        often.put(Deed.RELEASE_HELD, 3);
        often.put(Deed.CREATE, 4);
        return often;
    }

    private static void crashes(Map<Deed, Integer> often, int times) {
        often.put(Deed.CRASH, 30 * times);
        often.put(Deed.REWIND, 6 * times);
        often.put(Deed.CARRY_OUT_LATE, 12 * times);
    }

    /** What is left over is work. */
    private void fill(Map<Deed, Integer> often) {
        int next = 0;
        for (Map.Entry<Deed, Integer> each : often.entrySet()) {
            for (int i = 0; i < each.getValue(); i++) {
                deeds[next++] = each.getKey();
            }
        }
        while (next < deeds.length) {
            deeds[next++] = Deed.WORK;
        }
    }
}
