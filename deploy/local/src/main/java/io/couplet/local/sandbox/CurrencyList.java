package io.couplet.local.sandbox;

import java.math.BigDecimal;
import java.util.List;

/** The ten currencies the wholesale company deals in; the rarer ones are not in the CRM yet. */
final class CurrencyList {
    private CurrencyList() {}

    static List<SampleCurrency> of(long seed) {
        return List.of(
                currency(seed, 0, Presence.BOTH, "EUR", "Euro", "€", "1", 2),
                currency(seed, 1, Presence.BOTH, "USD", "US dollar", "$", "1.0842", 2),
                currency(seed, 2, Presence.BOTH, "GBP", "Pound sterling", "£", "0.8415", 2),
                currency(seed, 3, Presence.BOTH, "SEK", "Swedish krona", "kr", "11.3050", 2),
                currency(seed, 4, Presence.BOTH, "DKK", "Danish krone", "kr.", "7.4603", 2),
                currency(seed, 5, Presence.BOTH, "CHF", "Swiss franc", "Fr.", "0.9588", 2),
                currency(seed, 6, Presence.ERP_ONLY, "NOK", "Norwegian krone", "kr", "11.6120", 2),
                currency(seed, 7, Presence.ERP_ONLY, "PLN", "Polish zloty", "zł", "4.2650", 2),
                currency(seed, 8, Presence.ERP_ONLY, "CZK", "Czech koruna", "Kč", "25.1900", 2),
                currency(seed, 9, Presence.ERP_ONLY, "JPY", "Japanese yen", "¥", "163.4200", 0));
    }

    private static SampleCurrency currency(
            long seed,
            int index,
            Presence presence,
            String code,
            String description,
            String symbol,
            String factor,
            int decimals) {
        Ids ids = Ids.of(seed, "currency", index);
        return new SampleCurrency(ids, presence, code, description, symbol, new BigDecimal(factor), decimals);
    }
}
