package io.couplet.e2e.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expressions of our files. */
public final class Expressions {

    /** At the end of an alert's expression: the bound beyond which it fires. */
    private static final Pattern BOUND = Pattern.compile("(?s)(.*?)\\s*(?:==|!=|>=|<=|>|<)\\s*-?[\\d.]+\\s*$");

    private Expressions() {}

    /**
     * An expression and where it stands.
     *
     * @param where panel or alert
     * @param text in Prometheus' language
     */
    public record Expression(String where, String text) {

        /** The same over a window that a test has time for. */
        public Expression over(String window) {
            return new Expression(
                    where, text.replace("$__rate_interval", window).replaceAll("\\[\\d+m]", "[" + window + "]"));
        }

        @Override
        public String toString() {
            return where + ": " + text;
        }
    }

    /** Every target of every panel. */
    public static List<Expression> ofDashboard(Path file) {
        List<Expression> expressions = new ArrayList<>();
        for (JsonNode panel : read(new ObjectMapper(), file).path("panels")) {
            panel.path("targets")
                    .forEach(target -> expressions.add(new Expression(
                            panel.path("title").asText(), target.path("expr").asText())));
        }
        return expressions;
    }

    /** What every alert measures: its expression without the bound, which data exceeds only in trouble. */
    public static List<Expression> measuredByAlerts(Path file) {
        List<Expression> expressions = new ArrayList<>();
        for (JsonNode rule : alerts(file)) {
            Matcher matcher = BOUND.matcher(rule.path("expr").asText());
            if (!matcher.matches()) {
                throw new IllegalStateException("alert " + rule.path("alert").asText() + " compares nothing");
            }
            expressions.add(new Expression(rule.path("alert").asText(), matcher.group(1)));
        }
        return expressions;
    }

    /** The alert rules as written. */
    public static List<JsonNode> alerts(Path file) {
        List<JsonNode> alerts = new ArrayList<>();
        read(new YAMLMapper(), file)
                .path("groups")
                .forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }

    /** The whole file. */
    public static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
