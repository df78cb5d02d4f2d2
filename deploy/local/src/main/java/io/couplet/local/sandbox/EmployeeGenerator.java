package io.couplet.local.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The staff: twenty active users of the CRM, most of them salespeople of the ERP too; one user who has left; and one
 * salesperson of the ERP who is no person, has no user and is in charge of nobody.
 */
final class EmployeeGenerator {
    private static final int ACTIVE = 20;
    private static final int SALESPEOPLE = 17;
    private static final String DOMAIN = "cronus.example";
    private static final List<String> TITLES =
            List.of("Account manager", "Sales representative", "Key account manager", "Sales assistant");

    private final long seed;
    private final Facts facts;
    private final MailAddresses addresses = new MailAddresses();
    private final Set<String> codes = new HashSet<>();
    private final List<Employee> employees = new ArrayList<>();

    private EmployeeGenerator(long seed) {
        this.seed = seed;
        this.facts = new Facts(Country.DE, seed);
    }

    static List<Employee> generate(long seed) {
        EmployeeGenerator generator = new EmployeeGenerator(seed);
        for (int i = 0; i < ACTIVE; i++) {
            generator.add(i < SALESPEOPLE ? Presence.BOTH : Presence.CRM_ONLY, generator.name(i), true);
        }
        generator.add(Presence.CRM_ONLY, generator.facts.personName(), false);
        generator.add(Presence.ERP_ONLY, new PersonName("Web", "", "Shop"), true);
        return List.copyOf(generator.employees);
    }

    private void add(Presence presence, PersonName name, boolean active) {
        int index = employees.size();
        String eMail = addresses.person(name, DOMAIN);
        String login = index < Logins.PEOPLE.size() ? Logins.PEOPLE.get(index) : eMail.substring(0, eMail.indexOf('@'));
        Ids ids = Ids.of(seed, "employee", index);
        String title = TITLES.get(index % TITLES.size());
        employees.add(new Employee(ids, presence, login, code(name), name, eMail, facts.mobilePhone(), title, active));
    }

    /** Who has a login is called by it. */
    private PersonName name(int index) {
        PersonName made = facts.personName();
        if (index >= Logins.PEOPLE.size()) {
            return new PersonName(made.first(), "", made.last());
        }
        String login = Logins.PEOPLE.get(index);
        return new PersonName(login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1), "", made.last());
    }

    /** Initials, or more letters where two people share them. */
    private String code(PersonName name) {
        String letters = (name.first().charAt(0) + name.last()).toUpperCase(Locale.ROOT);
        int length = 2;
        while (!codes.add(letters.substring(0, length))) {
            length++;
        }
        return letters.substring(0, length);
    }
}
