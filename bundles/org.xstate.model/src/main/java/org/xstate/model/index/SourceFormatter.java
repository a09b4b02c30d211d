package org.xstate.model.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.index.SourceToken.Kind;

/**
 * Lays text out as the kernel's coding style has it: tabs of eight columns, the brace of a function on a line of its own, other
 * braces on the line of what they belong to, spaces around operators. Lines that somebody broke stay broken, and what is too
 * long is broken at commas and between conditions. Tokens are never changed, and comments only in how far they are in.
 */
public final class SourceFormatter {

    private static final int TAB = 8;

    private final Layout layout;
    private final Spacing spacing;
    private final String feed;
    private final List<String> gaps = new ArrayList<>();
    /** How much further to the right a comment of several lines has moved. */
    private final int[] moved;

    private SourceFormatter(Layout layout) {
        this.layout = layout;
        this.spacing = new Spacing(layout);
        this.feed = layout.source.text().contains("\r\n") ? "\r\n" : "\n";
        this.moved = new int[layout.tokens.size()];
    }

    /**
     * The edits that lay a text out; none if it is laid out already. Empty if the text cannot be understood: brackets that do not
     * match, a string or a comment without an end.
     *
     * @param width columns of a line
     */
    public static Optional<List<TextEdit>> format(SourceText source, int width) {
        return LayoutReader.read(source).map(layout -> new SourceFormatter(layout).edits(width));
    }

    /** The same for the lines from one place to another only. */
    public static Optional<List<TextEdit>> format(SourceText source, int width, int from, int to) {
        int first = source.lineStart(source.line(from));
        return format(source, width).map(edits -> edits.stream()
                .filter(edit -> edit.offset() + edit.length() >= first
                        && edit.offset() < Math.max(to, from + 1))
                .toList());
    }

    private List<TextEdit> edits(int width) {
        spaces();
        new LineBreaker(layout, gaps, feed).breakLongLines(width);
        List<TextEdit> edits = new ArrayList<>();
        for (int i = 0; i <= layout.tokens.size(); i++) {
            String old = layout.gap(i);
            int offset = i == 0 ? 0 : layout.tokens.get(i - 1).end();
            if (!old.equals(gaps.get(i))) {
                edits.add(new TextEdit(offset, old.length(), gaps.get(i)));
            }
            if (i < layout.tokens.size() && moved[i] != 0) {
                edits.addAll(inner(layout.tokens.get(i), moved[i]));
            }
        }
        return List.copyOf(edits);
    }

    /** Lines of a comment move with its first one. */
    private List<TextEdit> inner(SourceToken comment, int columns) {
        List<TextEdit> edits = new ArrayList<>();
        String text = comment.text();
        for (int feedAt = text.indexOf('\n'); feedAt >= 0; feedAt = text.indexOf('\n', feedAt + 1)) {
            int end = feedAt + 1;
            while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
                end++;
            }
            if (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                String old = text.substring(feedAt + 1, end);
                edits.add(new TextEdit(comment.offset() + feedAt + 1, old.length(),
                        indent(Math.max(0, Layout.width(old, 0) + columns))));
            }
        }
        return edits;
    }

    private void spaces() {
        int oldStart = 0;
        int newStart = 0;
        for (int i = 0; i <= layout.tokens.size(); i++) {
            if (i == layout.tokens.size()) {
                gaps.add(i == 0 ? "" : feed);
                return;
            }
            if (layout.directive[i] > 0 && layout.tokens.get(i).kind() != Kind.DIRECTIVE) {
                gaps.add(layout.gap(i));
                continue;
            }
            boolean line = startsLine(i);
            if (layout.levels[i] >= 0 && line) {
                newStart = layout.levels[i] * TAB;
                oldStart = layout.brokenBefore(i) ? layout.columns(i) : newStart;
            } else if (layout.levels[i] >= 0 && !layout.isComment(i)) {
                newStart = oldStart;
            }
            gaps.add(line ? feeds(i) + indent(place(i, oldStart, newStart)) : sameLine(i));
        }
    }

    private boolean startsLine(int token) {
        boolean broken = layout.brokenBefore(token);
        boolean afterComment = token > 0 && layout.isComment(token - 1)
                && (broken || layout.tokens.get(token - 1).text().startsWith("//"));
        return switch (layout.lines[token]) {
            case NEW -> !(token > 0 && layout.isComment(token - 1) && !broken);
            case SAME -> afterComment && broken;
            case KEPT -> broken;
        };
    }

    private int place(int token, int oldStart, int newStart) {
        int old = layout.brokenBefore(token) ? layout.columns(token) : 0;
        int column = layout.levels[token] >= 0
                ? layout.levels[token] * TAB
                : layout.isComment(token) && old == 0 ? 0 : newStart + continued(token, old - oldStart);
        moved[token] = layout.isComment(token) && layout.brokenBefore(token) ? column - old : 0;
        return column;
    }

    /** A line that goes on is as far in as it was, but not hardly at all; what closes brackets may stand at the beginning. */
    private int continued(int token, int columns) {
        boolean closes = layout.tokens.get(token).is(")") || layout.tokens.get(token).is("}");
        return closes ? Math.max(0, columns) : columns < TAB / 2 ? TAB : columns;
    }

    /** An empty line stays if it is one; more become one; none at the edges of blocks. */
    private String feeds(int token) {
        if (token == 0) {
            return "";
        }
        long old = layout.gap(token).chars().filter(c -> c == '\n').count();
        boolean edge = layout.tokens.get(token - 1).is("{") || layout.tokens.get(token).is("}");
        boolean two = !edge && (old > 1 || layout.apart[token]);
        return two ? feed + feed : feed;
    }

    private String sameLine(int token) {
        String old = layout.gap(token);
        if (token == 0) {
            return "";
        }
        if (layout.isComment(token) && old.indexOf('\n') < 0
                && (old.indexOf('\t') >= 0 || old.length() > 1)) {
            return old;
        }
        return spacing.between(token) ? " " : "";
    }

    static String indent(int columns) {
        return "\t".repeat(columns / TAB) + " ".repeat(columns % TAB);
    }
}
