package io.couplet.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The TCP ports of one stack, all on the loopback interface. */
public record Ports(int erp, int crm, int broker, int controller, int registry, int connectors, int streamsApp) {

    /** The ports of a stack for which nothing else was asked. */
    public static final Ports DEFAULT = new Ports(15432, 15433, 19092, 19093, 18081, 18080, 18082);

    private static final int COUNT = 7;
    private static final int HIGHEST = 65_535;

    /**
     * Seven consecutive ports from the given one on.
     *
     * @throws StackException (usage) when they would leave the range of ports
     */
    public static Ports from(int base) {
        if (base < 1024 || base + COUNT - 1 > HIGHEST) {
            throw new StackException(Exit.USAGE, "--port-base must lie between 1024 and " + (HIGHEST - COUNT + 1));
        }
        return new Ports(base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6);
    }

    /** Port by what listens on it, in the order in which they are shown. */
    public Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("erp", erp);
        ports.put("crm", crm);
        ports.put("broker", broker);
        ports.put("controller", controller);
        ports.put("registry", registry);
        ports.put("connectors", connectors);
        ports.put("streams-app", streamsApp);
        return ports;
    }

    static Ports of(Properties properties) {
        return new Ports(
                port(properties, "erp"),
                port(properties, "crm"),
                port(properties, "broker"),
                port(properties, "controller"),
                port(properties, "registry"),
                port(properties, "connectors"),
                port(properties, "streams-app"));
    }

    private static int port(Properties properties, String name) {
        String value = properties.getProperty(name, "");
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StackException(
                    Exit.CONFIGURATION, "the port of " + name + " is not a number: '" + value + "'", e);
        }
    }
}
