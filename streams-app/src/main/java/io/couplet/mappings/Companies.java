package io.couplet.mappings;

import io.couplet.contract.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The configured ERP companies, the home company first. Immutable. */
final class Companies {
    /** Names the home company in files, which do not know what it is called. */
    private static final String HOME = "home";

    private final List<Company> all = new ArrayList<>();

    Companies(Collection<String> names) {
        for (String name : names) {
            all.add(new Company(name, all.isEmpty()));
        }
    }

    /** Those that a mapping is for: the ones that its file names, or all. */
    List<Company> of(MappingDefinition definition) {
        Set<String> named = definition.companies().stream().map(Word::text).collect(Collectors.toSet());
        return all.stream()
                .filter(company ->
                        named.isEmpty() || named.contains(company.name()) || (company.home() && named.contains(HOME)))
                .toList();
    }

    /** What a mapping file is for each of its companies. Where it is for none, which is a fault, it is still looked at once. */
    List<Instance> instances(MappingDefinition definition) {
        List<Company> its = of(definition);
        List<Company> looked = its.isEmpty() ? List.of(new Company("?", true)) : its;
        return looked.stream()
                .map(company -> Instance.of(definition, company, looked))
                .toList();
    }

    /** Reports companies that a file names but nobody has configured, and a mapping that is for none. */
    void check(MappingDefinition definition, Faults faults) {
        List<String> names = all.stream().map(Company::name).toList();
        for (Word company : definition.companies()) {
            if (!names.contains(company.text()) && !company.text().equals(HOME)) {
                faults.add(
                        company.place(),
                        "company '" + company.text() + "' is not configured",
                        Suggestion.forWord(company.text(), names));
            }
        }
        if (all.isEmpty()) {
            faults.add(definition.place(), "there is no company whose records could take part", "configure one");
        }
    }
}
