package org.xstate.model.index;

import java.util.Set;

import org.xstate.model.index.SourceToken.Kind;

/** Whether there is a space between two tokens of a line, as the kernel's coding style has it. */
final class Spacing {

    private static final Set<String> ALWAYS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
            "<<=", ">>=",
            "/", "%", "|", "^", "<<", ">>", "<", ">", "<=", ">=", "==", "!=", "&&", "||", "?");
    private static final Set<String> UNARY_TOO = Set.of("-", "+", "*", "&", "~", "!", "++", "--");
    private static final Set<String> TYPE_WORDS = Set.of("void", "char", "short", "int", "long", "signed",
            "unsigned",
            "const");

    private final Layout layout;

    Spacing(Layout layout) {
        this.layout = layout;
    }

    /** @param token position of the second one, from 1 */
    boolean between(int token) {
        SourceToken before = layout.tokens.get(token - 1);
        SourceToken after = layout.tokens.get(token);
        String a = before.text();
        String b = after.text();
        boolean was = !layout.gap(token).isEmpty();
        if (before.kind() == Kind.COMMENT || after.kind() == Kind.COMMENT) {
            return true;
        }
        if (a.equals("(") || a.equals("[") || b.equals(")") || b.equals("]") || b.equals(",")
                || b.equals(";")) {
            return false;
        }
        if (a.equals(",") || a.equals(";")) {
            return true;
        }
        if (a.equals("{") || b.equals("}")) {
            return !(a.equals("{") && b.equals("}")) && (was || !isList(token));
        }
        if (a.equals("->") || b.equals("->") || a.equals(".") || b.equals(".") && isOperand(token - 1)) {
            return false;
        }
        if (b.equals("(") || b.equals("[")) {
            return b.equals("(") && !(before.kind() == Kind.IDENTIFIER || a.equals("sizeof") || a.equals(")")
                    || a.equals("]") || isPrefix(token - 1));
        }
        if (a.equals(")") && isCast(token - 1) && !joins(token)) {
            return false;
        }
        return pair(token, a, b);
    }

    private boolean pair(int token, String a, String b) {
        if (b.equals("++") || b.equals("--")) {
            return !isOperand(token - 1);
        }
        if (UNARY_TOO.contains(a)) {
            return isOperatorBetween(token - 1)
                    && !((a.equals("*") || a.equals("&")) && isPointer(token - 1));
        }
        if (b.equals(":")) {
            return !isLabel(token);
        }
        if (b.equals("*") && a.equals("*")) {
            return false;
        }
        return true;
    }

    /** Braces around values rather than statements. */
    private boolean isList(int token) {
        return layout.depth[token] > 0 && !layout.tokens.get(token - 1).is(";") && !closesStatements(token);
    }

    private boolean closesStatements(int token) {
        int i = token;
        int depth = 0;
        while (i > 0) {
            i--;
            String text = layout.tokens.get(i).text();
            depth += text.equals("}") ? 1 : text.equals("{") ? -1 : 0;
            if (depth == 0 && text.equals(";") || depth < 0) {
                return text.equals(";");
            }
        }
        return false;
    }

    private boolean isOperand(int token) {
        SourceToken one = layout.tokens.get(token);
        return one.isName() || one.kind() == Kind.NUMBER || one.kind() == Kind.STRING || one.is(")")
                || one.is("]");
    }

    /** A star, an ampersand or a sign with an operand before it. */
    private boolean isOperatorBetween(int token) {
        String text = layout.tokens.get(token).text();
        boolean two = token > 0 && isOperand(token - 1)
                && !(layout.tokens.get(token - 1).is(")") && isCast(token - 1));
        return two && !text.equals("!") && !text.equals("~") && !text.equals("++") && !text.equals("--");
    }

    private boolean isPrefix(int token) {
        String text = layout.tokens.get(token).text();
        return UNARY_TOO.contains(text) && (!isOperatorBetween(token) || isPointer(token));
    }

    /** A star that belongs to a declarator: as it was written, unless what stands before it can be nothing but a type. */
    private boolean isPointer(int token) {
        if (!layout.tokens.get(token).is("*")) {
            return false;
        }
        SourceToken before = token > 0 ? layout.tokens.get(token - 1) : layout.tokens.get(token);
        boolean tag = token > 1
                && (layout.tokens.get(token - 2).is("struct") || layout.tokens.get(token - 2).is("enum"));
        boolean type = TYPE_WORDS.contains(before.text()) || Words.TYPES.contains(before.text()) || tag
                || before.is("*") && isPointer(token - 1);
        boolean written = !layout.gap(token).isEmpty() && token + 1 < layout.tokens.size()
                && layout.gap(token + 1).isEmpty();
        return type || written && before.isName();
    }

    /** Whether what follows a closing parenthesis can be no operand. */
    private boolean joins(int token) {
        SourceToken next = layout.tokens.get(token);
        return ALWAYS.contains(next.text()) || next.is(":") || next.is("{");
    }

    /** A closing parenthesis whose opening one stands where an operand is to come. */
    private boolean isCast(int token) {
        int depth = 0;
        for (int i = token; i >= 0; i--) {
            String text = layout.tokens.get(i).text();
            depth += text.equals(")") ? 1 : text.equals("(") ? -1 : 0;
            if (depth == 0) {
                return holdsType(i + 1, token)
                        && (i == 0 || !isOperand(i - 1) && !layout.tokens.get(i - 1).is("sizeof"));
            }
        }
        return false;
    }

    private boolean holdsType(int from, int to) {
        SourceToken first = layout.tokens.get(from);
        return from < to && (TYPE_WORDS.contains(first.text()) || first.is("struct") || first.is("enum")
                || Words.TYPES.contains(first.text()) || layout.tokens.get(to - 1).is("*"));
    }

    private boolean isLabel(int token) {
        for (int i = token - 1; i >= 0; i--) {
            String text = layout.tokens.get(i).text();
            if (text.equals("case") || text.equals("default")) {
                return true;
            }
            if (text.equals("?") || text.equals(";") || text.equals("{") || text.equals("}")) {
                return !text.equals("?") && i == token - 2;
            }
        }
        return token == 1;
    }
}
