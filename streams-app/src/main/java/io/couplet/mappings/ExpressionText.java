package io.couplet.mappings;

import org.yaml.snakeyaml.error.Mark;

/**
 * A CEL expression as it stands in a file. Knows where each of its letters stands, whatever way YAML quotes or folds it.
 *
 * @param word the expression with quotes, escapes and line folds resolved, and where it begins
 * @param file the file that holds it
 * @param begin index of the scalar's first letter in the file, quote included
 */
record ExpressionText(Word word, MappingFile file, int begin) {

    static ExpressionText of(Word word, MappingFile file, Mark start) {
        return new ExpressionText(word, file, start.getIndex());
    }

    String text() {
        return word.text();
    }

    /** Where in the file the letter at a line (from 1) and column (from 0) of the expression stands. */
    Place placeOf(int line, int column) {
        return placeAt(indexInFile(offsetOf(line, column)));
    }

    /** The word that ends before the letter at a line (from 1) and column (from 0), white space left out; empty where none does. */
    String wordBefore(int line, int column) {
        int end = offsetOf(line, column);
        while (end > 0 && Character.isWhitespace(text().charAt(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isJavaIdentifierPart(text().charAt(begin - 1))) {
            begin--;
        }
        return text().substring(begin, end);
    }

    private int offsetOf(int line, int column) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            offset = text().indexOf('\n', offset) + 1;
        }
        return Math.min(offset + column, text().length());
    }

    /** Walks both texts side by side: a run of white space matches any other run, an escape is skipped. */
    private int indexInFile(int offset) {
        String raw = file.text();
        int[] letters = text().codePoints().toArray();
        int at = raw.offsetByCodePoints(0, begin);
        char style = raw.charAt(at);
        if (style == '"' || style == '\'') {
            at++;
        } else if (style == '|' || style == '>') {
            at = raw.indexOf('\n', at) + 1;
        }
        at = skipWhite(raw, at, letters.length > 0 && !Character.isWhitespace(letters[0]));
        int wanted = text().codePointCount(0, offset);
        for (int i = 0; i < wanted && at < raw.length(); i++) {
            boolean white = Character.isWhitespace(letters[i]);
            boolean nextIsBlack = i + 1 < letters.length && !Character.isWhitespace(letters[i + 1]);
            if (!white) {
                at = skipLetter(raw, at, style);
            }
            at = skipWhite(raw, at, nextIsBlack);
        }
        return at;
    }

    private static int skipLetter(String raw, int at, char style) {
        boolean escaped = (style == '"' && raw.charAt(at) == '\\') || (style == '\'' && raw.charAt(at) == '\'');
        return at + (escaped ? 2 : Character.charCount(raw.codePointAt(at)));
    }

    private static int skipWhite(String raw, int at, boolean wanted) {
        int next = at;
        while (wanted && next < raw.length() && Character.isWhitespace(raw.charAt(next))) {
            next++;
        }
        return next;
    }

    private Place placeAt(int index) {
        String before = file.text().substring(0, index);
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        int lineStart = before.lastIndexOf('\n') + 1;
        return new Place(file.name(), line, before.codePointCount(lineStart, before.length()) + 1);
    }
}
