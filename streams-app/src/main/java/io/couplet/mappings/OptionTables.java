package io.couplet.mappings;

import io.couplet.contract.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of options of all files. */
final class OptionTables {
    private final Map<String, OptionTable> byName = new TreeMap<>();
    private final Faults faults;

    OptionTables(List<OptionTable> tables, Faults faults) {
        this.faults = faults;
        for (OptionTable table : tables) {
            OptionTable first = byName.putIfAbsent(table.name().text(), table);
            if (first != null) {
                Place place = first.name().place();
                faults.add(
                        table.name().place(),
                        "options '" + table.name().text() + "' exist already, in " + place.file() + ":" + place.line(),
                        "give one of them another name");
            }
        }
    }

    /** The table that a field names, or nothing after reporting that there is none. */
    Optional<OptionTable> find(Word name) {
        Optional<OptionTable> found = Optional.ofNullable(byName.get(name.text()));
        if (found.isEmpty()) {
            faults.add(
                    name.place(),
                    "'options' names an unknown table '" + name.text() + "'",
                    Suggestion.forWord(name.text(), byName.keySet()));
        }
        return found;
    }
}
