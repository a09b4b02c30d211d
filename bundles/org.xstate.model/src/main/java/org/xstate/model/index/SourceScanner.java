package org.xstate.model.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.xstate.model.index.SourceToken.Kind;

/** Cuts text into tokens. Whatever the text is, every character that is not white space comes to lie in just one. */
final class SourceScanner {

    /** Longer ones first. */
    private static final List<String> OPERATORS = List.of("<<=", ">>=", "...", "->", "++", "--", "+=", "-=",
            "*=",
            "/=", "%=", "&=", "|=", "^=", "<<", ">>", "&&", "||", "<=", ">=", "==", "!=");
    private static final String SINGLE = "(){}[];,:?.=+-*/%~!&|^<>";

    private final String text;
    private final List<SourceToken> tokens = new ArrayList<>();
    private int at;

    private SourceScanner(String text) {
        this.text = text;
    }

    static List<SourceToken> scan(String text) {
        SourceScanner scanner = new SourceScanner(text);
        while (scanner.at < text.length()) {
            scanner.next();
        }
        return List.copyOf(scanner.tokens);
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || c == '\\' && atLineEnd(at + 1)) {
            at++;
        } else if (isWord(c)) {
            int end = wordEnd(at);
            if (Character.isDigit(c)) {
                add(Kind.NUMBER, numberEnd(end));
            } else {
                add(Words.KEYWORDS.contains(text.substring(at, end)) ? Kind.KEYWORD : Kind.IDENTIFIER, end);
            }
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            add(end < 0 ? Kind.UNKNOWN : Kind.COMMENT, end < 0 ? text.length() : end + 2);
        } else if (text.startsWith("//", at)) {
            add(Kind.COMMENT, lineEnd(at));
        } else if (c == '"') {
            string();
        } else if (c == '#') {
            int word = at + 1;
            while (word < text.length() && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
                word++;
            }
            add(Kind.DIRECTIVE, wordEnd(word));
        } else {
            operator();
        }
    }

    private void string() {
        int end = at + 1;
        int line = lineEnd(at);
        while (end < line && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' && end + 1 < line ? 2 : 1;
        }
        add(end < line ? Kind.STRING : Kind.UNKNOWN, Math.min(end + 1, line));
    }

    private void operator() {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                add(Kind.PUNCTUATION, at + operator.length());
                return;
            }
        }
        int length = Character.charCount(text.codePointAt(at));
        add(SINGLE.indexOf(text.charAt(at)) >= 0 ? Kind.PUNCTUATION : Kind.UNKNOWN, at + length);
    }

    private void add(Kind kind, int end) {
        tokens.add(new SourceToken(kind, at, text.substring(at, end)));
        at = end;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A fraction belongs to the number, for the message that there are none. */
    private int numberEnd(int end) {
        return end < text.length() && text.charAt(end) == '.' && !text.startsWith("...", end)
                ? wordEnd(end + 1)
                : end;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        int line = end < 0 ? text.length() : end;
        return line > from && text.charAt(line - 1) == '\r' ? line - 1 : line;
    }

    private boolean atLineEnd(int from) {
        return from < text.length() && (text.charAt(from) == '\n' || text.startsWith("\r\n", from));
    }

    private static boolean isWord(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Whether a text is a name that could be declared. */
    static boolean isName(String word) {
        return !word.isEmpty() && !Character.isDigit(word.charAt(0))
                && word.chars().allMatch(c -> isWord((char) c))
                && !Set.of("range").contains(word) && !Words.KEYWORDS.contains(word);
    }
}
