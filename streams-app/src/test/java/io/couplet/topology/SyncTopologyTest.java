package io.couplet.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.couplet.contract.Audit;
import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.CouplingState;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.Operation;
import io.couplet.contract.PairInput;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import io.couplet.contract.Wake;
import io.couplet.domain.model.Side;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SyncTopologyTest {
    private static final String CUSTOMERS = "customer-account";

    private final TopologyHarness harness = new TopologyHarness();
    private final FakeSystem erp = harness.erp;
    private final FakeSystem crm = harness.crm;
    private String anna = "";

    @BeforeEach
    void aUserWhoSells() {
        harness.snapshotsEnd();
        anna = crm.insert(
                "systemuser",
                "admin",
                Map.of("fullname", "Anna Berg", "internalemailaddress", "anna@x.test", "islicensed", true));
        harness.settle();
        harness.commands.clear();
    }

    @AfterEach
    void close() {
        List<String> lost = harness.replaying().differences();
        harness.close();
        assertThat(lost).as("what a replay of the topics would not bring back").isEmpty();
    }

    private String annasCode() {
        return String.valueOf(erp.get(erp.all("salesperson").get(0), "code"));
    }

    private String customer(String name) {
        return erp.insert("customer", "bjorn", Map.of("name", name, "salespersonCode", annasCode(), "blocked", 0));
    }

    private String onlyAccount() {
        assertThat(crm.all("account")).hasSize(1);
        return crm.all("account").get(0);
    }

    @Nested
    class Creating {
        @Test
        void aCustomerBecomesAnAccountWithItsOwner() {
            customer("Adatum");
            harness.settle();

            assertThat(crm.get(onlyAccount(), "name")).isEqualTo("Adatum");
            assertThat(crm.get(onlyAccount(), "ownerid")).isEqualTo(anna.substring(anna.lastIndexOf('/') + 1));
            assertThat(harness.commands).hasSize(1);
            assertThat(harness.deadLetters()).isEmpty();
            assertThat(harness.setAside()).isEmpty();
        }

        @Test
        void anAccountBecomesACustomerWhoseNumberComesBack() {
            String account = crm.insert(
                    "account",
                    "anna",
                    Map.of(
                            "name",
                            "Fabrikam",
                            "customertypecode",
                            3,
                            "statecode",
                            0,
                            "ownerid",
                            anna.substring(anna.lastIndexOf('/') + 1)));
            harness.settle();

            String customer = erp.all("customer").get(0);
            assertThat(erp.get(customer, "name")).isEqualTo("Fabrikam");
            assertThat(erp.get(customer, "salespersonCode")).isEqualTo(annasCode());
            assertThat(crm.get(account, "accountnumber")).isEqualTo(erp.get(customer, "no"));
            assertThat(harness.commands)
                    .extracting(command -> command.getOp())
                    .containsExactly(Operation.CREATE, Operation.UPDATE);
            assertThat(harness.deadLetters()).isEmpty();
        }

        @Test
        void anAccountOutsideTheFilterIsLeftAlone() {
            crm.insert("account", "anna", Map.of("name", "A supplier", "customertypecode", 10));

            assertThat(harness.settle()).isZero();
            assertThat(harness.counted(CUSTOMERS, Side.CRM, "filtered")).isOne();
        }
    }

    @Nested
    class Editing {
        private String customer = "";
        private String account = "";

        @BeforeEach
        void aPair() {
            customer = customer("Adatum");
            harness.settle();
            account = onlyAccount();
            harness.commands.clear();
        }

        @AfterEach
        void nothingWasUnusable() {
            assertThat(harness.deadLetters()).isEmpty();
        }

        @Test
        void anEditReachesTheOtherSideByOneCommandThenSilence() {
            erp.update(customer, "bjorn", Map.of("name", "Adatum Ltd"));

            assertThat(harness.settle()).isOne();
            assertThat(crm.get(account, "name")).isEqualTo("Adatum Ltd");
            assertThat(harness.commands.get(0).getFields()).hasSize(1);
        }

        @Test
        void anEditInTheCrmReachesTheErp() {
            crm.update(account, "anna", Map.of("telephone1", "123"));

            assertThat(harness.settle()).isOne();
            assertThat(erp.get(customer, "phoneNo")).isEqualTo("123");
        }

        @Test
        void editsOfDifferentFieldsBothSurvive() {
            erp.update(customer, "bjorn", Map.of("name", "From ERP"));
            crm.update(account, "anna", Map.of("telephone1", "From CRM"));
            harness.settle();

            assertThat(crm.get(account, "name")).isEqualTo("From ERP");
            assertThat(erp.get(customer, "name")).isEqualTo("From ERP");
            assertThat(crm.get(account, "telephone1")).isEqualTo("From CRM");
            assertThat(erp.get(customer, "phoneNo")).isEqualTo("From CRM");
        }

        @Test
        void ofEditsOfOneFieldTheLaterWinsAndTheOtherIsAudited() {
            erp.update(customer, "bjorn", Map.of("name", "First"));
            // The command for it is on its way; the CRM's own clock runs ahead of the ERP's.
            for (int i = 0; i < 20; i++) {
                crm.update(account, "anna", Map.of("name", "Second " + i));
            }
            harness.settle();

            assertThat(crm.get(account, "name")).isEqualTo(erp.get(customer, "name"));
            assertThat(harness.audit()).extracting(Audit::getDecision).isNotEmpty();
        }

        @Test
        void anEditUnderTheIntegrationAccountCausesNoCommand() {
            erp.update(customer, TopologyHarness.ACCOUNT, Map.of("name", "Written by a job"));

            assertThat(harness.settle()).isZero();
            assertThat(harness.counted(CUSTOMERS, Side.ERP, "drift")).isOne();
        }

        @Test
        void aDeleteDissolvesTheCouplingAndLeavesTheOtherRecord() {
            erp.delete(customer);

            assertThat(harness.settle()).isZero();
            assertThat(crm.all("account")).containsExactly(account);
            assertThat(harness.couplings().values())
                    .filteredOn(coupling -> coupling.getMapping().equals(CUSTOMERS))
                    .extracting(coupling -> coupling.getState())
                    .containsExactly(CouplingState.DISSOLVED);
        }

        @Test
        void whatTheTargetRefusesIsSetAsideInItsWordsUntilItIsEditedAgain() {
            harness.refuse(account);
            erp.update(customer, "bjorn", Map.of("name", "Too long"));
            harness.settle();

            assertThat(harness.setAside().values())
                    .extracting(SetAside::getKind, SetAside::getReason)
                    .containsExactly(tuple(SetAsideKind.REJECTED, "the crm refused: not this one"));
        }

        @Test
        void anOperatorDissolvesACoupling() {
            harness.request(new Control(
                    "r1",
                    CUSTOMERS,
                    ControlAction.UNCOUPLE,
                    customer,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    "ops",
                    Instant.EPOCH));
            erp.update(customer, "bjorn", Map.of("name", "On its own"));

            assertThat(harness.settle()).isZero();
            assertThat(crm.get(account, "name")).isEqualTo("Adatum");
        }
    }

    @Nested
    class Waiting {
        @Test
        void aCustomerWaitsForItsSalespersonAndGoesOnByItself() {
            String code = "S2";
            erp.insert("customer", "bjorn", Map.of("name", "Early", "salespersonCode", code));
            harness.settle();
            assertThat(crm.all("account")).isEmpty();
            assertThat(harness.setAside().values())
                    .extracting(SetAside::getKind)
                    .containsExactly(SetAsideKind.PARKED);

            crm.insert(
                    "systemuser",
                    "admin",
                    Map.of("fullname", "Carl", "internalemailaddress", "carl@x.test", "islicensed", true));
            harness.settle();

            assertThat(erp.all("salesperson"))
                    .extracting(ref -> erp.get(ref, "code"))
                    .contains(code);
            assertThat(crm.get(onlyAccount(), "name")).isEqualTo("Early");
            assertThat(harness.deadLetters()).isEmpty();
        }
    }

    @Nested
    class Matching {
        @Test
        void recordsWithTheSameMailAreCoupledOnceBothSnapshotsHaveEnded() {
            try (TopologyHarness fresh = new TopologyHarness()) {
                String account = fresh.crm.insert(
                        "account",
                        "anna",
                        Map.of("name", "Adatum", "emailaddress1", "INFO@a.test", "customertypecode", 3));
                String customer =
                        fresh.erp.insert("customer", "bjorn", Map.of("name", "Adatum", "eMail", "info@a.test"));
                assertThat(fresh.settle()).isZero();

                fresh.snapshotsEnd();
                fresh.settle();

                assertThat(fresh.crm.all("account")).containsExactly(account);
                assertThat(fresh.erp.all("customer")).containsExactly(customer);
                assertThat(fresh.couplings().values())
                        .extracting(coupling -> coupling.getState())
                        .containsExactly(CouplingState.ACTIVE);
            }
        }

        @Test
        void aSecondCustomerWithTheMailOfACoupledOneIsAmbiguous() {
            erp.insert("customer", "bjorn", Map.of("name", "One", "eMail", "same@a.test"));
            harness.settle();
            String second = erp.insert("customer", "bjorn", Map.of("name", "Two", "eMail", "same@a.test"));
            harness.settle();

            assertThat(crm.all("account")).hasSize(1);
            assertThat(harness.setAside())
                    .hasEntrySatisfying(
                            second + "@" + CUSTOMERS,
                            entry -> assertThat(entry.getKind()).isEqualTo(SetAsideKind.AMBIGUOUS));
        }
    }

    @Nested
    class Unusable {
        @Test
        void bytesThatNobodyCanReadGoToTheDeadLettersAndTheRestFlows() {
            harness.poison(
                    harness.topics.changes("erp/customer"),
                    "erp/CRONUS/customer/x",
                    "poison".getBytes(StandardCharsets.UTF_8));
            customer("Adatum");
            harness.settle();

            DeadLetter letter = harness.deadLetters().get(0);
            assertThat(letter.getTopic()).isEqualTo("couplet.erp.customer");
            assertThat(letter.getStage()).isEqualTo("read");
            assertThat(letter.getCause()).startsWith("Undecodable: ");
            assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap("poison".getBytes(StandardCharsets.UTF_8)));
            assertThat(crm.get(onlyAccount(), "name")).isEqualTo("Adatum");
            assertThat(harness.meters
                            .counter("couplet.dead.letters", "stage", "read")
                            .count())
                    .isOne();
        }

        @Test
        void anInputOfAMappingThatIsGoneGoesToTheDeadLetters() {
            harness.tell("some-coupling", new PairInput("removed", new Wake("x")));

            assertThat(harness.deadLetters())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.getCause()).contains("no mapping is called 'removed'"));
        }

        @Test
        void aTombstoneOnAChangeTopicGoesToTheDeadLettersWithItsKey() {
            harness.poison(harness.topics.changes("erp/customer"), "erp/CRONUS/customer/x", null);

            assertThat(harness.deadLetters())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.getStage()).isEqualTo("route-record"));
        }
    }
}
