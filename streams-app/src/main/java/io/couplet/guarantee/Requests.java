package io.couplet.guarantee;

import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;
import io.couplet.guarantee.Recording.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operators asked for. */
final class Requests {
    private final Set<String> coupled = new HashSet<>();
    private final Map<String, Integer> created = new HashMap<>();
    private final Set<String> retried = new HashSet<>();
    private final Map<String, List<Request>> resolved = new HashMap<>();

    Requests(List<Request> requests) {
        for (Request request : requests) {
            if (request.action().equals("couple")) {
                coupled.add(request.about());
                if (request.partner() != null) {
                    coupled.add(request.partner());
                }
            } else if (request.action().equals("create")) {
                created.merge(request.about(), 1, Integer::sum);
            } else if (request.action().equals("retry")) {
                retried.add(request.about());
            } else if (request.action().equals("resolve")) {
                resolved.computeIfAbsent(request.about(), about -> new ArrayList<>(1))
                        .add(request);
            }
        }
    }

    /** Whether an operator wanted the record coupled by hand. */
    boolean coupled(Row row) {
        return coupled.contains(row.ref.text());
    }

    /** How often an operator wanted a counterpart created for the record. */
    int created(Row row) {
        return created.getOrDefault(row.ref.text(), 0);
    }

    /** Whether an operator let a coupling go on with what was held back. */
    boolean letGoOn(String coupling) {
        return resolved(coupling) || retried.contains(coupling);
    }

    /** Whether an operator decided something for a coupling. */
    boolean resolved(String coupling) {
        return resolved.containsKey(coupling);
    }

    /** Whether an operator decided something for a coupling and saw that version, or did not say what was seen. */
    boolean resolvedSeeing(String coupling, Side side, Version version) {
        for (Request request : resolved.getOrDefault(coupling, List.of())) {
            Long seen = request.seen().get(side);
            if (seen == null || seen >= version.row()) {
                return true;
            }
        }
        return false;
    }
}
