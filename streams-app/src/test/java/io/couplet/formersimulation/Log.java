package io.couplet.formersimulation;

import java.util.ArrayList;
import java.util.List;

/**
 * One partition of a topic.
 *
 * @param <T> what its records are
 */
final class Log<T> {
    final String topic;
    final List<T> records = new ArrayList<>();

    Log(String topic) {
        this.topic = topic;
    }
}
