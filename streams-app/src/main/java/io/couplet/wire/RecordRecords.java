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
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.Judgement;
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
    static final String UNSEEN = "unseen";
    private static final String HELD =
            "created under the integration account, and waits for the coupling that created it;"
                    + " if a person typed it in, release it";
    private static final String TAKEN =
            "a record that is coupled already has the same match key; couple it by hand, or change the field";
    private static final String SEVERAL =
            "other records have the same match key; couple two of them by hand, or change the field";

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
                        new ArrayList<>(state.dissolved().keySet()),
                        state.former(),
                        Words.same(state.awaits(), Awaits.class),
                        state.freed(),
                        Images.text(state.pendingPartner()),
                        image == null || !state.handedOver() ? null : Images.toAvro(image),
                        outcome(state)));
    }

    /** What a record waits for, since that time; nothing where it goes on by itself, or only its coupling can tell. */
    public static Optional<SetAside> setAside(Mapping mapping, RecordRef ref, RecordState state, Instant since) {
        return switch (state.awaits()) {
            case AMBIGUOUS ->
                Optional.of(open(mapping, ref, SetAsideKind.AMBIGUOUS, ambiguous(state), matchKeys(state), since));
            case HELD -> Optional.of(open(mapping, ref, SetAsideKind.HELD, HELD, List.of(), since));
            case NONE, MATCH -> Optional.empty();
        };
    }

    private static SetAside open(
            Mapping mapping, RecordRef ref, SetAsideKind kind, String reason, List<String> waitsFor, Instant since) {
        return new SetAside(
                ref.text(),
                mapping.name(),
                kind,
                ref.side() == Side.ERP ? ref.text() : null,
                ref.side() == Side.CRM ? ref.text() : null,
                reason,
                waitsFor,
                List.of(),
                since,
                null,
                null,
                List.of());
    }

    private static List<String> matchKeys(RecordState state) {
        return state.registered().stream().map(Registration::matchKey).toList();
    }

    private static String ambiguous(RecordState state) {
        boolean taken = state.verdicts().values().stream().anyMatch(verdict -> verdict.judgement() == Judgement.TAKEN);
        return taken ? TAKEN : SEVERAL;
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
            // It looks for nobody where the mapping is off, but can be found.
            case MATCH ->
                switch (state.outcome()) {
                    case POOLED -> "pooled";
                    case FILTERED -> "filtered";
                    default -> "matching";
                };
            case AMBIGUOUS -> "ambiguous";
            case NONE -> state.outcome() == ChangeOutcome.FILTERED ? "filtered" : "pooled";
        };
    }
}
