package io.couplet.local.sandbox;

import java.util.Locale;

/** The countries the wholesale company sells to, with what is usual there. */
enum Country {
    DE("de-DE", "EUR"),
    NL("nl-NL", "EUR"),
    SE("sv-SE", "SEK"),
    DK("da-DK", "DKK"),
    GB("en-GB", "GBP");

    private final String language;
    private final String currency;

    Country(String language, String currency) {
        this.language = language;
        this.currency = currency;
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    String currency() {
        return currency;
    }
}
