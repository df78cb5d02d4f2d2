package io.couplet.contract;

import java.util.List;

/** Entity schemas that cannot be used, with every fault found in all of them. */
public final class FaultyEntitySchemas extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** Takes the faults in words, each with the place where it is. */
    public FaultyEntitySchemas(List<String> faults) {
        super(faults.size() + (faults.size() == 1 ? " fault" : " faults") + " in entity schemas:\n  "
                + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault in words, with the place where it is. */
    public List<String> faults() {
        return faults;
    }
}
