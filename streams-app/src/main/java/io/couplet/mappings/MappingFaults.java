package io.couplet.mappings;

import io.couplet.contract.FileFault;
import java.util.List;
import java.util.stream.Collectors;

/** Mapping files cannot be used. Carries the faults of all files; its message has one line for each, ordered by file and place. */
public final class MappingFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FileFault> faults;

    MappingFaults(List<FileFault> faults) {
        super(faults.stream().map(FileFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, ordered by file, line and column; never empty. */
    public List<FileFault> faults() {
        return faults;
    }
}
