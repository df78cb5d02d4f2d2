package io.couplet.api;

/**
 * What there is to know of one mapping.
 *
 * @param name the mapping
 * @param couplings by state
 * @param commands applied for its couplings
 * @param drift how many couplings have a difference that is on purpose not synchronized
 */
public record MappingStatus(String name, CouplingCounts couplings, CommandCounts commands, long drift) {}
