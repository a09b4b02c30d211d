package org.xstate.model.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.xstate.model.index.SourceToken.Kind;

/** Walks over the tokens of a file without its comments; behind the end there is an empty token for ever. */
final class Cursor {

    private static final Set<String> TYPE_WORDS = Set.of("struct", "enum", "void", "signed", "unsigned",
            "char",
            "short", "int", "long");
    private static final Set<String> STORAGE = Set.of("static", "inline", "extern", "const", "ghost",
            "typedef");

    final SourceText source;
    private final List<SourceToken> code = new ArrayList<>();
    private final SourceToken end;
    private final boolean balanced;
    private int at;

    Cursor(SourceText source) {
        this.source = source;
        int depth = 0;
        int least = 0;
        for (SourceToken token : source.tokens()) {
            if (token.kind() != Kind.COMMENT && !Words.ANNOTATIONS.contains(token.text())) {
                code.add(token);
                depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
                least = Math.min(least, depth);
            }
        }
        this.balanced = depth == 0 && least == 0;
        this.end = new SourceToken(Kind.UNKNOWN, source.text().length(), "");
    }

    boolean atEnd() {
        return at >= code.size();
    }

    SourceToken peek() {
        return peek(0);
    }

    SourceToken peek(int ahead) {
        return at + ahead < code.size() && at + ahead >= 0 ? code.get(at + ahead) : end;
    }

    SourceToken next() {
        SourceToken token = peek();
        at++;
        return token;
    }

    SourceToken previous() {
        return peek(-1);
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    boolean is(String text) {
        return peek().is(text);
    }

    boolean accept(String text) {
        boolean there = is(text);
        at += there ? 1 : 0;
        return there;
    }

    /** Behind the brace that closes the one at this place; what is open inside of it counts for nothing. */
    void skipBalanced() {
        int depth = 0;
        int opened = at;
        while (!atEnd()) {
            if (at > opened && beginsItem()) {
                return;
            }
            String text = next().text();
            depth += text.equals("{") ? 1 : text.equals("}") ? -1 : 0;
            if (depth <= 0) {
                return;
            }
        }
    }

    /** In the first column, and looks like a declaration, in a text whose braces do not match: whatever is open ends here. */
    boolean beginsItem() {
        SourceToken token = peek();
        if (balanced || atEnd() || source.column(token.offset()) != 1) {
            return false;
        }
        return token.kind() == Kind.DIRECTIVE || STORAGE.contains(token.text())
                || TYPE_WORDS.contains(token.text())
                || Words.DECLARATIONS.contains(token.text()) && peek(1).is("(")
                || token.isName()
                        && (peek(1).isName() || peek(1).is("*") && peek(2).isName() && peek(3).is("("));
    }

    /** Whether a type begins here, as far as the words tell. */
    boolean beginsType() {
        return TYPE_WORDS.contains(peek().text()) || peek().is("range") && peek(1).is("(");
    }

    boolean isStorage() {
        return STORAGE.contains(peek().text());
    }

    /** Where the line of a directive ends, with the lines that it is continued on. */
    int directiveEnd(SourceToken directive) {
        String text = source.text();
        int line = directive.offset();
        while (true) {
            int feed = text.indexOf('\n', line);
            if (feed < 0) {
                return text.length();
            }
            int last = feed > 0 && text.charAt(feed - 1) == '\r' ? feed - 2 : feed - 1;
            if (last < 0 || text.charAt(last) != '\\') {
                return feed;
            }
            line = feed + 1;
        }
    }
}
