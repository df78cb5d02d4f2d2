package io.couplet.wire;

import io.couplet.contract.Audit;
import io.couplet.contract.Awaits;
import io.couplet.contract.Intent;
import io.couplet.contract.Ownership;
import io.couplet.contract.OwnershipEntry;
import io.couplet.contract.SetAside;
import io.couplet.contract.SetAsideKind;
import io.couplet.domain.directory.RecordState;
import io.couplet.domain.directory.RecordState.Registration;
import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.Output.Audited;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the public reads of the Directory's decisions, and of decisions in general. */
public final class RecordRecords {
    private static final String UNSEEN = "unseen";

    private RecordRecords() {}

    /** Under which key a record's decisions are published: it may be the business of several mappings. */
    public static String key(Mapping mapping, RecordRef ref) {
        return ref.text() + "@" + mapping.name();
    }

    /** Who the record belongs to. */
    public static Ownership ownership(Mapping mapping, RecordRef ref, RecordState state) {
        @Nullable Image image = state.image();
        return new Ownership(
                ref.text(),
                new OwnershipEntry(
                        mapping.name(),
                        state.owner(),
                        state.lead(),
                        Words.sameOrNull(state.intent(), Intent.class),
                        Images.text(state.partner()),
                        state.incarnation(),
                        state.detached(),
                        new ArrayList<>(state.dissolved()),
                        Words.same(state.awaits(), Awaits.class),
                        state.freed(),
                        Images.text(state.pendingPartner()),
                        image == null || !state.handedOver() ? null : Images.toAvro(image),
                        outcome(state)));
    }

    /** What a person must decide, since that time; nothing where the record's match is not ambiguous. */
    public static Optional<SetAside> setAside(Mapping mapping, RecordRef ref, RecordState state, Instant since) {
        if (state.awaits() != Wait.AMBIGUOUS) {
            return Optional.empty();
        }
        return Optional.of(new SetAside(
                ref.text(),
                mapping.name(),
                SetAsideKind.AMBIGUOUS,
                ref.side() == Side.ERP ? ref.text() : null,
                ref.side() == Side.CRM ? ref.text() : null,
                "other records have the same match key; couple two of them by hand, or change the field",
                state.registered().stream().map(Registration::matchKey).toList(),
                List.of(),
                since));
    }

    /** A decision with what it overrode. */
    public static Audit audit(Audited decision, Instant at) {
        @Nullable Command command = decision.command();
        return new Audit(
                decision.coupling(),
                decision.mapping(),
                command == null ? null : command.id(),
                Images.text(decision.erp()),
                Images.text(decision.crm()),
                command == null ? null : Commands.cause(command.cause()),
                Commands.losers(decision.losers()),
                decision.decision(),
                at);
    }

    private static String outcome(RecordState state) {
        if (state.owner() != null) {
            return "forwarded";
        }
        if (state.image() == null) {
            return UNSEEN;
        }
        return switch (state.awaits()) {
            case HELD -> "held";
            case MATCH -> state.outcome() == ChangeOutcome.POOLED ? "pooled" : "matching";
            case AMBIGUOUS -> "ambiguous";
            case NONE -> state.outcome() == ChangeOutcome.FILTERED ? "filtered" : "pooled";
        };
    }
}
