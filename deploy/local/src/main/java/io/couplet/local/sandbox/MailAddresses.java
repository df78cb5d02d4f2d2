package io.couplet.local.sandbox;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes e-mail addresses and domains out of names, each one once. All lie under a top-level domain that nobody can own. */
final class MailAddresses {
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_PART = 40;

    private final Set<String> given = new HashSet<>();

    /** A domain for a company of that name. */
    String domain(String companyName) {
        return once(plain(companyName, "-"), ".example");
    }

    /** An address for a person in that domain. */
    String person(PersonName name, String domain) {
        return once(plain(name.first() + " " + name.last(), "."), "@" + domain);
    }

    private String once(String start, String end) {
        String candidate = start + end;
        for (int number = 2; !given.add(candidate); number++) {
            candidate = start + number + end;
        }
        return candidate;
    }

    private static String plain(String text, String separator) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String words = NOT_PLAIN
                .matcher(decomposed.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .trim();
        String joined = words.replace(" ", separator);
        return joined.substring(0, Math.min(LONGEST_PART, joined.length()));
    }
}
