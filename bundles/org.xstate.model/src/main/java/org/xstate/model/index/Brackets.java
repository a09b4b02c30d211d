package org.xstate.model.index;

import java.util.ArrayDeque;
import java.util.Deque;

import org.xstate.model.index.SourceToken.Kind;

/** Which bracket closes which, and how deep tokens lie in them. */
final class Brackets {

    private Brackets() {
    }

    /**
     * For each code token that opens a bracket the position of the one that closes it, for others 0; no elements at all if
     * they do not match.
     */
    static int[] closing(Layout layout, int[] code) {
        int[] closing = new int[code.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < code.length; i++) {
            SourceToken token = layout.tokens.get(code[i]);
            layout.depth[code[i]] = open.size();
            if (token.kind() == Kind.UNKNOWN) {
                return refused(code);
            }
            if (token.is("(") || token.is("[") || token.is("{")) {
                open.push(i);
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                if (open.isEmpty() || !pair(layout.tokens.get(code[open.peek()]).text(), token.text())) {
                    return refused(code);
                }
                closing[open.pop()] = i;
            }
        }
        return open.isEmpty() ? closing : refused(code);
    }

    /** Another length than that of the code. */
    private static int[] refused(int[] code) {
        return new int[code.length + 1];
    }

    private static boolean pair(String open, String close) {
        return switch (open) {
            case "(" -> close.equals(")");
            case "[" -> close.equals("]");
            default -> close.equals("}");
        };
    }
}
