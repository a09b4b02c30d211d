package org.xstate.model.index;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.xstate.model.diagnostic.Span;

/** A file's text with its tokens, and places in it as lines and columns. */
public final class SourceText {

    private final String file;
    private final String text;
    private final List<SourceToken> tokens;
    private final int[] lines;

    private SourceText(String file, String text) {
        this.file = Objects.requireNonNull(file);
        this.text = text;
        this.tokens = SourceScanner.scan(text);
        this.lines = starts(text);
    }

    public static SourceText of(String file, String text) {
        return new SourceText(file, text);
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    /** In the order of the text; between two there is white space only, and the continuation of a directive's line. */
    public List<SourceToken> tokens() {
        return tokens;
    }

    public int lines() {
        return lines.length;
    }

    /** @param offset 0 to the length of the text @return from 1 */
    public int line(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** @return from 1, in characters; a tab is one */
    public int column(int offset) {
        return offset - lines[line(offset) - 1] + 1;
    }

    /** @param line from 1 @return where it begins; of a line behind the last one, the end of the text */
    public int lineStart(int line) {
        return line > lines.length ? text.length() : lines[line - 1];
    }

    /** The place of a line and a column, no further than the line's end. */
    public int offset(int line, int column) {
        int end = line >= lines.length ? text.length() : lines[line] - 1;
        return Math.min(lineStart(line) + column - 1, end);
    }

    /** A line without its end. @param line from 1 */
    public String lineText(int line) {
        return text.substring(lineStart(line), Math.max(lineStart(line), offset(line, text.length())));
    }

    public Span span(SourceToken token) {
        return new Span(file, line(token.offset()), column(token.offset()),
                Math.max(1, token.text().length()));
    }

    /** The position in {@link #tokens()} of the first token that ends behind a place; their number if there is none. */
    public int tokenAt(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
