package io.couplet.domain.mapping;

import io.couplet.domain.model.Side;
import java.util.Locale;
import java.util.Set;

/**
 * What a mapping decides for all its records.
 *
 * @param createsIn the systems in which missing counterparts are created
 * @param delete what a delete on one side does
 * @param accountEdits what edits made under the integration account do
 * @param preferred the side that wins ties of {@link Conflict#LATEST_WINS}
 */
public record Policies(Set<Side> createsIn, Delete delete, AccountEdits accountEdits, Side preferred) {

    /** Copies the set. */
    public Policies {
        createsIn = Set.copyOf(createsIn);
    }

    /** Who wins where both sides changed one field differently. */
    public enum Conflict {
        ERP_WINS,
        CRM_WINS,
        LATEST_WINS,
        ASK;

        /** The word of the mapping language, such as {@code latest-wins}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a delete on one side does to the coupling and the other side. */
    public enum Delete {
        /** The coupling is dissolved, the other record stays as it is. */
        UNCOUPLE,
        /** The other record is deleted as well, unless it was changed meanwhile. */
        PROPAGATE,
        /** The record is to be created again; until that is built a person is asked, as for {@link #ASK}. */
        RESTORE,
        /** A person is asked. */
        ASK
    }

    /** What happens to a field of a one-way rule that was edited on its target. */
    public enum OneWay {
        /** The source's value is written back at once, the edit goes to the audit. */
        ENFORCE,
        /** The edit stays and is listed as drift until the source changes. */
        LEAVE
    }

    /** What happens to an edit that was made under the integration account and is no echo. */
    public enum AccountEdits {
        /** It becomes drift. */
        IGNORE,
        /** It counts as anybody's edit. */
        FLOW
    }
}
