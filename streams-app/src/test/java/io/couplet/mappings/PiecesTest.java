package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** A long text in lines. */
class PiecesTest {

    @Test
    void linesAreBrokenWhereAWordEnds() {
        assertThat(Pieces.of("two bicycles and a bell", 10)).containsExactly("two", "bicycles", "and a bell");
    }

    @Test
    void linesEndWhereTheyEndAndBlankOnesAreLeftOut() {
        assertThat(Pieces.of("first\n\n  second \r\nthird", 100)).containsExactly("first", "second", "third");
    }

    @Test
    void aWordThatIsTooLongIsCut() {
        assertThat(Pieces.of("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(Pieces.of("", 10)).isEmpty();
    }

    @Property
    void noLetterIsLostAndNoPieceIsTooLong(
            @ForAll @StringLength(max = 200) @CharRange(from = 'a', to = 'd') @Chars({' ', '\n'}) String text,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        assertThat(Pieces.of(text, length)).allMatch(piece -> piece.length() <= length && !piece.isBlank());
        assertThat(String.join("", Pieces.of(text, length)).replaceAll("\\s", ""))
                .isEqualTo(text.replaceAll("\\s", ""));
    }
}
