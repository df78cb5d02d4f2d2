package io.couplet.contract;

import java.util.List;
import java.util.stream.Collectors;

/** Entity schemas that cannot be used, with every fault found in all of them; its message has one line for each. */
public final class FaultyEntitySchemas extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FileFault> faults;

    /** Takes the faults. */
    public FaultyEntitySchemas(List<FileFault> faults) {
        super(faults.stream().sorted().map(FileFault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().sorted().toList();
    }

    /** Each fault, ordered by file and place. */
    public List<FileFault> list() {
        return faults;
    }

    /** Each fault in words, with the place where it is. */
    public List<String> faults() {
        return faults.stream().map(FileFault::toString).toList();
    }
}
