package io.couplet.simulation;

/** What the systems of a world do by themselves. */
enum Automation {
    CITIES("the ERP derives cities from postal codes"),
    TERMS("the CRM fills in payment terms where a new account has none"),
    ANSWERS("both answer a command that writes a phone number with another number, under the integration account");

    private final String words;

    Automation(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
