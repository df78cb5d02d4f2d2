package io.couplet.mappings;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.List;

/** The function {@code pieces(text, length)} of expressions: a text in lines that are no longer than that, broken where a line or a word ends. */
final class Pieces {
    private static final String OVERLOAD = "pieces_string_int";

    static final CelFunctionDecl DECLARATION = CelFunctionDecl.newFunctionDeclaration(
            "pieces",
            CelOverloadDecl.newGlobalOverload(
                    OVERLOAD, ListType.create(SimpleType.STRING), SimpleType.STRING, SimpleType.INT));
    static final CelFunctionBinding BINDING =
            CelFunctionBinding.from(OVERLOAD, String.class, Long.class, (text, length) -> of(text, length.intValue()));

    private Pieces() {}

    /** The pieces, none of them blank. */
    static List<String> of(String text, int length) {
        List<String> pieces = new ArrayList<>();
        if (length > 0) {
            text.lines().map(String::strip).forEach(line -> cut(line, length, pieces));
        }
        return pieces;
    }

    /** Where to cut a word that is too long: not within a letter that takes two places. */
    private static int whole(String word, int length) {
        return length > 1 && Character.isHighSurrogate(word.charAt(length - 1)) ? length - 1 : length;
    }

    private static void cut(String line, int length, List<String> pieces) {
        String rest = line;
        while (rest.length() > length) {
            int end = rest.lastIndexOf(' ', length);
            int at = end > 0 ? end : whole(rest, length);
            pieces.add(rest.substring(0, at).stripTrailing());
            rest = rest.substring(at).stripLeading();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
    }
}
