package io.couplet.cli;

import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.Ownership;
import io.couplet.contract.OwnershipEntry;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds out what the arguments of a command name. */
final class Subjects {

    private final PublicRecords records;
    private final @Nullable String mapping;

    /**
     * Looks among what is published.
     *
     * @param mapping the one that is meant, null where that follows from what is named
     */
    Subjects(PublicRecords records, @Nullable String mapping) {
        this.records = records;
        this.mapping = mapping;
    }

    /** Takes a record's reference from the command line. */
    static final class RefConverter implements ITypeConverter<RecordRef> {
        @Override
        public RecordRef convert(String value) {
            try {
                return new RecordRef(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** A coupling as people read it. */
    static String label(Coupling coupling) {
        return coupling.getId() + " (" + text(coupling.getErp().getRef()) + " = "
                + text(coupling.getCrm().getRef()) + ")";
    }

    private static String text(@Nullable String ref) {
        return ref == null ? "nobody" : ref;
    }

    /** The coupling with that id, or to which the record of that name belongs; not one that is dissolved. */
    Coupling coupling(String subject) {
        String id = subject.indexOf('/') < 0 ? subject : owner(subject);
        Coupling coupling = records.coupling(id)
                .orElseThrow(() -> new NotPossible("There is no coupling " + id
                        + ". 'couplet set-aside' lists those that are open; a record's reference will do as well."));
        if (mapping != null && !mapping.equals(coupling.getMapping())) {
            throw new NotPossible(
                    "Coupling " + id + " is of mapping " + coupling.getMapping() + ", not " + mapping + ".");
        } else if (coupling.getState() == CouplingState.DISSOLVED) {
            throw new NotPossible("Coupling " + id + " is dissolved (" + coupling.getReason() + ").");
        }
        return coupling;
    }

    private String owner(String ref) {
        List<OwnershipEntry> owned =
                entries(ref).stream().filter(entry -> entry.getOwner() != null).toList();
        if (owned.isEmpty()) {
            throw new NotPossible(ref + " belongs to no coupling" + under() + ".");
        }
        return String.valueOf(only(ref, owned).getOwner());
    }

    /** What the Directory decided for a record. */
    OwnershipEntry entry(RecordRef ref) {
        return only(ref.text(), entries(ref.text()));
    }

    /** What the Directory decided for two records under the mapping that ties them. */
    Tie tie(RecordRef one, RecordRef other) {
        if (one.side() == other.side()) {
            throw new NotPossible("Both records are of the " + one.side() + "; a coupling ties one of each system.");
        }
        RecordRef erp = one.side() == Side.ERP ? one : other;
        RecordRef crm = one.side() == Side.ERP ? other : one;
        List<OwnershipEntry> ofCrm = entries(crm.text());
        List<OwnershipEntry> shared = entries(erp.text()).stream()
                .filter(entry -> of(ofCrm, entry.getMapping()).isPresent())
                .toList();
        if (shared.isEmpty()) {
            throw new NotPossible("No mapping ties " + erp.entity() + " to " + crm.entity() + under() + ".");
        }
        OwnershipEntry entry = only(erp + " and " + crm, shared);
        return new Tie(erp, entry, crm, of(ofCrm, entry.getMapping()).orElseThrow());
    }

    /**
     * Two records that a mapping ties, coupled or not.
     *
     * @param erp the ERP record
     * @param ofErp what the Directory decided for it
     * @param crm the CRM record
     * @param ofCrm what the Directory decided for it
     */
    record Tie(RecordRef erp, OwnershipEntry ofErp, RecordRef crm, OwnershipEntry ofCrm) {}

    private static Optional<OwnershipEntry> of(List<OwnershipEntry> entries, String mapping) {
        return entries.stream()
                .filter(entry -> entry.getMapping().equals(mapping))
                .findFirst();
    }

    private List<OwnershipEntry> entries(String ref) {
        List<OwnershipEntry> all =
                records.ownership(ref).stream().map(Ownership::getEntry).toList();
        if (all.isEmpty()) {
            throw new NotPossible(
                    "There is no record " + ref + " as far as Couplet knows: no mapping has seen a change of it.");
        }
        List<OwnershipEntry> meant = all.stream()
                .filter(entry -> mapping == null || mapping.equals(entry.getMapping()))
                .toList();
        if (meant.isEmpty()) {
            throw new NotPossible(
                    "Mapping " + mapping + " does not tie " + ref + " to anything; " + names(all) + " may.");
        }
        return meant;
    }

    private static OwnershipEntry only(String what, List<OwnershipEntry> entries) {
        if (entries.size() > 1) {
            throw new NotPossible(
                    "Several mappings are about " + what + ": " + names(entries) + ". Say which one with --mapping.");
        }
        return entries.get(0);
    }

    private static String names(List<OwnershipEntry> entries) {
        return entries.stream().map(OwnershipEntry::getMapping).sorted().collect(Collectors.joining(", "));
    }

    private String under() {
        return mapping == null ? "" : " under mapping " + mapping;
    }
}
