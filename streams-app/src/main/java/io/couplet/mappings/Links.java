package io.couplet.mappings;

import io.couplet.contract.Suggestion;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How mappings depend on each other: by {@code needs} and by references. */
final class Links {
    private final Map<String, MappingDefinition> byName = new TreeMap<>();
    private final List<MappingDefinition> definitions;
    private final Companies companies;
    private final Faults faults;

    Links(List<MappingDefinition> definitions, Companies companies, Faults faults) {
        this.definitions = definitions;
        this.companies = companies;
        this.faults = faults;
        for (MappingDefinition definition : definitions) {
            definition.name().ifPresent(name -> enter(name, definition));
        }
    }

    private void enter(Word name, MappingDefinition definition) {
        MappingDefinition first = byName.putIfAbsent(name.text(), definition);
        if (first != null) {
            Place place = first.name().map(Word::place).orElse(first.place());
            faults.add(
                    name.place(),
                    "mapping '" + name.text() + "' exists already, in " + place.file() + ":" + place.line(),
                    "give one of them another name");
        }
    }

    /** Reports names that are unknown and circles that could never be gone through. */
    void check() {
        for (MappingDefinition definition : definitions) {
            definition.needs().forEach(need -> find(definition, need, "needs"));
            for (FieldDefinition.Tie tie : definition.ties()) {
                tie.references().forEach(name -> check(definition, tie, name, "reference"));
                tie.blank().ifPresent(name -> check(definition, tie, name, "blank"));
            }
        }
        reportCircles(
                MappingDefinition::needs,
                "'needs' goes round in a circle: ",
                "take out one of them; references hold each record back by themselves");
        reportCircles(
                Links::requiredReferences,
                "required references go round in a circle, so that none of the records could ever be created: ",
                "take 'required' from one of them; its field is then filled in later");
    }

    /** What a field waits for must be able to come. */
    private void check(MappingDefinition definition, FieldDefinition.Tie tie, Word name, String key) {
        boolean on = definition.isOn() && tie.enabled().on();
        find(definition, name, key).filter(referred -> on && !referred.isOn()).ifPresent(referred -> {
            String why = referred.enabled().words().orElse("");
            faults.add(
                    name.place(),
                    "'" + key + "' names mapping '" + name.text() + "', which is off: " + why,
                    "let this field be on under the same condition only: 'enabled: \"" + why + "\"'");
        });
    }

    /** The mapping that a word names, or nothing after reporting that there is none. Reports one that is not for the same companies. */
    private Optional<MappingDefinition> find(MappingDefinition definition, Word name, String key) {
        Optional<MappingDefinition> found = get(name);
        if (found.isEmpty()) {
            faults.add(
                    name.place(),
                    "'" + key + "' names an unknown mapping '" + name.text() + "'",
                    Suggestion.forWord(name.text(), byName.keySet()));
        }
        found.ifPresent(referred -> checkCompanies(definition, name, referred));
        return found;
    }

    private void checkCompanies(MappingDefinition definition, Word name, MappingDefinition referred) {
        List<Company> there = companies.of(referred);
        for (Company company : companies.of(definition)) {
            if (!there.contains(company)) {
                faults.add(
                        name.place(),
                        "mapping '" + name.text() + "' is not for company " + company.name() + ", as this one is",
                        "add it to the 'companies' of '" + name.text() + "', or take it out of those of '"
                                + definition.label() + "'");
            }
        }
    }

    /** The mapping that a word names. */
    Optional<MappingDefinition> get(Word name) {
        return Optional.ofNullable(byName.get(name.text()));
    }

    /** The entity that a mapping ties on one side, such as {@code customer}. */
    Optional<String> entityOf(Word mapping, Side side) {
        return get(mapping).flatMap(definition -> definition.entity(side)).map(Word::text);
    }

    private static List<Word> requiredReferences(MappingDefinition definition) {
        return definition.ties().stream()
                .filter(tie -> definition.isOn() && tie.enabled().on() && tie.required())
                .flatMap(tie -> Stream.concat(tie.references().stream(), tie.blank().stream()))
                .toList();
    }

    private void reportCircles(Function<MappingDefinition, List<Word>> links, String what, String remedy) {
        SortedMap<String, Set<String>> leadsTo = new TreeMap<>();
        byName.forEach((name, definition) -> leadsTo.put(
                name, links.apply(definition).stream().map(Word::text).collect(Collectors.toCollection(TreeSet::new))));
        for (List<String> circle : Circles.in(leadsTo)) {
            String next = circle.get(1);
            links.apply(byName.getOrDefault(circle.get(0), definitions.get(0))).stream()
                    .filter(word -> word.text().equals(next))
                    .findFirst()
                    .ifPresent(word -> faults.add(word.place(), what + String.join(" -> ", circle), remedy));
        }
    }

    /** All definitions by name, but each after those that it needs, in the order in which it lists them. To be asked only where {@link #check} found nothing. */
    List<MappingDefinition> inOrder() {
        Map<String, MappingDefinition> ordered = new LinkedHashMap<>();
        byName.values().forEach(definition -> place(definition, ordered));
        return new ArrayList<>(ordered.values());
    }

    private void place(MappingDefinition definition, Map<String, MappingDefinition> ordered) {
        for (Word need : definition.needs()) {
            if (!ordered.containsKey(need.text()) && !need.text().equals(definition.label())) {
                get(need).ifPresent(needed -> place(needed, ordered));
            }
        }
        ordered.putIfAbsent(definition.label(), definition);
    }
}
