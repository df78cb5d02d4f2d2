package io.couplet.mappings;

import dev.cel.common.CelIssue;
import io.couplet.contract.Suggestion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says a CEL compiler's complaint in the words of the mapping language.
 *
 * @param variable the expression's own variable, besides settings and company
 * @param entity the variable's record type, null where it is a single value
 * @param settings the record type of the settings
 * @param purpose what an expression of the wrong type fails to be
 */
record IssueWords(String variable, @Nullable Entity entity, Entity settings, String purpose) {
    private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern RESULT =
            Pattern.compile("expected type '([^']*)' but found '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

    /** Adds the fault with its place in the file. */
    void report(CelIssue issue, ExpressionText text, Faults faults) {
        String message = issue.getMessage();
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        Matcher field = FIELD.matcher(message);
        Matcher name = NAME.matcher(message);
        Matcher result = RESULT.matcher(message);
        Matcher overload = OVERLOAD.matcher(message);
        if (field.matches()) {
            // CEL points at the dot.
            boolean ofSettings = text.wordBefore(line, column).equals(Settings.VARIABLE);
            reportField(text.placeOf(line, column + 1), field.group(1), ofSettings, faults);
        } else if (name.matches()) {
            faults.add(
                    text.placeOf(line, column),
                    "'" + name.group(1) + "' is unknown here",
                    remedyForName(name.group(1)));
        } else if (result.matches()) {
            faults.add(
                    text.placeOf(1, 0),
                    "the expression gives " + result.group(2) + ", not " + result.group(1),
                    purpose);
        } else if (overload.matches()) {
            faults.add(
                    text.placeOf(line, column),
                    "type error: '" + overload.group(1).replace("_", "") + "' does not take ("
                            + strip(overload.group(2)) + ")",
                    "use values of fitting types");
        } else {
            faults.add(text.placeOf(line, column), "CEL: " + firstPart(message), "correct the expression");
        }
    }

    private void reportField(Place place, String field, boolean ofSettings, Faults faults) {
        if (ofSettings || entity == null) {
            faults.add(place, "there is no setting '" + field + "'", Suggestion.forWord(field, settings.fieldNames()));
        } else {
            faults.add(
                    place,
                    entity.name() + " has no field '" + field + "'",
                    Suggestion.forWord(field, entity.fieldNames()));
        }
    }

    private String remedyForName(String name) {
        boolean isField = entity != null && entity.find(name).isPresent();
        return isField ? "write " + variable + "." + name : "use '" + variable + "' and CEL's functions" + near(name);
    }

    private String near(String name) {
        String suggestion = Suggestion.forWord(name, List.of(variable, Settings.VARIABLE, Company.NAME, Company.HOME));
        return suggestion.startsWith("did you mean") ? "; " + suggestion : "";
    }

    private static String strip(String arguments) {
        return arguments.replaceAll("^\\(|\\)$", "");
    }

    private static String firstPart(String message) {
        return message.lines().findFirst().orElse("unreadable");
    }
}
