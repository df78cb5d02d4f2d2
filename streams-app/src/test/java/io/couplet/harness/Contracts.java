package io.couplet.harness;

import io.couplet.contract.Audit;
import io.couplet.contract.Cause;
import io.couplet.contract.Command;
import io.couplet.contract.CommandResult;
import io.couplet.contract.CoupledSide;
import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.DeadLetter;
import io.couplet.contract.Field;
import io.couplet.contract.FieldWrite;
import io.couplet.contract.Loser;
import io.couplet.contract.Operation;
import io.couplet.contract.Outcome;
import io.couplet.contract.PairInput;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import io.couplet.contract.Side;
import io.couplet.contract.StoredRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Valid, dull records of the public topics. */
public final class Contracts {

    /** A moment in the middle of things. */
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** A mapping. */
    public static final String CUSTOMERS = "customer-account";

    private Contracts() {}

    /** A coupling of the customers' mapping. */
    public static Coupling coupling(String id, CouplingState state, long commandsToErp, long commandsToCrm) {
        return Coupling.newBuilder()
                .setId(id)
                .setMapping(CUSTOMERS)
                .setState(state)
                .setErp(CoupledSide.newBuilder()
                        .setRef("erp/CRONUS/customer/" + id)
                        .setBase(List.of())
                        .setChangedAt(List.of())
                        .build())
                .setCrm(CoupledSide.newBuilder()
                        .setRef("crm/account/" + id)
                        .setBase(List.of())
                        .setChangedAt(List.of())
                        .build())
                .setWaitsFor(List.of())
                .setChosen(List.of())
                .setDrift(List.of())
                .setCommandsToErp(commandsToErp)
                .setCommandsToCrm(commandsToCrm)
                .setDecidedAt(NOON)
                .build();
    }

    /** A customer that waits for the user of its salesperson. */
    public static SetAside parked(String id) {
        return SetAside.newBuilder()
                .setSubject(id)
                .setMapping(CUSTOMERS)
                .setKind(SetAsideKind.PARKED)
                .setErp("erp/CRONUS/customer/" + id)
                .setReason("a required reference is not resolved")
                .setWaitsFor(List.of("erp/CRONUS/salesperson/code=JO"))
                .setSince(NOON)
                .setFields(List.of())
                .build();
    }

    /** A pair whose write was refused. */
    public static SetAside rejected(String id, String reason) {
        return SetAside.newBuilder()
                .setSubject(id)
                .setMapping(CUSTOMERS)
                .setKind(SetAsideKind.REJECTED)
                .setErp("erp/CRONUS/customer/" + id)
                .setCrm("crm/account/" + id)
                .setReason(reason)
                .setSince(NOON)
                .setFields(List.of())
                .build();
    }

    /** A phone number that lost against a later one. */
    public static Audit lostPhone(String coupling, Instant at) {
        return Audit.newBuilder()
                .setCoupling(coupling)
                .setMapping(CUSTOMERS)
                .setErp("erp/CRONUS/customer/" + coupling)
                .setCrm("crm/account/" + coupling)
                .setCause(cause(at))
                .setLosers(List.of(Loser.newBuilder()
                        .setRule("telephone1")
                        .setSide(Side.CRM)
                        .setLosing("+45 1")
                        .setWinning("+45 2")
                        .setPolicy("latest-wins")
                        .build()))
                .setDecision("conflict")
                .setAt(at)
                .build();
    }

    /** A change that was no Avro. */
    public static DeadLetter poison(Instant at) {
        return DeadLetter.newBuilder()
                .setTopic("couplet.erp.customer")
                .setPartition(1)
                .setOffset(42)
                .setKey(ByteBuffer.wrap("erp/CRONUS/customer/1".getBytes(StandardCharsets.UTF_8)))
                .setValue(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .setStage("route-record")
                .setCause("not in the registry's wire format")
                .setAt(at)
                .build();
    }

    /** An edit of anna in the ERP that was written to an account. */
    public static PairInput arrived(String id, String name, Instant committedAt, Instant appliedAt, String... fields) {
        return result(id, name, Outcome.APPLIED, committedAt, appliedAt, fields);
    }

    /** The answer to a write to an account that anna's edit caused. */
    public static PairInput result(
            String id, String name, Outcome outcome, Instant committedAt, Instant appliedAt, String... fields) {
        Command command = Command.newBuilder()
                .setId("command-of-" + id)
                .setCoupling(id)
                .setMapping(CUSTOMERS)
                .setOp(Operation.UPDATE)
                .setTarget("crm/account/" + id)
                .setExpectedVersion(7L)
                .setFields(Arrays.stream(fields)
                        .map(field -> FieldWrite.newBuilder()
                                .setRule(field)
                                .setField(field)
                                .build())
                        .toList())
                .setLosers(List.of())
                .setCause(cause(committedAt))
                .setDecidedAt(committedAt.plusMillis(3))
                .build();
        StoredRow row = StoredRow.newBuilder()
                .setRef("crm/account/" + id)
                .setRowVersion(8)
                .setModifiedAt(appliedAt)
                .setFields(List.of(
                        Field.newBuilder().setName("name").setValue(name).build()))
                .build();
        return PairInput.newBuilder()
                .setMapping(CUSTOMERS)
                .setMessage(CommandResult.newBuilder()
                        .setCommand(command)
                        .setOutcome(outcome)
                        .setRow(row)
                        .setAppliedAt(appliedAt)
                        .build())
                .build();
    }

    private static Cause cause(Instant committedAt) {
        return Cause.newBuilder()
                .setRef("erp/CRONUS/customer/1")
                .setRowVersion(7)
                .setModifiedBy("anna")
                .setCommittedAt(committedAt)
                .build();
    }
}
