package org.xstate.model.index;

import java.util.List;
import java.util.Set;

import org.xstate.model.index.SourceToken.Kind;

/** Breaks lines that are too long: at commas, and before what joins conditions, outside of as many brackets as possible. */
final class LineBreaker {

    private static final int TAB = 8;
    private static final Set<String> ALSO_EQUAL = Set.of("==", "!=", "<=", ">=");

    private final Layout layout;
    private final List<String> gaps;
    private final String feed;

    LineBreaker(Layout layout, List<String> gaps, String feed) {
        this.layout = layout;
        this.gaps = gaps;
        this.feed = feed;
    }

    void breakLongLines(int width) {
        int start = 0;
        while (start < layout.tokens.size()) {
            int end = start + 1;
            while (end < layout.tokens.size() && gaps.get(end).indexOf('\n') < 0) {
                end++;
            }
            int place = place(start, end, width);
            if (place > 0) {
                gaps.set(place, feed + SourceFormatter.indent(indent(start, place)));
                start = place;
            } else {
                start = end;
            }
        }
    }

    /** A statement is as far in as its level says, the rest of one a tab further than its beginning. */
    private int indent(int start, int place) {
        boolean statement = layout.levels[place] >= 0 && layout.tokens.get(place - 1).is(";");
        boolean continued = layout.levels[start] < 0;
        return statement ? layout.levels[place] * TAB : indent(start) + (continued ? 0 : TAB);
    }

    private int indent(int token) {
        String gap = gaps.get(token);
        return Layout.width(gap.substring(gap.lastIndexOf('\n') + 1), 0);
    }

    /** Where a line is to be broken; 0 if it fits, or cannot be broken. */
    private int place(int start, int end, int width) {
        if (layout.directive[start] > 0 || layout.isComment(start) || isBody(start, end)) {
            return 0;
        }
        int assignment = assignment(start, end);
        int column = indent(start);
        int best = 0;
        boolean tooLong = false;
        for (int i = start; i < end; i++) {
            int begin = i == start ? column : Layout.width(gaps.get(i), column);
            column = layout.isComment(i) ? begin : Layout.width(layout.tokens.get(i).text(), begin);
            tooLong |= column > width;
            boolean possible = i > start && begin <= width
                    && (i == assignment + 1 || i > assignment && isBreak(i));
            if (possible && (best == 0 || rank(i, assignment) <= rank(best, assignment))) {
                best = i;
            }
        }
        return tooLong ? best : 0;
    }

    /**
     * Statements in braces on one line stay together, as do members and constants: broken, they would be a block, which is laid
     * out otherwise.
     */
    private boolean isBody(int start, int end) {
        boolean open = false;
        boolean statement = layout.tokens.get(start).is("enum") || layout.tokens.get(start).is("struct");
        for (int i = start; i < end; i++) {
            SourceToken token = layout.tokens.get(i);
            open |= token.is("{");
            statement |= open && token.is(";");
            if (open && statement && token.is("}")) {
                return true;
            }
        }
        return false;
    }

    /** What is assigned to is not broken: the last assignment outside of brackets, or something before all tokens. */
    private int assignment(int start, int end) {
        for (int i = end - 1; i > start; i--) {
            String text = layout.tokens.get(i).text();
            boolean assigns = text.endsWith("=") && !ALSO_EQUAL.contains(text);
            if (assigns && layout.depth[i] == layout.depth[start] && i + 1 < end
                    && !layout.isComment(i + 1)) {
                return i;
            }
        }
        return -2;
    }

    /** The fewer brackets are open the better; the place behind an assignment is as good as the first ones behind it. */
    private int rank(int token, int assignment) {
        return layout.depth[token] + (token == assignment + 1 ? 1 : 0);
    }

    private boolean isBreak(int token) {
        SourceToken one = layout.tokens.get(token);
        SourceToken before = layout.tokens.get(token - 1);
        boolean broken = layout.depth[token] > 0 && before.is(",") && one.kind() != Kind.COMMENT;
        return broken || layout.levels[token] >= 0 && before.is(";") || one.is("&&") || one.is("||")
                || one.is("?");
    }
}
