package org.xstate.model.index;

import java.util.Optional;
import java.util.Set;

import org.xstate.model.index.Layout.Line;
import org.xstate.model.index.SourceToken.Kind;

/** Finds out where statements begin and how deep they are nested; the brackets of the text have to match. */
final class LayoutReader {

    private static final Set<String> CONTROL = Set.of("if", "for", "while", "switch");

    private final Layout layout;
    private final int[] code;
    private final int[] closing;
    private int at;
    /** In a scenario: settings that stand on one line stay so. */
    private boolean settings;

    private LayoutReader(Layout layout, int[] code, int[] closing) {
        this.layout = layout;
        this.code = code;
        this.closing = closing;
    }

    /** Empty if brackets do not match, or the text has something that is no token. */
    static Optional<Layout> read(SourceText source) {
        Layout layout = new Layout(source);
        int[] code = java.util.stream.IntStream.range(0, layout.tokens.size())
                .filter(i -> layout.tokens.get(i).kind() != Kind.COMMENT).toArray();
        int[] closing = Brackets.closing(layout, code);
        if (closing.length != code.length) {
            return Optional.empty();
        }
        new LayoutReader(layout, code, closing).file();
        return Optional.of(layout);
    }

    private String text() {
        return text(at);
    }

    private String text(int place) {
        return place >= 0 && place < code.length ? layout.tokens.get(code[place]).text() : "";
    }

    private boolean more() {
        return at < code.length;
    }

    /** The token and the comments before it begin lines at a level. */
    private void begin(int level) {
        begin(level, Math.max(level, 0));
    }

    private void begin(int level, int comments) {
        int token = at < code.length ? code[at] : layout.tokens.size();
        for (int i = token - 1; layout.isComment(i); i--) {
            if (layout.brokenBefore(i)) {
                layout.levels[i] = comments;
            }
        }
        if (token < layout.tokens.size()) {
            layout.levels[token] = level;
            layout.lines[token] = settings && level > 0
                    ? Line.KEPT
                    : layout.isComment(token - 1) && layout.lines[token] == Line.SAME ? Line.KEPT : Line.NEW;
        }
    }

    private void same() {
        if (more()) {
            layout.lines[code[at]] = Line.SAME;
        }
    }

    private void file() {
        while (more()) {
            begin(0);
            if (layout.tokens.get(code[at]).kind() == Kind.DIRECTIVE) {
                directive();
            } else {
                item();
            }
        }
        begin(0);
    }

    private void directive() {
        int end = new Cursor(layout.source).directiveEnd(layout.tokens.get(code[at]));
        while (more() && layout.tokens.get(code[at]).offset() < end) {
            layout.directive[code[at++]] = end;
        }
    }

    private void item() {
        boolean called = false;
        settings = text().equals("scenario");
        while (more()) {
            switch (text()) {
                case ";" -> {
                    at++;
                    return;
                }
                case "{" -> {
                    if (text(at - 1).equals(")") && called) {
                        if (!oneLine()) {
                            begin(0);
                        }
                        block(0);
                        if (more()) {
                            layout.apart[firstOf(at)] = true;
                        }
                        return;
                    }
                    members();
                }
                case "(", "[" -> {
                    called |= text().equals("(");
                    at = closing[at] + 1;
                }
                default -> at++;
            }
        }
    }

    /** The comment before a token that begins lines with it, or the token. */
    private int firstOf(int place) {
        int token = code[place];
        while (layout.isComment(token - 1) && layout.brokenBefore(token - 1)) {
            token--;
        }
        return token;
    }

    private boolean oneLine() {
        SourceText source = layout.source;
        return source.line(layout.tokens.get(code[at]).offset()) == source
                .line(layout.tokens.get(code[closing[at]]).offset());
    }

    /** A struct, an enum, a list of values, from its opening brace. */
    private void members() {
        boolean struct = text(at - 1).equals("struct") || text(at - 2).equals("struct");
        boolean list = text(at - 1).equals("enum") || text(at - 2).equals("enum");
        if (oneLine() || !struct && !list) {
            at = closing[at] + 1;
            return;
        }
        same();
        int end = closing[at++];
        while (at < end) {
            if (struct || layout.brokenBefore(code[at])) {
                begin(1);
            }
            while (at < end && !text().equals(struct ? ";" : ",")) {
                at = closing[at] > at ? closing[at] + 1 : at + 1;
            }
            at = Math.min(at + 1, end);
        }
        begin(0, 1);
        at++;
    }

    /** From the opening brace to behind the closing one, whose level it is. */
    private void block(int level) {
        int end = closing[at];
        if (oneLine()) {
            for (int i = at + 1; i <= end; i++) {
                layout.lines[code[i]] = Line.SAME;
            }
            at = end + 1;
            return;
        }
        at++;
        while (at < end) {
            statement(level + 1, true);
        }
        settings = false;
        begin(level, level + 1);
        at++;
    }

    private void statement(int level, boolean line) {
        String word = text();
        boolean label = text(at + 1).equals(":") && layout.tokens.get(code[at]).kind() == Kind.IDENTIFIER;
        if (line) {
            begin(label ? 0 : word.equals("case") || word.equals("default") ? level - 1 : level, level);
        }
        if (label) {
            at += 2;
            same(level);
        } else if (CONTROL.contains(word)) {
            control(level);
        } else if (word.equals("do")) {
            at++;
            inner(level);
            if (text().equals("while")) {
                same();
                simple();
            }
        } else if (word.equals("atomic") && text(at + 1).equals("{")) {
            at++;
            same();
            block(level);
        } else if (word.equals("{")) {
            block(level);
        } else if (word.equals("case") || word.equals("default")) {
            while (more() && !text().equals(":")) {
                at++;
            }
            at++;
            same(level);
        } else {
            simple();
        }
    }

    /** What follows a label stays on its line if it is there. */
    private void same(int level) {
        if (more() && !text().equals("}") && !layout.brokenBefore(code[at]) && !text().equals("case")) {
            statement(level, false);
        }
    }

    private void control(int level) {
        boolean condition = text().equals("if");
        at++;
        at = text().equals("(") ? closing[at] + 1 : at;
        inner(level);
        if (!condition || !text().equals("else")) {
            return;
        }
        if (text(at - 1).equals("}")) {
            same();
        } else {
            begin(level);
        }
        at++;
        if (text().equals("if")) {
            same();
            control(level);
        } else {
            inner(level);
        }
    }

    private void inner(int level) {
        if (text().equals("{")) {
            same();
            block(level);
        } else if (text().equals(";")) {
            at++;
        } else if (more()) {
            statement(level + 1, true);
        }
    }

    private void simple() {
        while (more()) {
            if (text().equals(";")) {
                at++;
                return;
            }
            if (text().equals("}")) {
                return;
            }
            at = closing[at] > at ? closing[at] + 1 : at + 1;
        }
    }
}
