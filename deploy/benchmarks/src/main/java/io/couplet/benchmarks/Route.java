package io.couplet.benchmarks;

import io.couplet.domain.directory.RecordRules;
import io.couplet.domain.directory.RecordState;
import io.couplet.domain.message.DirectoryMessage.Info;
import io.couplet.domain.message.Origin;
import io.couplet.domain.message.Outbox;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.wire.RecordStateForm;
import java.time.Instant;
import java.util.List;

/** One change of a coupled customer, to be passed on. */
final class Route {
    /** What the Directory knows of the customer. */
    final RecordState before;

    /** The same as it is stored. */
    final byte[] stored;

    private final RecordRef ref;
    private final Image edited;

    Route(CoupledPair pair, RecordStateForm form) {
        ref = pair.customer;
        edited = pair.edit.image();
        Image first = pair.image(Side.ERP, 10, "anna", false);
        Info coupled = new Info(pair.id, pair.account, null, "NO-1", 1);
        Outbox nobody = new Outbox();
        RecordState known = rules().change(RecordState.UNKNOWN, origin("erp.customer", 1), first, false, nobody);
        before = rules().receive(known, origin("directory-inputs", 1), coupled, nobody);
        stored = form.toBytes(before);
    }

    /** Decides; the state after it. */
    RecordState take(RecordState state, Outbox out) {
        return rules().change(state, origin("erp.customer", 2), edited, false, out);
    }

    private RecordRules rules() {
        return new RecordRules(CoupledPair.MAPPING, List.of(), ref, CoupledPair.ACCOUNT);
    }

    private static Origin origin(String topic, long offset) {
        return new Origin(topic, offset, Instant.EPOCH.plusSeconds(offset));
    }
}
