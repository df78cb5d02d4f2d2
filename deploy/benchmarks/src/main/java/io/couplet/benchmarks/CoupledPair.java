package io.couplet.benchmarks;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.message.PairMessage.Changed;
import io.couplet.domain.message.PairMessage.CommandOutcome;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.Own;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Fields;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Version;
import io.couplet.domain.pair.PairRules;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.Shared;
import java.time.Instant;
import java.util.Map;

/** The life of one coupling up to the moments that are measured: in step, while an edit is on its way, and in step again. */
final class CoupledPair {
    static final String ACCOUNT = "couplet";
    static final Mapping MAPPING = TwentyFields.MAPPING;
    static final PairRules RULES = new PairRules(MAPPING, Map.of(Side.ERP, ACCOUNT, Side.CRM, ACCOUNT));
    static final Shared SHARED = new Shared(SampleRows.REFERENCES, false);

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    final String id;
    final RecordRef customer;
    final RecordRef account;

    /** Both agree on all fields. */
    final PairState inStep;

    /** Then the customer's name and telephone number are changed; */
    final Changed edit;

    /** the command with both is in flight, */
    final PairState waiting;

    /** carried out, */
    final Result result;

    /** and taken in. */
    final PairState done;

    /** What the command wrote, as captured. */
    final Changed echo;

    private final int number;
    private long offset;

    CoupledPair(int number) {
        this.number = number;
        id = uuid(1);
        customer = RecordRef.erp("CRONUS", "customer", uuid(2));
        account = RecordRef.crm("account", uuid(3));
        inStep = founded();
        edit = new Changed(customer, image(Side.ERP, 11, "anna", true));
        Outbox out = new Outbox();
        waiting = RULES.receive(inStep, next(), edit, SHARED, out);
        result = carriedOut(sent(out));
        done = RULES.receive(waiting, next(), result, SHARED, new Outbox());
        echo = new Changed(account, image(Side.CRM, 21, ACCOUNT, true));
    }

    /** Where its next input is read. */
    Origin next() {
        offset++;
        return new Origin("pair-inputs", offset, START.plusSeconds(offset));
    }

    /** A version of one of its records, before or after the edit of both fields. */
    Image image(Side side, long version, String by, boolean edited) {
        Instant at = START.plusSeconds(version);
        Fields fields = Fields.of(MAPPING.fieldNames(side), SampleRows.row(MAPPING, side, number, edited)::get);
        return new Image(Version.of(version), version - 1, "anna", by, at, at, true, fields);
    }

    private PairState founded() {
        Image erp = image(Side.ERP, 10, "anna", false);
        Image crm = image(Side.CRM, 20, "carla", false);
        Own lead = new Own(customer, erp, true, Intent.COUPLE, account, customer, true, null);
        Own partner = new Own(account, crm, false, null, null, customer, true, null);
        PairState alone = RULES.receive(PairState.unknown(id), next(), lead, SHARED, new Outbox());
        return RULES.receive(alone, next(), partner, SHARED, new Outbox());
    }

    private static Command sent(Outbox out) {
        return out.outputs().stream()
                .filter(Output.Send.class::isInstance)
                .map(output -> ((Output.Send) output).command())
                .findFirst()
                .orElseThrow();
    }

    private Result carriedOut(Command command) {
        Instant at = START.plusSeconds(60);
        StoredRow row = new StoredRow(
                account, Version.of(21), "carla", ACCOUNT, at, SampleRows.row(MAPPING, Side.CRM, number, true));
        return new Result(command, CommandOutcome.APPLIED, row, null, at);
    }

    private String uuid(int kind) {
        return "%08x-0000-5000-8000-%012x".formatted(kind, number);
    }
}
