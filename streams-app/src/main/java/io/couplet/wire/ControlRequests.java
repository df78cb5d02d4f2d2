package io.couplet.wire;

import io.couplet.contract.Control;
import io.couplet.domain.message.DirectoryMessage;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators ask for. Safe for any thread. */
public final class ControlRequests {
    private final LoadedMappings mappings;

    /** Reads requests about these mappings. */
    public ControlRequests(LoadedMappings mappings) {
        this.mappings = mappings;
    }

    /**
     * What a request says. Records and couplings are told apart by the form of the target.
     *
     * @throws UnknownMapping if its mapping is not loaded
     * @throws IllegalArgumentException if it cannot be carried out as it is
     */
    public DirectoryInbox fromAvro(Control request) {
        String mapping = mappings.get(request.getMapping()).name();
        boolean record = request.getTarget().indexOf('/') >= 0;
        return record
                ? new DirectoryInbox.RecordRequest(mapping, toRecord(request))
                : new DirectoryInbox.CouplingRequest(new PairInbox.Told(mapping, toCoupling(request)));
    }

    private static DirectoryMessage.ToRecord toRecord(Control request) {
        @Nullable String partner = request.getPartner();
        return switch (request.getAction()) {
            case COUPLE -> {
                if (partner == null) {
                    throw cannot(request, "it names no partner");
                }
                yield new DirectoryMessage.Couple(new RecordRef(partner), request.getBy());
            }
            case UNCOUPLE -> new DirectoryMessage.UncoupleRecord(request.getBy(), request.getCoupling());
            case CREATE -> {
                Integer incarnation = request.getIncarnation();
                if (incarnation == null) {
                    throw cannot(request, "it does not say in which incarnation the record was seen");
                }
                yield new DirectoryMessage.CreateCounterpart(request.getBy(), incarnation);
            }
            case RELEASE -> new DirectoryMessage.ReleaseHeld(request.getBy());
            default -> throw cannot(request, "it needs a coupling as target, not a record");
        };
    }

    private static PairMessage toCoupling(Control request) {
        io.couplet.contract.@Nullable Side take = request.getTake();
        return switch (request.getAction()) {
            case UNCOUPLE -> new PairMessage.Uncouple(request.getBy());
            case RETRY -> new PairMessage.Retry(request.getBy());
            case RESOLVE -> {
                if (take == null) {
                    throw cannot(request, "it does not say which side to take");
                }
                yield new PairMessage.Resolve(
                        request.getBy(),
                        Side.valueOf(take.name()),
                        Set.copyOf(request.getRules()),
                        request.getErpVersion(),
                        request.getCrmVersion());
            }
            default -> throw cannot(request, "it needs a record as target, not a coupling");
        };
    }

    private static IllegalArgumentException cannot(Control request, String why) {
        return new IllegalArgumentException(
                "request " + request.getId() + " (" + request.getAction() + ") cannot be carried out: " + why);
    }
}
