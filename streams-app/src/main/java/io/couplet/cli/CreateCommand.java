package io.couplet.cli;

import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.Coupling;
import io.couplet.contract.OwnershipEntry;
import io.couplet.domain.model.RecordRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code couplet create}: a record that is alone gets its counterpart. */
@Command(
        name = "create",
        description = {
            "Has the missing counterpart of a record created in the other system, also where the mapping creates none by itself, or"
                    + " where several records match it. It is created as any other: after the records that it needs, and set aside"
                    + " if the other system refuses it. 'couplet uncoupled' lists the records that are alone."
        },
        footer = {
            "",
            "Ends with 0 once it is there, with 1 if it cannot be created or is refused, with 3 if Couplet does not know the record,"
                    + " with 4 if the broker does not answer, and with 7 if it still waits for another record, or nothing was"
                    + " seen of it in time."
        })
public final class CreateCommand extends RequestCommand {

    @Parameters(
            paramLabel = "RECORD",
            converter = Subjects.RefConverter.class,
            description =
                    "The record, by its reference or by a field, such as crm/salesdocument/ordernumber=ORD-01000.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private RecordRef named;

    @Option(names = "--mapping", paramLabel = "NAME", description = "Under which mapping, where several have seen it.")
    private @Nullable String mapping;

    /** Works on what the fallback names, unless options say otherwise. */
    public CreateCommand(Supplier<Target> fallback) {
        super(fallback);
    }

    @Override
    int ask(Target target) {
        PublicRecords records = new PublicRecords(target);
        RecordRef ref = NamedByField.find(named, records);
        OwnershipEntry entry = new Subjects(records, mapping).entry(ref);
        String owner = entry.getOwner();
        if (owner != null) {
            out().println(ref + " has its counterpart: " + counterpart(ref, owner, records.coupling(owner)));
            return Outcomes.DONE;
        }
        ControlDesk desk = desk(target);
        Control request = desk.request(ControlAction.CREATE, entry.getMapping(), ref.text())
                .setIncarnation(entry.getIncarnation())
                .build();
        return desk.ask(List.of(new Asked(ref.text(), request, new CreateEffect(ref.text(), entry.getMapping()))));
    }

    private static String counterpart(RecordRef ref, String owner, Optional<Coupling> coupling) {
        return coupling.flatMap(found -> CreateEffect.counterpart(ref.text(), found))
                .map(counterpart -> counterpart + " (" + owner + ")")
                .orElseThrow(() -> new NotPossible(ref + " belongs to coupling " + owner
                        + ", whose other record is not there yet: couplet set-aside show " + ref));
    }
}
