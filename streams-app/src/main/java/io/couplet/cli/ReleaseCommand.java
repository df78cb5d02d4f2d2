package io.couplet.cli;

import io.couplet.contract.ControlAction;
import io.couplet.contract.OwnershipEntry;
import io.couplet.domain.model.RecordRef;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code couplet release}: a held record is treated as anybody's. */
@Command(
        name = "release",
        description = {
            "Releases a held record: one that was created under the integration account and waits for the coupling that created"
                    + " it. Only for a record that a person typed in under that account; of any other a second counterpart"
                    + " would be created."
        },
        footer = {
            "",
            "Ends with 0 once it is released, with 1 if it is not held any more, with 3 if Couplet does not know it, with 4 if the"
                    + " broker does not answer, and with 7 if it gave up waiting."
        })
public final class ReleaseCommand extends RequestCommand {

    @Parameters(paramLabel = "RECORD", converter = Subjects.RefConverter.class, description = "The record.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private RecordRef ref;

    @Option(names = "--mapping", paramLabel = "NAME", description = "Under which mapping, where several have seen it.")
    private @Nullable String mapping;

    /** Works on what the fallback names, unless options say otherwise. */
    public ReleaseCommand(Supplier<Target> fallback) {
        super(fallback);
    }

    @Override
    int ask(Target target) {
        OwnershipEntry entry = new Subjects(new PublicRecords(target), mapping).entry(ref);
        ControlDesk desk = desk(target);
        return desk.ask(List.of(new Asked(
                ref.text(),
                desk.request(ControlAction.RELEASE, entry.getMapping(), ref.text())
                        .build(),
                new RecordEffect(ref.text()))));
    }
}
