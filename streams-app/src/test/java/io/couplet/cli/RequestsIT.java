package io.couplet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.model.Side;
import io.couplet.topology.LiveTopology;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator asks on the command line, carried out by the topology on a real broker: what is said of it, and what has become of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestsIT {
    /** So many that each partition has some. */
    private static final int MANY = 30;

    private static final String JOB = "jobTitle=jobtitle";

    private static final String PEOPLE = """
            mapping: people
            erp: contact
            crm: contact
            conflict: ask
            delete: propagate
            fields:
              - {erp: firstName, crm: firstname}
              - {erp: surname, crm: lastname}
              - {erp: jobTitle, crm: jobtitle}
            """;

    /** Each of the three partitions lets one go. */
    private static final String MONEY = """
            mapping: money
            erp: currency
            crm: transactioncurrency
            delete: propagate
            stop:
              massDelete: {share: 1%, atLeast: 3, within: 1h}
            fields:
              - {erp: code, crm: isocurrencycode}
              - {erp: description, crm: currencyname}
            """;

    @TempDir
    private static Path directory;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private LiveTopology couplet;

    private int people;
    private String person = "";
    private String contact = "";

    @BeforeAll
    void start() throws IOException {
        Path mappings = Files.createDirectory(directory.resolve("mappings"));
        Files.writeString(mappings.resolve("people.yaml"), PEOPLE);
        Files.writeString(mappings.resolve("money.yaml"), MONEY);
        couplet = new LiveTopology("operated", directory.resolve("state"), mappings);
    }

    @AfterAll
    void stop() {
        couplet.close();
    }

    @BeforeEach
    void aCoupledPerson() {
        String surname = "Holm " + ++people;
        person = couplet.insert(
                Side.ERP, "contact", "bjorn", Map.of("firstName", "Ida", "surname", surname, "jobTitle", "Buyer"));
        contact = counterpart(surname);
        in(person, "jobTitle", "Buyer");
        in(contact, "jobtitle", "Buyer");
    }

    private String counterpart(String surname) {
        return Objects.requireNonNull(Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> couplet.all(Side.CRM, "contact").stream()
                                .filter(ref -> surname.equals(couplet.get(ref, "lastname")))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull));
    }

    private void in(String ref, String field, String value) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(couplet.get(ref, field)).isEqualTo(value));
    }

    private Run run(String... arguments) {
        URI nowhere = URI.create("http://localhost:1");
        return Run.of(
                new Target(nowhere, nowhere, couplet.bootstrap(), couplet.registry(), "operated", null), arguments);
    }

    /** Waits until something of that kind is open for a coupling or record. */
    private String shown(String kind, String subject) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> run("set-aside", "show", subject).out(), out -> out.startsWith(kind));
    }

    // ---- what cannot be meant
    // ------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uncouple 00000000-0000-4000-8000-000000000000 | There is no coupling",
                "uncouple erp/CRONUS/contact/x | There is no record erp/CRONUS/contact/x",
                "retry 00000000-0000-4000-8000-000000000000 | There is no coupling",
                "resolve 00000000-0000-4000-8000-000000000000 --take erp | There is no coupling",
                "adopt erp/CRONUS/contact/x | There is no record",
                "overwrite erp/CRONUS/contact/x | There is no record",
                "release erp/CRONUS/contact/x | There is no record",
                "create erp/CRONUS/contact/x | There is no record",
                "create erp/CRONUS/customer/no=NOBODY | There is no erp/customer whose no is 'NOBODY'",
                "create erp/CRONUS/customer/nr=1 | erp/customer has no field 'nr'",
                "create erp/CRONUS/shelf/code=A | There is no entity erp/shelf",
                "couple crm/contact/1 crm/contact/2 | Both records are of the CRM",
                "couple erp/CRONUS/contact/x crm/contact/y | There is no record",
                "set-aside show erp/CRONUS/contact/x | There is no record"
            })
    void whatIsNotThereIsNamed(String command, String words) {
        Run run = run(command.split(" "));

        assertThat(run.err()).contains(words);
        assertThat(run.exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "couple erp/CRONUS/contact/x | Missing required parameter",
                "couple nobody crm/contact/x | nobody",
                "create | Missing required parameter",
                "resolve x --take both | none of erp, crm",
                "retry | COUPLING|RECORD",
                "retry x --kind rejected | --kind goes with --all",
                "retry --all --kind drift | none of rejected, ping-pong, mass-delete",
                "set-aside --kind nonsense | none of parked"
            })
    void whatCannotBeReadIsExplained(String command, String words) {
        Run run = run(command.split(" "));

        assertThat(run.err()).contains(words);
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aMappingThatIsNotConcernedIsNamedWithThoseThatAre() {
        Run uncouple = run("uncouple", person, "--mapping", "nonsense");
        assertThat(uncouple.exit()).isEqualTo(3);
        assertThat(uncouple.err()).contains("Mapping nonsense does not tie " + person, "people may");

        Run all = run("retry", "--all", "--mapping", "nonsense");
        assertThat(all.out()).contains("nothing to go on with", "mapping nonsense");
    }

    // ---- couple, uncouple
    // ----------------------------------------------------------------------------------------------

    @Test
    void twoRecordsAreUncoupledAndCoupledAgain() {
        Run uncouple = run("uncouple", person);
        assertThat(uncouple.out()).contains(person, contact, "dissolved (uncoupled)");
        assertThat(uncouple.exit()).isZero();

        Run twice = run("uncouple", contact);
        assertThat(twice.err()).contains(contact + " belongs to no coupling");
        assertThat(twice.exit()).isEqualTo(3);

        Run couple = run("couple", contact, person);
        assertThat(couple.out()).contains(person + " = " + contact + ": coupled", "active");
        assertThat(couple.exit()).isZero();
        couplet.update(person, "bjorn", Map.of("jobTitle", "Seller"));
        in(contact, "jobtitle", "Seller");

        assertThat(run("couple", person, contact).out()).contains("They are coupled already");
    }

    @Test
    void aRecordThatBelongsToAnotherIsNotHad() {
        String other =
                couplet.insert(Side.CRM, "contact", "anna", Map.of("firstname", "Bo", "lastname", "Free " + people));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> couplet.all(Side.ERP, "contact").stream()
                        .anyMatch(ref -> ("Free " + people).equals(couplet.get(ref, "surname"))));

        Run couple = run("couple", person, other);
        assertThat(couple.err()).contains(person + " belongs to coupling", "couplet uncouple " + person);
        assertThat(couple.exit()).isEqualTo(3);
    }

    // ---- resolve, retry
    // ------------------------------------------------------------------------------------------------

    @Nested
    class Conflict {
        @BeforeEach
        void bothSidesSaySomethingElse() {
            run("uncouple", person);
            couplet.update(person, "bjorn", Map.of("jobTitle", "Head buyer"));
            couplet.update(contact, "anna", Map.of("jobtitle", "Chief buyer"));
            assertThat(run("couple", person, contact).exit()).isZero();
        }

        @Test
        void isListedShownAndDecided() {
            assertThat(shown("conflict of people", person))
                    .contains(person, contact)
                    .containsPattern(JOB + " +Head buyer +Chief buyer")
                    .contains("--take erp|crm");
            assertThat(run("set-aside", "--kind", "conflict").out())
                    .contains(person + " = " + contact, "rules: " + JOB);
            Run retry = run("retry", person);
            assertThat(retry.err()).contains("needs a decision", "couplet resolve");
            assertThat(retry.exit()).isEqualTo(3);
            assertThat(run("resolve", person, "--take", "crm", "--rule", "name=name")
                            .err())
                    .contains("No rule name=name", JOB);

            Run resolve = run("resolve", person, "--take", "crm");
            assertThat(resolve.out()).contains(JOB + ": Chief buyer of the crm, not Head buyer", ": written");
            assertThat(resolve.exit()).isZero();
            assertThat(couplet.get(person, "jobTitle")).isEqualTo("Chief buyer");

            Run again = run("resolve", person, "--take", "crm");
            assertThat(again.err()).contains("Nothing is open");
            assertThat(again.exit()).isEqualTo(3);
        }
    }

    @Test
    void whatWasRefusedIsWrittenOnceItIsAccepted() {
        couplet.refuse(contact);
        couplet.update(person, "bjorn", Map.of("jobTitle", "Seller"));
        assertThat(shown("rejected of people", person)).contains("the crm refused: not this one");

        Run inVain = run("retry", person);
        assertThat(inVain.out()).contains("rejected: the crm refused: not this one");
        assertThat(inVain.exit()).isEqualTo(1);

        couplet.acceptAll();
        Run retry = run("retry", "--all");
        assertThat(retry.out()).contains(person, ": written");
        assertThat(retry.exit()).isZero();
        assertThat(couplet.get(contact, "jobtitle")).isEqualTo("Seller");
        assertThat(run("audit", "--limit", "50").out()).contains("retried by");
    }

    @Test
    void aDeleteThatAskedIsCarriedOutOrUndone() {
        couplet.refuse(person);
        couplet.update(contact, "anna", Map.of("jobtitle", "Chief buyer"));
        shown("rejected of people", contact);
        couplet.acceptAll();
        couplet.delete(person);
        shown("delete of people", contact);

        Run resolve = run("resolve", contact, "--take", "crm");
        assertThat(resolve.exit()).isZero();
        assertThat(couplet.all(Side.ERP, "contact"))
                .anySatisfy(ref -> assertThat(couplet.get(ref, "jobTitle")).isEqualTo("Chief buyer"));
    }

    // ---- drift, held
    // ---------------------------------------------------------------------------------------------------

    @Test
    void driftIsAdoptedOrOverwritten() {
        couplet.update(person, "couplet", Map.of("jobTitle", "Set by a job"));
        assertThat(shown("drift of people", person)).contains("drift of the ERP", "couplet adopt");
        assertThat(run("overwrite", person, "--rule", "surname=lastname").err()).contains("has no drift of surname");

        Run overwrite = run("overwrite", person);
        assertThat(overwrite.out()).contains(JOB + ": Buyer of the crm, not Set by a job", ": written");
        assertThat(overwrite.exit()).isZero();
        assertThat(couplet.get(person, "jobTitle")).isEqualTo("Buyer");

        couplet.update(person, "couplet", Map.of("jobTitle", "Set again"));
        shown("drift of people", person);
        assertThat(run("adopt", person).exit()).isZero();
        assertThat(couplet.get(contact, "jobtitle")).isEqualTo("Set again");
        assertThat(run("adopt", person).err()).contains("has no drift");
    }

    @Test
    void whatAPersonTypedInUnderTheAccountIsReleased() {
        String surname = "Dahl " + people;
        String typed = couplet.insert(Side.ERP, "contact", "couplet", Map.of("surname", surname));
        assertThat(shown("held of people", typed)).contains("couplet release " + typed);
        Run early = run("couple", typed, contact);
        assertThat(early.err()).contains("is held", "couplet release " + typed);

        Run release = run("release", typed);
        assertThat(release.out()).contains(typed + ": released by");
        assertThat(release.exit()).isZero();
        counterpart(surname);

        Run twice = run("release", typed);
        assertThat(twice.out()).contains("not released");
        assertThat(twice.exit()).isEqualTo(1);
    }

    // ---- mass delete
    // ---------------------------------------------------------------------------------------------------

    @Test
    void deletesThatAreTooManyGoOnWhenSomebodySaysSo() {
        for (int i = 0; i < MANY; i++) {
            couplet.insert(Side.ERP, "currency", "bjorn", Map.of("code", "C" + i, "description", "No. " + i));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> couplet.all(Side.CRM, "transactioncurrency").size() == MANY);
        couplet.all(Side.ERP, "currency").forEach(couplet::delete);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> run("set-aside", "--mapping", "money").out(),
                        out -> out.contains("mass-delete " + (MANY - 3)));
        assertThat(run("retry", "--all").out()).doesNotContain("currency");

        Run retry = run("retry", "--all", "--kind", "mass-delete", "--mapping", "money");
        assertThat(retry.out())
                .contains("dissolved (deleted)", "more: " + (MANY - 3) + " done, 0 refused, 0 not finished");
        assertThat(retry.exit()).isZero();
        assertThat(couplet.all(Side.CRM, "transactioncurrency")).isEmpty();
    }
}
