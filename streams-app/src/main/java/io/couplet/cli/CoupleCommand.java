package io.couplet.cli;

import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.OwnershipEntry;
import io.couplet.domain.model.RecordRef;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code couplet couple}: two existing records are the same thing from now on. */
@Command(
        name = "couple",
        description = {
            "Couples two existing records: one of the ERP, one of the CRM, in either order. Where both fill a field differently,"
                    + " the mapping's conflict policy decides; a blank field takes the other side's value."
        },
        footer = {
            "",
            "Ends with 0 once they are coupled, with 1 if one of them cannot be had, with 3 if no mapping ties them or Couplet"
                    + " does not know them, with 4 if the broker does not answer, and with 7 if it gave up waiting."
        })
public final class CoupleCommand extends RequestCommand {

    @Parameters(
            index = "0",
            paramLabel = "RECORD",
            converter = Subjects.RefConverter.class,
            description = "One of them.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private RecordRef one;

    @Parameters(index = "1", paramLabel = "RECORD", converter = Subjects.RefConverter.class, description = "The other.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private RecordRef other;

    @Option(names = "--mapping", paramLabel = "NAME", description = "Under which mapping, where several tie them.")
    private @Nullable String mapping;

    /** Works on what the fallback names, unless options say otherwise. */
    public CoupleCommand(Supplier<Target> fallback) {
        super(fallback);
    }

    @Override
    int ask(Target target) {
        Subjects.Tie tie = new Subjects(new PublicRecords(target), mapping).tie(one, other);
        String owner = tie.ofErp().getOwner();
        if (owner != null && owner.equals(tie.ofCrm().getOwner())) {
            out().println("They are coupled already: " + owner);
            return Outcomes.DONE;
        }
        mustBeFree(tie.erp(), tie.ofErp());
        mustBeFree(tie.crm(), tie.ofCrm());
        ControlDesk desk = desk(target);
        Control request = desk.request(
                        ControlAction.COUPLE,
                        tie.ofErp().getMapping(),
                        tie.erp().text())
                .setPartner(tie.crm().text())
                .build();
        Effect effect = new CoupleEffect(tie.erp().text(), tie.crm().text());
        return desk.ask(List.of(new Asked(tie.erp() + " = " + tie.crm(), request, effect)));
    }

    private static void mustBeFree(RecordRef ref, OwnershipEntry entry) {
        if (entry.getOwner() != null) {
            throw new NotPossible(
                    ref + " belongs to coupling " + entry.getOwner() + "; uncouple it first: couplet uncouple " + ref);
        } else if (entry.getOutcome().equals("held")) {
            throw new NotPossible(
                    ref + " is held: it was created under the integration account, and its own coupling is under"
                            + " way. If a person typed it in: couplet release " + ref);
        }
    }
}
