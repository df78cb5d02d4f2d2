package io.couplet.mappings;

import java.util.List;
import java.util.stream.Collectors;

/** Mapping files cannot be used. Carries the faults of all files; its message has one line for each, ordered by file and place. */
public final class MappingFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<MappingFault> faults;

    MappingFaults(List<MappingFault> faults) {
        super(faults.stream().map(MappingFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, ordered by file, line and column; never empty. */
    public List<MappingFault> faults() {
        return faults;
    }
}
