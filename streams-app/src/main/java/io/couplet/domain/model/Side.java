package io.couplet.domain.model;

/** One of the two systems that are kept in step. */
public enum Side {
    ERP("erp"),
    CRM("crm");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    /** The other system. */
    public Side other() {
        return this == ERP ? CRM : ERP;
    }

    /** The name used in references, topics and metrics: {@code erp} or {@code crm}. */
    public String word() {
        return word;
    }

    /** The side that {@code word} names; throws {@link IllegalArgumentException} for any other word. */
    public static Side of(String word) {
        return switch (word) {
            case "erp" -> ERP;
            case "crm" -> CRM;
            default -> throw new IllegalArgumentException("'" + word + "' is not a system; use erp or crm");
        };
    }
}
