package io.couplet.wire;

import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.domain.message.DirectoryMessage;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.model.RecordRef;
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
        if (request.getAction() == ControlAction.UNCOUPLE) {
            return new DirectoryMessage.UncoupleRecord(request.getBy());
        }
        @Nullable String partner = request.getPartner();
        if (request.getAction() == ControlAction.COUPLE && partner != null) {
            return new DirectoryMessage.Couple(new RecordRef(partner), request.getBy());
        }
        throw cannot(request);
    }

    private static PairMessage toCoupling(Control request) {
        return switch (request.getAction()) {
            case UNCOUPLE -> new PairMessage.Uncouple(request.getBy());
            case RETRY -> new PairMessage.Retry(request.getBy());
            default -> throw cannot(request);
        };
    }

    private static IllegalArgumentException cannot(Control request) {
        return new IllegalArgumentException(
                "request " + request.getId() + " cannot be carried out: " + request.getAction() + " needs "
                        + (request.getAction() == ControlAction.RETRY ? "a coupling" : "a record and its partner"));
    }
}
