package io.couplet.local.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the sandboxes are filled with for one company of the ERP: the same for the same scale and seed. Everything that is to be matched has an
 * e-mail address, a number or an ISO code that is unique within its kind, and every reference has somebody to point at on the other
 * side, so that nothing is left over once both sides are in step.
 *
 * @param erpCompany the company's name
 * @param employees users and salespeople; their number does not grow with the scale
 * @param currencies those of the ERP, most of which the CRM has too
 * @param customers 500 times the scale
 * @param vendors 60 times the scale
 * @param people 1,000 times the scale who work for customers, and 20 times for vendors
 * @param assortment what is sold
 * @param invoices how many the ERP has posted of what was sold before
 */
public record SampleData(
        int scale,
        long seed,
        String erpCompany,
        List<Employee> employees,
        List<SampleCurrency> currencies,
        List<Company> customers,
        List<Company> vendors,
        List<Person> people,
        Assortment assortment,
        int invoices) {

    /** The seed that is used where nobody asks for another one. */
    public static final long DEFAULT_SEED = 20_261_120;

    private static final String HOME = "CRONUS";
    private static final int CUSTOMERS = 500;
    private static final int VENDORS = 60;
    private static final int PEOPLE = 1_000;
    private static final int VENDORS_PEOPLE = 20;

    /** Posted invoices where nobody asks for another number, times the scale. */
    public static final int INVOICES = 20;

    public SampleData {
        employees = List.copyOf(employees);
        currencies = List.copyOf(currencies);
        customers = List.copyOf(customers);
        vendors = List.copyOf(vendors);
        people = List.copyOf(people);
    }

    /** The data of both companies, the home company's first. */
    public static List<SampleData> ofAllCompanies(int scale, long seed) {
        return ofAllCompanies(scale, seed, INVOICES * scale);
    }

    /** The same, with so many posted invoices of the home company. */
    public static List<SampleData> ofAllCompanies(int scale, long seed, int invoices) {
        SampleData home = generate(scale, seed, invoices);
        return List.of(home, SecondCompany.besides(home));
    }

    /** Whether it is the home company's, with which everything comes that the companies share in the CRM. */
    boolean ofHomeCompany() {
        return erpCompany.equals(HOME);
    }

    /** The company as the CRM knows it. */
    UUID companyInCrm() {
        return Ids.of(seed, "erp company " + erpCompany, 0).crm();
    }

    /** The company of what stands in the CRM so; nobody has said yet whose the rows are that are new there. */
    @Nullable
    UUID companyOf(Presence presence) {
        return ofHomeCompany() && !presence.inErp() ? null : companyInCrm();
    }

    /**
     * Makes up the data of the home company.
     *
     * @param scale how many times 500 customers, 60 vendors, 1,020 people and 200 items; at least 1
     */
    public static SampleData generate(int scale, long seed) {
        return generate(scale, seed, INVOICES * scale);
    }

    private static SampleData generate(int scale, long seed, int invoices) {
        if (scale < 1) {
            throw new IllegalArgumentException("scale must be at least 1, not " + scale);
        }
        List<Employee> employees = EmployeeGenerator.generate(seed);
        List<SampleCurrency> currencies = CurrencyList.of(seed);
        List<Company> customers =
                new CompanyGenerator("company", seed, employees, currencies).generate(CUSTOMERS * scale);
        // Of another seed, or they would have the customers' names.
        List<Company> vendors =
                new CompanyGenerator("vendor", seed + 1, employees, currencies).generate(VENDORS * scale);
        List<Person> people = new ArrayList<>(new PersonGenerator("person", seed, customers).generate(PEOPLE * scale));
        people.addAll(new PersonGenerator("vendor's person", seed + 1, vendors).generate(VENDORS_PEOPLE * scale));
        Assortment assortment = Assortment.generate(scale, seed, vendors);
        return new SampleData(
                scale, seed, HOME, employees, currencies, customers, vendors, people, assortment, invoices);
    }
}
