package org.xstate.model.index;

import java.util.List;

import org.xstate.model.index.SourceToken.Kind;

/** Breaks lines that are too long: at commas, and before what joins conditions, outside of as many brackets as possible. */
final class LineBreaker {

    private static final int TAB = 8;

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
                boolean continued = layout.levels[start] < 0;
                gaps.set(place, feed + SourceFormatter.indent(indent(start) + (continued ? 0 : TAB)));
                start = place;
            } else {
                start = end;
            }
        }
    }

    private int indent(int token) {
        String gap = gaps.get(token);
        return Layout.width(gap.substring(gap.lastIndexOf('\n') + 1), 0);
    }

    /** Where a line is to be broken; 0 if it fits, or cannot be broken. */
    private int place(int start, int end, int width) {
        if (layout.directive[start] > 0 || layout.isComment(start)) {
            return 0;
        }
        int column = indent(start);
        int best = 0;
        boolean tooLong = false;
        for (int i = start; i < end; i++) {
            column = i == start ? column : Layout.width(gaps.get(i), column);
            boolean comment = layout.isComment(i);
            column = Layout.width(comment ? "" : layout.tokens.get(i).text(), column);
            tooLong |= column > width;
            int following = i + 1 < end
                    && (layout.tokens.get(i + 1).is(",") || layout.tokens.get(i + 1).is(";")) ? 1 : 0;
            if (i > start && isBreak(i) && column + following <= width + layout.tokens.get(i).text().length()
                    && Layout.width("", column) - layout.tokens.get(i).text().length() <= width
                    && (best == 0 || layout.depth[i] <= layout.depth[best])) {
                best = i;
            }
        }
        return tooLong ? best : 0;
    }

    private boolean isBreak(int token) {
        SourceToken one = layout.tokens.get(token);
        SourceToken before = layout.tokens.get(token - 1);
        boolean broken = layout.depth[token] > 0 && before.is(",") && one.kind() != Kind.COMMENT;
        return broken || one.is("&&") || one.is("||") || one.is("?");
    }
}
