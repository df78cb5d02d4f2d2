package io.couplet.cli;

import io.couplet.contract.SetAsideKind;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes a kind of what is set aside from the command line. */
abstract class KindConverter implements ITypeConverter<SetAsideKind> {

    private final Set<SetAsideKind> allowed;

    /**
     * Takes only some kinds.
     *
     * @param allowed in the order in which they are named where another one is given
     */
    KindConverter(Set<SetAsideKind> allowed) {
        this.allowed = allowed;
    }

    @Override
    public final SetAsideKind convert(String value) {
        return allowed.stream()
                .filter(kind -> CouplingEffect.word(kind).equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of "
                        + allowed.stream().map(CouplingEffect::word).collect(Collectors.joining(", "))));
    }
}
