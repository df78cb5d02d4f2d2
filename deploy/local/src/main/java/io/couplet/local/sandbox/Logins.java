package io.couplet.local.sandbox;

import java.util.List;

/** The database roles of the sandboxes; each one's password is its name. */
public final class Logins {

    /** The people who may sign in, the same in both systems. */
    public static final List<String> PEOPLE =
            List.of("anna", "bjorn", "carla", "david", "elena", "felix", "greta", "henrik", "ines", "jonas");

    /** The account under which Couplet writes. */
    public static final String INTEGRATION = "couplet";

    /** The account under which Couplet reads the log. */
    public static final String CAPTURE = "couplet_capture";

    private Logins() {}

    /** Who enters the record with that number: everybody in turn. */
    static String entering(int index) {
        return PEOPLE.get(index % PEOPLE.size());
    }
}
