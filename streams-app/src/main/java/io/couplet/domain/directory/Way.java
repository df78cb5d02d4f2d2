package io.couplet.domain.directory;

import io.couplet.domain.directory.RecordState.Wait;
import io.couplet.domain.guard.Guard;
import io.couplet.domain.message.ChangeOutcome;
import io.couplet.domain.message.DirectoryMessage.Judgement;
import io.couplet.domain.message.DirectoryMessage.Verdict;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a record goes that belongs to no coupling: nowhere, to its own coupling, where its match keys say, or into a new one. */
final class Way {
    private final RecordEntry entry;

    Way(RecordEntry entry) {
        this.entry = entry;
    }

    void find() {
        Image now = entry.image;
        if (now == null) {
            return;
        }
        if (now.deleted() || !now.inScope() || entry.detached) {
            entry.awaits = Wait.NONE;
            entry.become(now.deleted() || entry.detached ? ChangeOutcome.POOLED : ChangeOutcome.FILTERED);
            entry.statements.state();
        } else if (entry.dissolved.isEmpty() && entry.madeByUs(now) && entry.holds(Guard.HELD)) {
            entry.awaits = Wait.HELD;
            entry.become(ChangeOutcome.HELD);
            entry.statements.state();
        } else {
            entry.awaits = entry.awaits == Wait.AMBIGUOUS ? Wait.AMBIGUOUS : Wait.MATCH;
            entry.statements.state();
            goByVerdicts();
        }
    }

    /**
     * Follows the first match key, by priority, whose entry found somebody; none of them may be left out. Under a mapping that is off a
     * record goes nowhere, but can be found: who is looked for when the mapping is on must not be created a second time.
     */
    void goByVerdicts() {
        if (!entry.mapping.isOn()) {
            entry.become(ChangeOutcome.FILTERED);
            return;
        }
        Optional<String> decisive = entry.statements.decisive();
        if (decisive.isPresent()) {
            follow(entry.statements.verdict(decisive.get()));
        } else if (entry.mapping.createsCounterpartOf(entry.ref.side())) {
            entry.claim(Intent.CREATE, null);
        } else {
            entry.awaits = entry.statements.registered().isEmpty() ? Wait.NONE : Wait.MATCH;
            entry.become(ChangeOutcome.POOLED);
        }
    }

    private void follow(@Nullable Verdict verdict) {
        if (verdict != null && verdict.judgement() != Judgement.COUPLE) {
            entry.awaits = Wait.AMBIGUOUS;
            entry.become(ChangeOutcome.SET_ASIDE);
        } else if (verdict != null && entry.ref.side() == Side.ERP) {
            entry.claim(Intent.COUPLE, verdict.partner());
        } else {
            entry.become(entry.awaits == Wait.AMBIGUOUS ? ChangeOutcome.SET_ASIDE : ChangeOutcome.PARKED);
        }
    }
}
