package io.couplet.local.stack;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The processes of the stack, in the order in which they are shown. */
public enum Component {
    ERP("erp", "ERP database", "INT"),
    CRM("crm", "CRM database", "INT"),
    BROKER("broker", "broker", "TERM"),
    REGISTRY("registry", "schema registry", "TERM"),
    CONNECTORS("connectors", "connectors", "TERM"),
    STREAMS_APP("streams-app", "streams-app", "TERM");

    private final String id;
    private final String title;
    private final String stopSignal;

    Component(String id, String title, String stopSignal) {
        this.id = id;
        this.title = title;
        this.stopSignal = stopSignal;
    }

    /** The name used on the command line, in file names and in logs. */
    public String id() {
        return id;
    }

    /** The name used in sentences. */
    public String title() {
        return title;
    }

    /** The signal that asks it to stop cleanly; PostgreSQL would wait for its clients on TERM, so it gets INT. */
    String stopSignal() {
        return stopSignal;
    }

    /** Whether it is one of our own applications, which need all the others. */
    boolean isApplication() {
        return this == CONNECTORS || this == STREAMS_APP;
    }

    /**
     * The component with that {@link #id()}.
     *
     * @throws StackException (usage) when there is none
     */
    public static Component of(String id) {
        return Arrays.stream(values())
                .filter(component -> component.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new StackException(
                        Exit.USAGE,
                        "no component '" + id + "'; there are "
                                + Arrays.stream(values()).map(Component::id).collect(Collectors.joining(", "))));
    }
}
