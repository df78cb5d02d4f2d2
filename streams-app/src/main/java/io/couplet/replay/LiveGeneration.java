package io.couplet.replay;

import io.couplet.processor.StoreNames;
import io.couplet.wire.LoadedMappings;
import java.util.Map;

/** The states of the running pipeline: the newest of each key on the changelog topics from which its stores would be restored. */
public final class LiveGeneration implements Generation {
    private final LiveStates states;
    private final String application;
    private final Table pairs;
    private final Table records;

    /**
     * Without states.
     *
     * @param application the id of the running Kafka Streams application
     */
    public LiveGeneration(LoadedMappings mappings, String application, Tables tables) {
        this.states = new LiveStates(mappings);
        this.application = application;
        this.pairs = tables.table();
        this.records = tables.table();
    }

    /** Who is to read which topic. */
    public Map<String, Scan.Reader> readers() {
        return Map.of(changelog(StoreNames.PAIRS), keeping(pairs), changelog(StoreNames.RECORDS), keeping(records));
    }

    private String changelog(String store) {
        return application + "-" + store + "-changelog";
    }

    private static Scan.Reader keeping(Table table) {
        return (key, value) -> {
            if (key != null) {
                table.put(key, value);
            }
        };
    }

    @Override
    public void into(States all) {
        pairs.forEach((coupling, bytes) -> states.pair(bytes, all));
        records.forEach((key, bytes) -> states.record(key, bytes, all));
    }
}
