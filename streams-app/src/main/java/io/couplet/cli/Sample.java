package io.couplet.cli;

import java.util.Map;

/**
 * One line of a scrape.
 *
 * @param name of the metric, suffixes such as {@code _bucket} included
 * @param labels by name
 * @param value the figure
 */
record Sample(String name, Map<String, String> labels, double value) {

    Sample {
        labels = Map.copyOf(labels);
    }

    /** The label's value; empty text where there is no such label. */
    String label(String label) {
        return labels.getOrDefault(label, "");
    }
}
