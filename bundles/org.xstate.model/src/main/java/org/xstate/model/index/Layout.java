package org.xstate.model.index;

import java.util.List;

import org.xstate.model.index.SourceToken.Kind;

/** What is decided about each token of a text before it is laid out: where lines begin, and how far in. */
final class Layout {

    /** How a token stands to the one before it. */
    enum Line {
        /** As in the source. */
        KEPT,
        /** On the same line, unless a comment comes before it. */
        SAME,
        /** On a line of its own. */
        NEW
    }

    final SourceText source;
    final List<SourceToken> tokens;
    final Line[] lines;
    /** Levels of a token that a statement begins with; -1 for others: they are as far in as they were from its beginning. */
    final int[] levels;
    /** Where the directive ends that a token belongs to; 0 for others. Its line stays as it is. */
    final int[] directive;
    /** Whether there has to be an empty line before. */
    final boolean[] apart;
    /** How many brackets are open before a token, counted from the beginning of its statement. */
    final int[] depth;

    Layout(SourceText source) {
        this.source = source;
        this.tokens = source.tokens();
        int size = tokens.size();
        this.lines = new Line[size];
        this.levels = new int[size];
        this.directive = new int[size];
        this.apart = new boolean[size];
        this.depth = new int[size];
        java.util.Arrays.fill(lines, Line.KEPT);
        java.util.Arrays.fill(levels, -1);
    }

    /** The white space of the source before a token, with a directive's continuations. */
    String gap(int token) {
        int from = token == 0 ? 0 : tokens.get(token - 1).end();
        return source.text().substring(from,
                token < tokens.size() ? tokens.get(token).offset() : source.text().length());
    }

    boolean brokenBefore(int token) {
        return token == 0 || gap(token).indexOf('\n') >= 0;
    }

    boolean isComment(int token) {
        return token >= 0 && token < tokens.size() && tokens.get(token).kind() == Kind.COMMENT;
    }

    /** Columns of the source from the beginning of the line to a token; a tab is eight. */
    int columns(int token) {
        int start = source.lineStart(source.line(tokens.get(token).offset()));
        return width(source.text().substring(start, tokens.get(token).offset()), 0);
    }

    /** The column behind a text that begins at a column. */
    static int width(String text, int from) {
        int column = from;
        for (int i = 0; i < text.length(); i++) {
            column = text.charAt(i) == '\t' ? column + 8 - column % 8 : column + 1;
        }
        return column;
    }
}
