package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.couplet.contract.Audit;
import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.OpenField;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import io.couplet.contract.Side;
import io.couplet.mappings.MappingFiles;
import io.couplet.wire.LoadedMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees, asks, and gets. */
class OperatorTest {
    private static final String PEOPLE = "people";
    private static final String JOB = "jobTitle=jobtitle";

    private static final String MAPPING = """
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

    private final TopologyHarness harness;
    private final FakeSystem erp;
    private final FakeSystem crm;
    private String person = "";
    private String contact = "";
    private String coupling = "";

    OperatorTest(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("people.yaml"), MAPPING);
        harness = new TopologyHarness(
                new LoadedMappings(new MappingFiles(Pipes.ENTITIES, List.of("CRONUS")).directory(directory)));
        erp = harness.erp;
        crm = harness.crm;
    }

    @BeforeEach
    void aCoupledPerson() {
        person = erp.insert("contact", "bjorn", Map.of("firstName", "Ida", "surname", "Holm", "jobTitle", "Buyer"));
        harness.settle();
        contact = crm.all("contact").get(0);
        coupling = only().getId();
        assertThat(harness.setAside()).isEmpty();
    }

    @AfterEach
    void close() {
        assertThat(harness.deadLetters()).isEmpty();
        harness.close();
    }

    /** The coupling that holds. */
    private Coupling only() {
        List<Coupling> living = harness.couplings().values().stream()
                .filter(each -> each.getState() != CouplingState.DISSOLVED)
                .toList();
        assertThat(living).hasSize(1);
        return living.get(0);
    }

    private void isDissolved() {
        assertThat(harness.couplings())
                .hasEntrySatisfying(
                        coupling, each -> assertThat(each.getState()).isEqualTo(CouplingState.DISSOLVED));
    }

    private SetAside open() {
        Map<String, SetAside> open = harness.setAside();
        assertThat(open).containsOnlyKeys(coupling);
        return open.values().iterator().next();
    }

    private void nothingIsOpen() {
        assertThat(harness.setAside()).isEmpty();
    }

    private static Control.Builder request(ControlAction action, String target) {
        return Control.newBuilder()
                .setId("r")
                .setMapping(PEOPLE)
                .setAction(action)
                .setTarget(target)
                .setBy("ops")
                .setAt(Instant.EPOCH);
    }

    private void ask(Control.Builder request) {
        harness.request(request.build());
        harness.settle();
    }

    private void resolve(SetAside shown, Side take, String... rules) {
        ask(request(ControlAction.RESOLVE, coupling)
                .setTake(take)
                .setRules(List.of(rules))
                .setErpVersion(shown.getErpVersion())
                .setCrmVersion(shown.getCrmVersion()));
    }

    private List<String> decisions() {
        return harness.audit().stream().map(Audit::getDecision).toList();
    }

    private void bothSay(String field, String crmField, String value) {
        assertThat(erp.get(person, field)).isEqualTo(value);
        assertThat(crm.get(contact, crmField)).isEqualTo(value);
    }

    @Test
    void anOrdinaryEditIsNobodysBusiness() {
        erp.update(person, "bjorn", Map.of("jobTitle", "Seller"));
        crm.update(contact, "anna", Map.of("lastname", "Lund"));
        harness.settle();

        assertThat(harness.setAsideRecords()).isEmpty();
    }

    @Nested
    class Conflict {
        private SetAside shown = new SetAside();

        @BeforeEach
        void aConflict() {
            // The command for the first edit is carried out before the second edit is seen, unless both are there at
            // once.
            crm.update(contact, "anna", Map.of("jobtitle", "Chief buyer"));
            erp.update(person, "bjorn", Map.of("jobTitle", "Head buyer"));
            harness.settle();
            shown = open();
        }

        @Test
        void isShownFieldByFieldWithWhatWasAgreed() {
            assertThat(shown.getKind()).isEqualTo(SetAsideKind.CONFLICT);
            assertThat(shown.getRules()).containsExactly(JOB);
            assertThat(shown.getFields())
                    .extracting(OpenField::getRule, OpenField::getErp, OpenField::getCrm, OpenField::getErpBase)
                    .contains(
                            tuple(JOB, "Head buyer", "Chief buyer", "Buyer"),
                            tuple("surname=lastname", "Holm", "Holm", "Holm"));
        }

        @Test
        void isDecidedByAPersonAndTheLoserIsAudited() {
            resolve(shown, Side.CRM, JOB);

            bothSay("jobTitle", "jobtitle", "Chief buyer");
            nothingIsOpen();
            assertThat(decisions()).contains("resolved by ops: takes the crm for " + JOB, "conflict decided");
        }

        @Test
        void isNotDecidedOnWhatNobodyHasSeen() {
            erp.update(person, "bjorn", Map.of("surname", "Lund"));
            harness.settle();
            resolve(shown, Side.CRM, JOB);

            assertThat(erp.get(person, "jobTitle")).isEqualTo("Head buyer");
            assertThat(decisions()).anyMatch(decision -> decision.startsWith("not resolved: a record has changed"));

            resolve(open(), Side.CRM, JOB);
            bothSay("jobTitle", "jobtitle", "Chief buyer");
        }

        @Test
        void keepsItsAgeWhileTheRecordsMoveOn() {
            harness.advance(Duration.ofHours(1));
            erp.update(person, "bjorn", Map.of("pager", "Outside the mapping"));
            harness.settle();

            SetAside later = open();
            assertThat(later.getErpVersion()).isGreaterThan(shown.getErpVersion());
            assertThat(later.getSince()).isEqualTo(shown.getSince());
        }

        @Test
        void aRuleThatIsNotThereIsToldSo() {
            resolve(shown, Side.CRM, "name=name");

            assertThat(decisions()).contains("not resolved: people has no rule name=name");
        }
    }

    @Nested
    class Drift {
        private SetAside shown = new SetAside();

        @BeforeEach
        void theAccountAltersTheJob() {
            erp.update(person, TopologyHarness.ACCOUNT, Map.of("jobTitle", "Set by a job"));
            assertThat(harness.settle()).isZero();
            shown = open();
        }

        @Test
        void isListedWithTheSideThatWentItsOwnWay() {
            assertThat(shown.getKind()).isEqualTo(SetAsideKind.DRIFT);
            assertThat(shown.getFields())
                    .extracting(OpenField::getRule, OpenField::getErp, OpenField::getCrm, OpenField::getAstray)
                    .containsExactly(tuple(JOB, "Set by a job", "Buyer", Side.ERP));
        }

        @Test
        void canBeAdopted() {
            resolve(shown, Side.ERP, JOB);

            bothSay("jobTitle", "jobtitle", "Set by a job");
            nothingIsOpen();
        }

        @Test
        void canBeOverwritten() {
            resolve(shown, Side.CRM, JOB);

            bothSay("jobTitle", "jobtitle", "Buyer");
            nothingIsOpen();
        }

        @Test
        void staysWhileOtherFieldsGoOn() {
            crm.update(contact, "anna", Map.of("lastname", "Lund"));
            harness.settle();

            assertThat(erp.get(person, "surname")).isEqualTo("Lund");
            assertThat(erp.get(person, "jobTitle")).isEqualTo("Set by a job");
            resolve(open(), Side.CRM, JOB);
            bothSay("jobTitle", "jobtitle", "Buyer");
        }
    }

    @Nested
    class Coupled {
        @Test
        void byHandUncoupledAndCoupledAgainWithWhatWasEditedMeanwhile() {
            ask(request(ControlAction.UNCOUPLE, person).setCoupling(coupling));
            isDissolved();
            erp.update(person, "bjorn", Map.of("jobTitle", "On its own"));
            assertThat(harness.settle()).isZero();

            ask(request(ControlAction.COUPLE, person).setPartner(contact));
            Coupling again = only();
            assertThat(again.getId()).isNotEqualTo(coupling);
            bothSay("jobTitle", "jobtitle", "On its own");
            assertThat(decisions()).contains("uncoupled by ops");
        }

        @Test
        void asksAboutWhatWasEditedOnBothSidesWhileUncoupled() {
            ask(request(ControlAction.UNCOUPLE, person).setCoupling(coupling));
            erp.update(person, "bjorn", Map.of("jobTitle", "On its own"));
            crm.update(contact, "anna", Map.of("jobtitle", "Also"));
            harness.settle();

            ask(request(ControlAction.COUPLE, person).setPartner(contact));
            coupling = only().getId();
            SetAside shown = open();
            assertThat(shown.getKind()).isEqualTo(SetAsideKind.CONFLICT);
            resolve(shown, Side.ERP, JOB);
            bothSay("jobTitle", "jobtitle", "On its own");
        }

        @Test
        void onlyTheCouplingThatWasMeantIsDissolved() {
            ask(request(ControlAction.UNCOUPLE, person).setCoupling("another"));

            assertThat(only().getId()).isEqualTo(coupling);
            assertThat(decisions()).anyMatch(decision -> decision.startsWith("not uncoupled"));
        }

        @Test
        void aCoupledRecordIsNotHadByAnother() {
            String other = crm.insert("contact", "anna", Map.of("firstname", "Ida", "lastname", "Holm"));
            harness.settle();
            ask(request(ControlAction.COUPLE, person).setPartner(other));

            assertThat(decisions()).anyMatch(decision -> decision.startsWith("not coupled: the record belongs to"));
        }
    }

    @Test
    void whatWasRefusedIsTriedAgainOnRequest() {
        harness.refuse(contact);
        erp.update(person, "bjorn", Map.of("jobTitle", "Seller"));
        harness.settle();
        SetAside shown = open();
        assertThat(shown.getKind()).isEqualTo(SetAsideKind.REJECTED);
        assertThat(shown.getRules()).containsExactly(JOB);

        harness.acceptAll();
        ask(request(ControlAction.RETRY, coupling));

        bothSay("jobTitle", "jobtitle", "Seller");
        nothingIsOpen();
        assertThat(decisions()).contains("retried by ops");
    }

    @Nested
    class Deleted {
        private SetAside shown = new SetAside();

        @BeforeEach
        void aDeleteAgainstAnEdit() {
            harness.refuse(person);
            crm.update(contact, "anna", Map.of("jobtitle", "Chief buyer"));
            harness.settle();
            harness.acceptAll();
            erp.delete(person);
            harness.settle();
            shown = open();
            assertThat(shown.getKind()).isEqualTo(SetAsideKind.DELETE);
        }

        @Test
        void theOtherOneIsDeletedToo() {
            resolve(shown, Side.ERP, "*");

            assertThat(crm.all("contact")).isEmpty();
            isDissolved();
            nothingIsOpen();
        }

        @Test
        void orItIsCreatedAgain() {
            resolve(shown, Side.CRM, "*");

            person = erp.all("contact").get(0);
            bothSay("jobTitle", "jobtitle", "Chief buyer");
            assertThat(only().getState()).isEqualTo(CouplingState.ACTIVE);
            nothingIsOpen();
        }
    }

    @Test
    void whatAPersonTypedInUnderTheAccountIsHeldUntilItIsReleased() {
        String typed = erp.insert("contact", TopologyHarness.ACCOUNT, Map.of("firstName", "Ole", "surname", "Dahl"));
        assertThat(harness.settle()).isZero();
        Map<String, SetAside> open = harness.setAside();
        assertThat(open).containsOnlyKeys(typed + "@" + PEOPLE);
        assertThat(open.values()).extracting(SetAside::getKind).containsExactly(SetAsideKind.HELD);

        ask(request(ControlAction.RELEASE, typed));

        assertThat(crm.all("contact")).hasSize(2);
        nothingIsOpen();
        assertThat(decisions()).anyMatch(decision -> decision.startsWith("released by ops"));
    }
}
