package io.couplet.simulation;

import static java.util.Objects.requireNonNull;

import io.couplet.domain.guard.Guard;
import io.couplet.domain.guard.Guards;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.pair.PairRules;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mappings of a world, found in the ways in which its parts need them. */
final class Rulebook {
    static final Map<Side, String> ACCOUNTS = Map.of(Side.ERP, ModelSystem.ACCOUNT, Side.CRM, ModelSystem.ACCOUNT);

    final Guards guards;
    private final List<Mapping> mappings;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Table, List<Integer>> byTable = new EnumMap<>(Table.class);
    private final PairRules[] pairRules;

    Rulebook(List<Mapping> mappings, Guards guards) {
        this.guards = guards;
        this.mappings = List.copyOf(mappings);
        pairRules = new PairRules[mappings.size()];
        for (int number = 0; number < mappings.size(); number++) {
            Mapping mapping = mappings.get(number);
            numbers.put(mapping.name(), number);
            pairRules[number] = new PairRules(mapping, ACCOUNTS, guards);
        }
        for (Table table : Table.values()) {
            byTable.put(table, covering(table));
        }
    }

    List<Mapping> mappings() {
        return mappings;
    }

    Mapping mapping(int number) {
        return mappings.get(number);
    }

    /** The number of the mapping of that name. */
    int number(String mapping) {
        return requireNonNull(numbers.get(mapping));
    }

    boolean hold(Guard guard) {
        return guards.hold(guard);
    }

    PairRules pairRules(int mapping) {
        return pairRules[mapping];
    }

    /** The numbers of the mappings that are about a table. */
    List<Integer> about(Table table) {
        return requireNonNull(byTable.get(table));
    }

    /** The names of the other mappings that are about a record. */
    List<String> sharing(Mapping mapping, RecordRef ref) {
        Table table = Table.of(ref);
        return shares(table)
                ? about(table).stream()
                        .map(number -> mapping(number).name())
                        .filter(name -> !name.equals(mapping.name()))
                        .toList()
                : List.of();
    }

    /** Whether records of a table may be coupled under more than one mapping. */
    boolean shares(Table table) {
        return about(table).size() > 1;
    }

    /** The tables that any mapping is about. */
    Set<Table> tables() {
        Set<Table> tables = EnumSet.noneOf(Table.class);
        byTable.forEach((table, numbers) -> {
            if (!numbers.isEmpty()) {
                tables.add(table);
            }
        });
        return tables;
    }

    private List<Integer> covering(Table table) {
        return mappings.stream()
                .filter(mapping -> mapping.end(table.side).entity().equals(table.entity()))
                .map(mapping -> numbers.get(mapping.name()))
                .toList();
    }
}
