package io.couplet.mappings;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An ERP company that mappings are for.
 *
 * @param name as in the configuration and in the references of its records
 * @param home whether it is the home company, the first one of the configuration
 */
record Company(String name, boolean home) {
    /** Stands in where something is about no company. */
    static final Company NONE = new Company("", true);

    /** What expressions call the company's name. */
    static final String NAME = "company";

    /** What expressions call it whether the company is the home company. */
    static final String HOME = "home";

    private static final String PLAIN = "-_.";

    /**
     * The name of a mapping file's instance for this company: that of the file for the home company, so that nothing is renamed when
     * companies are added.
     */
    String instanceOf(String mapping) {
        return home ? mapping : mapping + "@" + escaped();
    }

    /** Whether the CRM's rows of a company, empty for none, are this one's. */
    boolean takes(String ofCompany) {
        return ofCompany.isEmpty() ? home : ofCompany.equals(name);
    }

    /** The value of a variable of expressions, if it is one. */
    Optional<Object> variable(String variable) {
        return switch (variable) {
            case NAME -> Optional.of(name);
            case HOME -> Optional.of(home);
            default -> Optional.empty();
        };
    }

    /** Names of mappings are parts of keys, where blanks, slashes and bars would be misread. */
    private String escaped() {
        StringBuilder escaped = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) each;
            boolean plain = letter < 128 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
            escaped.append(plain ? String.valueOf(letter) : "%%%02X".formatted(each));
        }
        return escaped.toString();
    }
}
